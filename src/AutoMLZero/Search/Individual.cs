using AutoMLZero.Execution;
using AutoMLZero.Language;

namespace AutoMLZero.Search;

/// <summary>A program with its fitness on the search tasks.</summary>
/// <param name="Program">The program.</param>
/// <param name="Fitness">Its fitness, in [0, 1].</param>
public sealed record Individual(Program Program, double Fitness)
{
    /// <summary>Whether a hurdle stopped the program: <see cref="Fitness"/> then is the first fitness, and it cannot be the best.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The fitness on the first part of the evaluation, from which hurdles follow; null without hurdles.</summary>
    public double? FirstFitness { get; init; }

    /// <summary>A program and what its evaluation found.</summary>
    internal static Individual From(Program program, in Evaluation evaluation) =>
        new(program, evaluation.Fitness) { IsPartial = evaluation.IsPartial, FirstFitness = evaluation.FirstFitness };
}
