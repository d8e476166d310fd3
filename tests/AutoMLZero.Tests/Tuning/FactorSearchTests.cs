using AutoMLZero.Numerics;
using AutoMLZero.Tuning;

namespace AutoMLZero.Tests.Tuning;

public class FactorSearchTests
{
    [Fact]
    public void Random_factors_are_log_uniform_from_a_thousandth_to_a_thousand_and_independent()
    {
        var search = new RandomFactors(2, new RandomSource(1));
        var vectors = Enumerable.Range(0, 1000).SelectMany(_ => search.Propose()).ToArray();
        Assert.All(vectors, vector => Assert.All(vector, factor => Assert.InRange(factor, 0.000999999, 1000.001)));
        foreach (var (lower, upper) in new[] { (1e-3, 1e-2), (1e-2, 1e-1), (1e-1, 1), (1, 10), (10, 100), (100.0, 1000.001) })
            Assert.Equal(1 / 6.0, vectors.Count(vector => vector[1] >= lower && vector[1] < upper) / (double)vectors.Length, 0.02);
        Assert.Equal(0.25, vectors.Count(vector => vector[0] > 1 && vector[1] > 1) / (double)vectors.Length, 0.02);
    }

    [Fact]
    public void Adaptive_factors_begin_around_1_on_a_scale_that_is_logarithmic_on_both_sides_of_zero()
    {
        Assert.Equal(1, AdaptiveFactors.Factor(0), 1e-12);
        Assert.Equal(Math.E, AdaptiveFactors.Factor(1), 1e-5);
        Assert.Equal(0.01, AdaptiveFactors.Factor(Math.Log(0.01)), 1e-4);
        Assert.Equal(0, AdaptiveFactors.Factor(-Math.Asinh(1000)), 1e-12);
        Assert.Equal(-1, AdaptiveFactors.Factor(-2 * Math.Asinh(1000)), 1e-9);
        Assert.Equal(1e6, AdaptiveFactors.Factor(1e9), 1);
        Assert.Equal(-1e6, AdaptiveFactors.Factor(-1e9), 1);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(40)]
    [InlineData(-3)]
    public void Adaptive_factors_find_a_factor_far_away_and_of_the_other_sign(double goal)
    {
        for (var seed = 1UL; seed <= 5; seed++)
        {
            var search = new AdaptiveFactors(1, new RandomSource(seed));
            var closest = double.PositiveInfinity;
            for (var evaluations = 0; evaluations < 400;)
            {
                var errors = search.Propose().Select(vector => Math.Abs(vector[0] - goal) / Math.Abs(goal)).ToArray();
                evaluations += errors.Length;
                closest = Math.Min(closest, errors.Min());
                search.Learn([.. errors.Select(error => -error)]);
            }

            Assert.InRange(closest, 0, 0.01);
        }
    }

    [Fact]
    public void A_search_that_is_stuck_begins_elsewhere_with_twice_the_population()
    {
        var search = new AdaptiveFactors(2, new RandomSource(1));
        var sizes = new List<int>();
        for (var i = 0; i < 250; i++)
        {
            var vectors = search.Propose();
            sizes.Add(vectors.Length);
            search.Learn([.. vectors.Select(vector => -Math.Abs(Math.Log(Math.Abs(vector[0]))) - Math.Abs(Math.Log(Math.Abs(vector[1]))))]);
        }

        Assert.Contains(2 * sizes[0], sizes);
        Assert.Contains(4 * sizes[0], sizes);
        Assert.Equal(sizes.Order(), sizes);
    }
}
