using AutoMLZero.Experiments;
using CsCheck;

namespace AutoMLZero.Tests.Experiments;

public class FitnessQuantilesTests
{
    [Fact]
    public void Nobody_has_no_quantiles() => Assert.Null(FitnessQuantiles.Of([]));

    [Fact]
    public void They_are_by_nearest_rank()
    {
        Assert.Equal(new FitnessQuantiles(0.5, 0.5, 0.5, 0.5, 0.5), FitnessQuantiles.Of([0.5]));
        Assert.Equal(new FitnessQuantiles(1, 1, 2, 3, 4), FitnessQuantiles.Of([4, 2, 1, 3]));
        Assert.Equal(new FitnessQuantiles(1, 2, 3, 4, 5), FitnessQuantiles.Of([5, 4, 3, 2, 1]));
    }

    [Fact]
    public void The_order_does_not_matter_and_each_is_the_fitness_of_somebody() => Gen.Double[0, 1].Array[1, 50].Sample(fitness =>
    {
        var quantiles = FitnessQuantiles.Of(fitness)!;
        Assert.Equal(quantiles, FitnessQuantiles.Of(fitness.Reverse()));
        Assert.All(new[] { quantiles.Lowest, quantiles.LowerQuartile, quantiles.Median, quantiles.UpperQuartile, quantiles.Highest }, value => Assert.Contains(value, fitness));
        Assert.True(2 * fitness.Count(value => value <= quantiles.Median) >= fitness.Length);
    });
}
