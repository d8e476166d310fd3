using AutoMLZero.Numerics;

namespace AutoMLZero.Tuning;

/// <summary>The paper's search: each factor is log-uniform in [1e-3, 1e3] and independent of all others.</summary>
/// <param name="count">Number of constants.</param>
/// <param name="random">Decides the factors.</param>
internal sealed class RandomFactors(int count, RandomSource random) : IFactorSearch
{
    /// <summary>The largest factor; the smallest is its reciprocal.</summary>
    public const double Largest = 1000;

    private const int Together = 16;

    /// <summary>A uniform number between the logarithms of the smallest and the largest factor.</summary>
    public static double DrawLogarithm(RandomSource random) => Elementary.Log(Largest) * ((2 * random.NextDouble()) - 1);

    /// <inheritdoc/>
    public double[][] Propose()
    {
        var vectors = new double[Together][];
        for (var i = 0; i < vectors.Length; i++)
        {
            vectors[i] = new double[count];
            for (var j = 0; j < count; j++) vectors[i][j] = Elementary.Exp(DrawLogarithm(random));
        }

        return vectors;
    }

    /// <inheritdoc/>
    public void Learn(ReadOnlySpan<double> fitness)
    {
    }
}
