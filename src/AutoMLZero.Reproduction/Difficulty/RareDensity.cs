using AutoMLZero.Numerics;
using AutoMLZero.Reproduction.Statistics;

namespace AutoMLZero.Reproduction.Difficulty;

/// <summary>The share of acceptable programs among those of random search, from a weighted sample.</summary>
/// <param name="Density">The share; 0 when none was found.</param>
/// <param name="Interval">Its 95 % interval, by the normal approximation of the logarithm; the whole of [0, 1] when none was found.</param>
internal sealed record RareDensity(double Density, Interval Interval)
{
    private const double Quantile = 1.959963984540054;

    /// <summary>-log10 of the density; infinite when nothing was found.</summary>
    public double Difficulty => Log(Density);

    /// <summary>The 95 % interval of the difficulty.</summary>
    public Interval DifficultyInterval => new(Log(Interval.High), Log(Interval.Low));

    /// <summary>The estimate from a sample.</summary>
    /// <param name="sample">The sample.</param>
    public static RareDensity Of(DensitySample sample)
    {
        if (sample.Acceptable == 0) return new RareDensity(0, new Interval(0, 1));
        var density = sample.Weights / sample.Draws;
        var variance = Math.Max(0, (sample.Squares / sample.Draws) - (density * density)) / sample.Draws;
        var factor = Elementary.Exp(Quantile * Math.Sqrt(variance) / density);
        return new RareDensity(density, new Interval(density / factor, Math.Min(1, density * factor)));
    }

    /// <summary>The probability that random search finds an acceptable program in so many draws.</summary>
    /// <param name="density">The density.</param>
    /// <param name="draws">Number of draws.</param>
    public static double Success(double density, long draws) =>
        density * draws < 1e-3 ? density * draws * (1 - (density * draws / 2)) : 1 - Elementary.Exp(-density * draws);

    private static double Log(double density) => density > 0 ? Math.Max(0, -Elementary.Log(density) / Math.Log(10)) : double.PositiveInfinity;
}
