using AutoMLZero.Numerics;

namespace AutoMLZero.Tests.Numerics;

public unsafe class RandomFillTests
{
    private const int Count = 4096;
    private const long Element = 11;
    private readonly ulong[] keys = [.. Enumerable.Range(0, Count).Select(i => CounterRandom.StepKey(99, i))];

    public static TheoryData<double, double> Bounds => new() { { -2, 3 }, { 1, 1 }, { 3, -2 }, { -0.0, 0.0 }, { -0.0, -1 }, { double.NaN, 1 } };

    [Theory]
    [MemberData(nameof(Bounds))]
    public void Uniform_fills_equal_the_definition(double low, double high) =>
        Check(new UniformDistribution(low, high), bits => CounterRandom.Uniform(bits, low, high));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-3, 0.25)]
    [InlineData(1, -2)]
    [InlineData(0, 0)]
    public void Gaussian_fills_equal_the_definition(double mean, double deviation) =>
        Check(new NormalDistribution(mean, deviation), bits => CounterRandom.Gaussian(bits, mean, deviation));

    private void Check<TDistribution>(TDistribution distribution, Func<ulong, double> definition)
        where TDistribution : struct, IDistribution
    {
        var lanes = Array.ConvertAll(keys, key => definition(CounterRandom.Bits(key, Element)));
        AssertSame(lanes, Filled<double>(target => Lanes(distribution, target, RandomFill.Lanes)));
        AssertSame(lanes, Filled<double>(target => Lanes(distribution, target, RandomFill.Lanes<TDistribution, Wide128, double>)));
        AssertSame(lanes, Filled<double>(target => Lanes(distribution, target, RandomFill.Lanes<TDistribution, Wide256, double>)));
        AssertSame(lanes, Filled<double>(target => Lanes(distribution, target, RandomFill.Lanes<TDistribution, Wide512, double>)));
        AssertSame(Rounded(lanes), Filled<float>(target => Lanes(distribution, target, RandomFill.Lanes)));

        double[] elements = [.. Enumerable.Range(0, Count).Select(i => definition(CounterRandom.Bits(keys[0], Element + i)))];
        AssertSame(elements, Filled<double>(target => RandomFill.Elements(distribution, keys[0], Element, target, Count)));
        AssertSame(elements, Filled<double>(t => RandomFill.Elements<TDistribution, Wide128, double>(distribution, keys[0], Element, t, Count)));
        AssertSame(elements, Filled<double>(t => RandomFill.Elements<TDistribution, Wide256, double>(distribution, keys[0], Element, t, Count)));
        AssertSame(elements, Filled<double>(t => RandomFill.Elements<TDistribution, Wide512, double>(distribution, keys[0], Element, t, Count)));
        AssertSame(Rounded(elements), Filled<float>(target => RandomFill.Elements(distribution, keys[0], Element, target, Count)));
    }

    private void Lanes<TDistribution, T>(TDistribution distribution, T* target, LanesFill<TDistribution, T> fill)
        where T : unmanaged
    {
        fixed (ulong* stepKeys = keys) fill(distribution, stepKeys, Element, target, Count);
    }

    private static T[] Filled<T>(Fill<T> fill)
        where T : unmanaged
    {
        var numbers = new T[Count];
        fixed (T* target = numbers) fill(target);
        return numbers;
    }

    private static float[] Rounded(double[] numbers) => Array.ConvertAll(numbers, x => (float)x);

    private static void AssertSame(double[] expected, double[] actual) =>
        Assert.Equal(expected.Select(BitsOf), actual.Select(BitsOf));

    private static void AssertSame(float[] expected, float[] actual) =>
        AssertSame(Array.ConvertAll(expected, x => (double)x), Array.ConvertAll(actual, x => (double)x));

    private static long BitsOf(double x) => BitConverter.DoubleToInt64Bits(double.IsNaN(x) ? double.NaN : x);

    private delegate void Fill<T>(T* target)
        where T : unmanaged;

    private delegate void LanesFill<TDistribution, T>(TDistribution distribution, ulong* stepKeys, long element, T* target, nint count)
        where T : unmanaged;
}
