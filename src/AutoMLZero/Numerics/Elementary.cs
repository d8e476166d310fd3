namespace AutoMLZero.Numerics;

/// <summary>Elementary functions.</summary>
public static class Elementary
{
    /// <summary>e^x.</summary>
    public static double Exp(double x) => Math.Exp(x);

    /// <summary>Natural logarithm.</summary>
    public static double Log(double x) => Math.Log(x);

    /// <summary>Sine.</summary>
    public static double Sin(double x) => Math.Sin(x);

    /// <summary>Cosine.</summary>
    public static double Cos(double x) => Math.Cos(x);

    /// <summary>Tangent.</summary>
    public static double Tan(double x) => Math.Tan(x);

    /// <summary>Inverse sine.</summary>
    public static double Arcsin(double x) => Math.Asin(x);

    /// <summary>Inverse cosine.</summary>
    public static double Arccos(double x) => Math.Acos(x);

    /// <summary>Inverse tangent.</summary>
    public static double Arctan(double x) => Math.Atan(x);

    /// <summary>1 / (1 + e^-x).</summary>
    public static double Logistic(double x) => 1 / (1 + Exp(-x));
}
