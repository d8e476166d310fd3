using AutoMLZero.Numerics;

namespace AutoMLZero.Tuning;

/// <summary>
/// CMA-ES over factors. A variable x stands for the factor sinh(x + a) / sinh(a): near the start and far above it that is exp(x), so that steps are steps of scale;
/// far below, it leads through zero to the other sign, where scales grow again. When a search is stuck, the next one starts elsewhere with twice the population.
/// </summary>
internal sealed class AdaptiveFactors : IFactorSearch
{
    /// <summary>The standard deviation of the first factors' logarithms.</summary>
    private const double FirstStep = 1;

    /// <summary>Below this factor, scales end and signs change.</summary>
    private const double Unit = 1 / RandomFactors.Largest;

    private const double LargestFactor = 1e6;
    private const double SignFlipProbability = 0.1;
    private const double SmallestSpread = 1e-4;
    private const double LargestElongation = 1e6;
    private const double SmallestGain = 1e-9;
    private const int LargestPopulation = 1024;

    private static readonly double Origin = InverseHyperbolicSine(1 / Unit);
    private static readonly double Farthest = InverseHyperbolicSine(LargestFactor / Unit);

    private readonly int count;
    private readonly RandomSource random;
    private readonly Queue<double> bests = [];
    private CmaEs search;
    private int population;

    /// <summary>Begins at factors 1.</summary>
    /// <param name="count">Number of constants, at least 1.</param>
    /// <param name="random">Decides all.</param>
    public AdaptiveFactors(int count, RandomSource random)
    {
        this.count = count;
        this.random = random;
        population = CmaEs.UsualPopulation(count);
        search = new CmaEs(new double[count], FirstStep, population, random);
    }

    /// <summary>The factor that a variable stands for; 1 for 0.</summary>
    internal static double Factor(double x)
    {
        var at = Math.Clamp(x + Origin, -Farthest, Farthest);
        return Unit * (Elementary.Exp(at) - Elementary.Exp(-at)) / 2;
    }

    /// <inheritdoc/>
    public double[][] Propose() => [.. search.Draw().Select(point => point.Select(Factor).ToArray())];

    /// <inheritdoc/>
    public void Learn(ReadOnlySpan<double> fitness)
    {
        var values = new double[fitness.Length];
        for (var i = 0; i < values.Length; i++) values[i] = -fitness[i];
        search.Learn(values);
        if (IsStuck(values)) Restart();
    }

    private static double InverseHyperbolicSine(double y) => Elementary.Log(y + Math.Sqrt((y * y) + 1));

    /// <summary>Whether the points are too close together to differ, or have not done better for long.</summary>
    private bool IsStuck(double[] values)
    {
        bests.Enqueue(values.Min());
        if (bests.Count > 10 + (30 * count / population)) bests.Dequeue();
        else if (search.Spread >= SmallestSpread) return false;
        return search.Spread < SmallestSpread || search.Elongation > LargestElongation || bests.Max() - bests.Min() < SmallestGain;
    }

    private void Restart()
    {
        bests.Clear();
        population = Math.Min(2 * population, LargestPopulation);
        var start = new double[count];
        for (var i = 0; i < count; i++)
        {
            start[i] = RandomFactors.DrawLogarithm(random);
            if (random.NextDouble() < SignFlipProbability) start[i] = -start[i] - (2 * Origin);
        }

        search = new CmaEs(start, FirstStep, population, random);
    }
}
