using System.Collections.Immutable;
using AutoMLZero.Numerics;

namespace AutoMLZero.Tuning;

/// <summary>The numbers of CMA-ES that follow from dimension and population size, as in Hansen's tutorial (arXiv:1604.00772, table 1), without negative weights.</summary>
internal sealed record CmaParameters
{
    /// <summary>Works the numbers out.</summary>
    /// <param name="dimension">Number of variables n, at least 1.</param>
    /// <param name="population">Number of points of a generation, at least 4.</param>
    /// <param name="isDiagonal">Whether only variances are learned, which may then be learned faster by (n + 2) / 3 (Ros and Hansen, 2008).</param>
    public CmaParameters(int dimension, int population, bool isDiagonal)
    {
        double n = dimension;
        Weights = WeightsOf(population);
        var squares = 0.0;
        foreach (var weight in Weights) squares += weight * weight;
        EffectiveParents = 1 / squares;
        var speed = isDiagonal ? (n + 2) / 3 : 1;
        PathOfSteps = (EffectiveParents + 2) / (n + EffectiveParents + 5);
        Damping = 1 + (2 * Math.Max(0, Math.Sqrt((EffectiveParents - 1) / (n + 1)) - 1)) + PathOfSteps;
        PathOfCovariance = (4 + (EffectiveParents / n)) / (n + 4 + (2 * EffectiveParents / n));
        RankOne = Math.Min(0.5, speed * 2 / (((n + 1.3) * (n + 1.3)) + EffectiveParents));
        RankMany = Math.Min(
            1 - RankOne, speed * 2 * (EffectiveParents - 2 + (1 / EffectiveParents)) / (((n + 2) * (n + 2)) + EffectiveParents));
        ExpectedNorm = Math.Sqrt(n) * (1 - (1 / (4 * n)) + (1 / (21 * n * n)));
    }

    /// <summary>The weights of the best half of a generation, the best first; they descend, are positive, and add up to 1.</summary>
    public ImmutableArray<double> Weights { get; }

    /// <summary>How many equally weighted points would vary as much as the weighted ones (mu_eff).</summary>
    public double EffectiveParents { get; }

    /// <summary>How fast the path that decides the step size forgets (c_sigma).</summary>
    public double PathOfSteps { get; }

    /// <summary>How slowly the step size changes (d_sigma).</summary>
    public double Damping { get; }

    /// <summary>How fast the path that goes into the covariances forgets (c_c).</summary>
    public double PathOfCovariance { get; }

    /// <summary>The share of the path in the new covariances (c_1).</summary>
    public double RankOne { get; }

    /// <summary>The share of the best points in the new covariances (c_mu).</summary>
    public double RankMany { get; }

    /// <summary>The expected length of a standard normal vector, approximately.</summary>
    public double ExpectedNorm { get; }

    private static ImmutableArray<double> WeightsOf(int population)
    {
        var weights = new double[population / 2];
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] = Elementary.Log((population + 1) / 2.0) - Elementary.Log(i + 1);
        return [.. weights.Select(weight => weight / sum)];
    }
}
