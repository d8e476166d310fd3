using AutoMLZero.Language;
using AutoMLZero.Search;
using CsCheck;

namespace AutoMLZero.Tests.Search;

public class PopulationTests
{
    [Fact]
    public void The_hurdle_is_the_percentile_of_the_unique_first_fitness_of_those_alive()
    {
        var fitness = Gen.OneOf(Gen.Const((double?)null), Gen.Int[0, 12].Select(value => (double?)(value / 12.0)));
        Gen.Select(Gen.Int[1, 20], Gen.Double[0, 100], fitness.Array[0, 60]).Sample((capacity, percentile, added) =>
        {
            var population = new Population(capacity, percentile);
            foreach (var first in added)
            {
                population.Add(new Individual(Program.Empty, 0) { FirstFitness = first });
                Assert.Equal(Expected(population, capacity, percentile), population.Hurdle);
            }
        });
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(20, 1)]
    [InlineData(21, 2)]
    [InlineData(75, 4)]
    [InlineData(81, 5)]
    [InlineData(100, 5)]
    public void The_percentile_is_by_nearest_rank(double percentile, double hurdle)
    {
        var population = new Population(7, percentile);
        foreach (var first in (ReadOnlySpan<double>)[5, 1, 1, 1, 4, 2, 3]) population.Add(new Individual(Program.Empty, 0) { FirstFitness = first });
        Assert.Equal(hurdle, population.Hurdle);
    }

    [Fact]
    public void Without_a_percentile_there_is_no_hurdle()
    {
        var population = new Population(1);
        population.Add(new Individual(Program.Empty, 0) { FirstFitness = 0.5 });
        Assert.Null(population.Hurdle);
    }

    private static double Expected(Population population, int capacity, double percentile)
    {
        double[] unique = [.. population.Select(individual => individual.FirstFitness).OfType<double>().Distinct().Order()];
        if (population.Count < capacity || unique.Length == 0) return double.NegativeInfinity;
        return unique.First(value => unique.Count(other => other <= value) >= percentile / 100 * unique.Length);
    }
}
