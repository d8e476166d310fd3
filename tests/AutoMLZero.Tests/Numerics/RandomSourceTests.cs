using System.Numerics;
using AutoMLZero.Numerics;

namespace AutoMLZero.Tests.Numerics;

public class RandomSourceTests
{
    private const int Count = 100_000;

    [Fact]
    public void The_first_numbers_of_a_known_state_come_out()
    {
        var random = new RandomSource(0) { State = (1, 2, 3, 4) };
        ulong[] expected = [11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600, 16172922978634559625, 8476171486693032832];
        Assert.Equal(expected, expected.Select(_ => random.NextBits()));
    }

    [Fact]
    public void A_seed_gives_the_first_numbers_of_SplitMix64_as_state()
    {
        Assert.Equal(0xE220A8397B1DCDAF, new RandomSource(0).State.S0);
        Assert.Equal(SplitMixStream(12345), Words(new RandomSource(12345)));
    }

    [Fact]
    public void A_stream_is_that_of_the_published_recurrence()
    {
        var random = new RandomSource(77);
        var words = Words(random);
        for (var i = 0; i < 1000; i++) Assert.Equal(Xoshiro(words), random.NextBits());
    }

    [Fact]
    public void A_restored_state_continues_the_stream()
    {
        var random = new RandomSource(5);
        random.NextGaussian();
        var restored = new RandomSource(6) { State = random.State };
        for (var i = 0; i < 100; i++) Assert.Equal(random.NextBits(), restored.NextBits());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(65)]
    [InlineData(100)]
    public void Whole_numbers_are_uniform(int bound)
    {
        var random = new RandomSource(11);
        var counts = new int[bound];
        for (var i = 0; i < Count; i++) counts[random.NextInt(bound)]++;
        var expected = (double)Count / bound;
        var chiSquare = counts.Sum(count => (count - expected) * (count - expected) / expected);

        // Wilson and Hilferty's normal approximation.
        var freedom = Math.Max(bound - 1, 1);
        var limit = freedom * Math.Pow(1 - (2.0 / (9 * freedom)) + (Statistics.NormalLimit * Math.Sqrt(2.0 / (9 * freedom))), 3);
        Assert.InRange(chiSquare, 0, limit);
    }

    [Fact]
    public void Whole_numbers_below_a_large_bound_are_unbiased()
    {
        // Without rejection, numbers below three quarters of 2^31 would not be equally likely in each third.
        const int bound = 3 << 29;
        var random = new RandomSource(12);
        double[] numbers = [.. Enumerable.Range(0, Count).Select(_ => (double)random.NextInt(bound) / bound)];
        Statistics.AssertDistribution(numbers, x => x);
    }

    [Fact]
    public void A_bound_below_one_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new RandomSource(1).NextInt(0));

    [Fact]
    public void Doubles_are_uniform()
    {
        var random = new RandomSource(13);
        double[] numbers = [.. Enumerable.Range(0, Count).Select(_ => random.NextDouble())];
        Statistics.AssertMoments(numbers, 0.5, 1 / 12.0, 1 / 80.0);
        Statistics.AssertDistribution(numbers, x => x);
        Statistics.AssertUncorrelated(numbers[1..], numbers[..^1]);
    }

    [Fact]
    public void Gaussian_numbers_are_standard_normal()
    {
        var random = new RandomSource(14);
        double[] numbers = [.. Enumerable.Range(0, Count).Select(_ => random.NextGaussian())];
        Statistics.AssertMoments(numbers, 0, 1, 3);
        Statistics.AssertDistribution(numbers, Statistics.NormalCumulative);
        Statistics.AssertUncorrelated(numbers[1..], numbers[..^1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1 << 30)]
    [InlineData((1 << 30) + 1)]
    [InlineData(int.MaxValue)]
    public void Several_numbers_at_once_are_those_that_come_one_by_one(int bound)
    {
        var (together, alone) = (new RandomSource(15), new RandomSource(15));
        var numbers = new int[1000];
        together.NextInts(numbers, bound);
        Assert.Equal(Enumerable.Range(0, numbers.Length).Select(_ => alone.NextInt(bound)), numbers);
        Assert.Equal(alone.State, together.State);
    }

    private static ulong[] Words(RandomSource random) => [random.State.S0, random.State.S1, random.State.S2, random.State.S3];

    /// <summary>The first four numbers of SplitMix64, in whole numbers of any size.</summary>
    private static ulong[] SplitMixStream(ulong seed)
    {
        return [.. Enumerable.Range(1, 4).Select(Number)];

        ulong Number(int n)
        {
            var z = Low(seed + (n * (BigInteger)0x9E3779B97F4A7C15));
            z = Low((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
            z = Low((z ^ (z >> 27)) * 0x94D049BB133111EB);
            return (ulong)(z ^ (z >> 31));
        }
    }

    /// <summary>One step of xoshiro256**, in whole numbers of any size.</summary>
    private static ulong Xoshiro(ulong[] s)
    {
        var result = Low(9 * Rotated(Low((BigInteger)s[1] * 5), 7));
        var (a, b, c, d) = (s[0], s[1], s[2], s[3]);
        (s[0], s[1], s[2]) = (a ^ b ^ d, a ^ b ^ c, a ^ c ^ (ulong)Low((BigInteger)b << 17));
        s[3] = (ulong)Rotated(b ^ d, 45);
        return (ulong)result;
    }

    private static BigInteger Rotated(BigInteger x, int count) => Low(x << count) + (x >> (64 - count));

    private static BigInteger Low(BigInteger x) => x & ulong.MaxValue;
}
