using System.Runtime.Intrinsics;
using AutoMLZero.Numerics;

namespace AutoMLZero.Tests.Numerics;

public unsafe class ElementaryWidthTests
{
    private const int Count = 1 << 20;

    [Fact]
    public void Exp_has_the_same_bits_in_all_widths() => Check<Exponential>(Elementary.Exp, Elementary.Exp);

    [Fact]
    public void Log_has_the_same_bits_in_all_widths() => Check<Logarithm>(Elementary.Log, Elementary.Log);

    [Fact]
    public void Sin_has_the_same_bits_in_all_widths() => Check<Trigonometric<SineRatio>>(Elementary.Sin, Elementary.Sin);

    [Fact]
    public void Cos_has_the_same_bits_in_all_widths() => Check<Trigonometric<CosineRatio>>(Elementary.Cos, Elementary.Cos);

    [Fact]
    public void Tan_has_the_same_bits_in_all_widths() => Check<Trigonometric<TangentRatio>>(Elementary.Tan, Elementary.Tan);

    [Fact]
    public void Arcsin_has_the_same_bits_in_all_widths() => Check<Arcsine>(Elementary.Arcsin, Elementary.Arcsin);

    [Fact]
    public void Arccos_has_the_same_bits_in_all_widths() => Check<Arccosine>(Elementary.Arccos, Elementary.Arccos);

    [Fact]
    public void Arctan_has_the_same_bits_in_all_widths() => Check<Arctangent>(Elementary.Arctan, Elementary.Arctan);

    [Fact]
    public void Logistic_has_the_same_bits_in_all_widths() => Check<Logistic>(Elementary.Logistic, Elementary.Logistic);

    private static void Check<TFunction>(Func<double, double> alone, Func<Vector512<double>, Vector512<double>> together)
        where TFunction : struct, IElementaryFunction
    {
        var source = Sources();
        var expected = Array.ConvertAll(source, x => alone(x));
        AssertSame(expected, Applied(source, ElementaryLoops.Apply<TFunction, Wide128, double>));
        AssertSame(expected, Applied(source, ElementaryLoops.Apply<TFunction, Wide256, double>));
        AssertSame(expected, Applied(source, ElementaryLoops.Apply<TFunction, Wide512, double>));
        AssertSame(expected, Applied(source, ElementaryLoops.Apply<TFunction>));
        for (var i = 0; i < 4096; i += 8) together(Vector512.Create(source, i)).CopyTo(source, i);
        AssertSame(expected[..4096], source[..4096]);
        CheckFloats<TFunction>(alone);
    }

    private static void CheckFloats<TFunction>(Func<double, double> alone)
        where TFunction : struct, IElementaryFunction
    {
        var source = Array.ConvertAll(Sources()[..4096], x => (float)x);
        var expected = Array.ConvertAll(source, x => (double)(float)alone(x));
        foreach (var apply in (Loop<float>[])
            [
                ElementaryLoops.Apply<TFunction, Wide128, float>, ElementaryLoops.Apply<TFunction, Wide256, float>,
                ElementaryLoops.Apply<TFunction, Wide512, float>, ElementaryLoops.Apply<TFunction>,
            ])
            AssertSame(expected, Array.ConvertAll(Applied(source, apply), x => (double)x));
    }

    /// <summary>Arguments of all magnitudes and of those where the functions are not trivial.</summary>
    private static double[] Sources()
    {
        var random = new RandomSource(3);
        var source = new double[Count];
        for (var i = 0; i < Count; i++)
        {
            source[i] = (i & 3) switch
            {
                0 => Arguments.OfBits(random),
                1 => Arguments.Between(random, -1.1, 1.1),
                2 => Arguments.Between(random, -800, 800),
                _ => Arguments.OfMagnitude(random, -30, 22),
            };
        }

        Arguments.Special.CopyTo(source, 0);
        return source;
    }

    private static T[] Applied<T>(T[] source, Loop<T> loop)
        where T : unmanaged
    {
        var target = new T[source.Length];
        fixed (T* from = source, to = target) loop(from, to, source.Length);
        return target;
    }

    private static void AssertSame(double[] expected, double[] actual)
    {
        for (var i = 0; i < expected.Length; i++)
        {
            if (double.IsNaN(expected[i]) && double.IsNaN(actual[i])) continue;
            if (BitConverter.DoubleToUInt64Bits(expected[i]) != BitConverter.DoubleToUInt64Bits(actual[i]))
                Assert.Fail($"Number {i} is {actual[i]:R}, not {expected[i]:R}");
        }
    }

    private delegate void Loop<T>(T* source, T* target, nint count)
        where T : unmanaged;
}
