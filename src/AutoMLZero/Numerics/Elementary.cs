using System.Runtime.Intrinsics;

namespace AutoMLZero.Numerics;

/// <summary>
/// Elementary functions, to 3 units in the last place, made of operations of IEEE 754 only (no fused ones), so that a number gives the same bits
/// alone, in a vector of any width, and on any machine. Special values are those of IEEE 754; not a number gives not a number.
/// </summary>
public static class Elementary
{
    /// <summary>e^x.</summary>
    public static double Exp(double x) => Of<Exponential>(x);

    /// <summary>e^x.</summary>
    public static Vector512<double> Exp(Vector512<double> x) => Of<Exponential>(x);

    /// <summary>Natural logarithm: negative infinity at 0, not a number below.</summary>
    public static double Log(double x) => Of<Logarithm>(x);

    /// <summary>Natural logarithm: negative infinity at 0, not a number below.</summary>
    public static Vector512<double> Log(Vector512<double> x) => Of<Logarithm>(x);

    /// <summary>Sine of an angle in radians, however large.</summary>
    public static double Sin(double x) => Of<Trigonometric<SineRatio>>(x);

    /// <summary>Sine of an angle in radians, however large.</summary>
    public static Vector512<double> Sin(Vector512<double> x) => Of<Trigonometric<SineRatio>>(x);

    /// <summary>Cosine of an angle in radians, however large.</summary>
    public static double Cos(double x) => Of<Trigonometric<CosineRatio>>(x);

    /// <summary>Cosine of an angle in radians, however large.</summary>
    public static Vector512<double> Cos(Vector512<double> x) => Of<Trigonometric<CosineRatio>>(x);

    /// <summary>Tangent of an angle in radians, however large.</summary>
    public static double Tan(double x) => Of<Trigonometric<TangentRatio>>(x);

    /// <summary>Tangent of an angle in radians, however large.</summary>
    public static Vector512<double> Tan(Vector512<double> x) => Of<Trigonometric<TangentRatio>>(x);

    /// <summary>Inverse sine, in [-pi/2, pi/2]; not a number outside of [-1, 1].</summary>
    public static double Arcsin(double x) => Of<Arcsine>(x);

    /// <summary>Inverse sine, in [-pi/2, pi/2]; not a number outside of [-1, 1].</summary>
    public static Vector512<double> Arcsin(Vector512<double> x) => Of<Arcsine>(x);

    /// <summary>Inverse cosine, in [0, pi]; not a number outside of [-1, 1].</summary>
    public static double Arccos(double x) => Of<Arccosine>(x);

    /// <summary>Inverse cosine, in [0, pi]; not a number outside of [-1, 1].</summary>
    public static Vector512<double> Arccos(Vector512<double> x) => Of<Arccosine>(x);

    /// <summary>Inverse tangent, in [-pi/2, pi/2].</summary>
    public static double Arctan(double x) => Of<Arctangent>(x);

    /// <summary>Inverse tangent, in [-pi/2, pi/2].</summary>
    public static Vector512<double> Arctan(Vector512<double> x) => Of<Arctangent>(x);

    /// <summary>1 / (1 + e^-x).</summary>
    public static double Logistic(double x) => Of<Numerics.Logistic>(x);

    /// <summary>1 / (1 + e^-x).</summary>
    public static Vector512<double> Logistic(Vector512<double> x) => Of<Numerics.Logistic>(x);

    private static double Of<TFunction>(double x)
        where TFunction : struct, IElementaryFunction =>
        TFunction.Of<Wide128>(new(Vector128.CreateScalar(x))).Value.ToScalar();

    private static Vector512<double> Of<TFunction>(Vector512<double> x)
        where TFunction : struct, IElementaryFunction =>
        Vector512.IsHardwareAccelerated
            ? TFunction.Of<Wide512>(new(x)).Value
            : Vector512.Create(Of<TFunction>(x.GetLower()), Of<TFunction>(x.GetUpper()));

    private static Vector256<double> Of<TFunction>(Vector256<double> x)
        where TFunction : struct, IElementaryFunction =>
        Vector256.IsHardwareAccelerated
            ? TFunction.Of<Wide256>(new(x)).Value
            : Vector256.Create(TFunction.Of<Wide128>(new(x.GetLower())).Value, TFunction.Of<Wide128>(new(x.GetUpper())).Value);
}
