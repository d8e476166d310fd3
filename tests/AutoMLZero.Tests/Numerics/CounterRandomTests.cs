using AutoMLZero.Numerics;

namespace AutoMLZero.Tests.Numerics;

public class CounterRandomTests
{
    private const int Count = 100_000;

    [Fact]
    public void Uniform_numbers_are_uniform()
    {
        var numbers = Draw(i => CounterRandom.Uniform(Bits(7, 0, 0, 0, i), -1, 3));
        Statistics.AssertMoments(numbers, 1, 16 / 12.0, 256 / 80.0);
        Statistics.AssertDistribution(numbers, x => (x + 1) / 4);
    }

    [Fact]
    public void Gaussian_numbers_are_normal()
    {
        var numbers = Draw(i => CounterRandom.Gaussian(Bits(8, 0, 0, 0, i), 2, 0.5));
        Statistics.AssertMoments(numbers, 2, 0.25, 3.0 / 16);
        Statistics.AssertDistribution(numbers, x => Statistics.NormalCumulative((x - 2) * 2));
    }

    [Fact]
    public void Gaussian_numbers_follow_the_definition_of_Box_and_Muller()
    {
        for (var i = 0; i < Count; i++)
        {
            var bits = Bits(9, 0, 0, 0, i);
            var radius = Math.Sqrt(-2 * Math.Log(((bits >> 32) + 0.5) / 4294967296));
            Assert.Equal(radius * Math.Cos((uint)bits * (2 * Math.PI / 4294967296)), CounterRandom.Gaussian(bits, 0, 1), 1e-14);
        }
    }

    [Fact]
    public void Numbers_of_neighbouring_steps_are_uniform() =>
        Statistics.AssertDistribution(Draw(i => CounterRandom.Uniform(Bits(7, 1, 2, i, 5), 0, 1)), x => x);

    [Fact]
    public void Neighbouring_elements_are_independent() => AssertIndependent(i => Bits(1, 0, 0, 0, i), i => Bits(1, 0, 0, 0, i + 1));

    [Fact]
    public void Neighbouring_steps_are_independent() => AssertIndependent(i => Bits(1, 0, 0, i, 0), i => Bits(1, 0, 0, i + 1, 0));

    [Fact]
    public void Neighbouring_ordinals_are_independent() => AssertIndependent(i => Bits(1, 0, 3, i, 0), i => Bits(1, 0, 4, i, 0));

    [Fact]
    public void Component_functions_are_independent() => AssertIndependent(i => Bits(1, 0, 0, 0, i), i => Bits(1, 1, 0, 0, i));

    [Fact]
    public void Neighbouring_task_seeds_are_independent() =>
        AssertIndependent(i => Bits((ulong)i, 0, 0, 0, 0), i => Bits((ulong)i + 1, 0, 0, 0, 0));

    [Theory]
    [InlineData(1.0, 1.0)]
    [InlineData(2.0, -1.0)]
    [InlineData(-0.0, 0.0)]
    [InlineData(double.PositiveInfinity, 0.0)]
    public void Uniform_gives_low_where_high_is_not_above(double low, double high)
    {
        var number = CounterRandom.Uniform(ulong.MaxValue, low, high);
        Assert.Equal(BitConverter.DoubleToInt64Bits(low), BitConverter.DoubleToInt64Bits(number));
    }

    private static ulong Bits(ulong seed, int function, int ordinal, long step, long element) =>
        CounterRandom.Bits(CounterRandom.StepKey(CounterRandom.InstructionKey(seed, function, ordinal), step), element);

    private static double[] Draw(Func<int, double> number) => [.. Enumerable.Range(0, Count).Select(number)];

    private static void AssertIndependent(Func<int, ulong> left, Func<int, ulong> right)
    {
        Statistics.AssertUncorrelated(Draw(i => CounterRandom.Uniform(left(i), 0, 1)), Draw(i => CounterRandom.Uniform(right(i), 0, 1)));
        Statistics.AssertUncorrelated(Draw(i => CounterRandom.Gaussian(left(i), 0, 1)), Draw(i => CounterRandom.Gaussian(right(i), 0, 1)));
    }
}
