namespace AutoMLZero.Experiments;

/// <summary>How fitness is spread over a population: quantiles by nearest rank, so each is the fitness of an individual, in [0, 1].</summary>
/// <param name="Lowest">The lowest fitness.</param>
/// <param name="LowerQuartile">A quarter of the individuals are no fitter.</param>
/// <param name="Median">Half of the individuals are no fitter.</param>
/// <param name="UpperQuartile">Three quarters of the individuals are no fitter.</param>
/// <param name="Highest">The highest fitness.</param>
public sealed record FitnessQuantiles(double Lowest, double LowerQuartile, double Median, double UpperQuartile, double Highest)
{
    /// <summary>The quantiles of fitness values; null when there are none.</summary>
    /// <param name="fitness">The fitness of each individual, in any order.</param>
    public static FitnessQuantiles? Of(IEnumerable<double> fitness)
    {
        ArgumentNullException.ThrowIfNull(fitness);
        double[] sorted = [.. fitness.Order()];
        return sorted.Length == 0 ? null : new(sorted[0], Quarter(sorted, 1), Quarter(sorted, 2), Quarter(sorted, 3), sorted[^1]);
    }

    private static double Quarter(double[] sorted, int quarters) => sorted[(int)((((long)sorted.Length * quarters) + 3) / 4) - 1];
}
