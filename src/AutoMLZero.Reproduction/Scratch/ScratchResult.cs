using System.Collections.Immutable;
using AutoMLZero.Experiments;
using AutoMLZero.Search;

namespace AutoMLZero.Reproduction.Scratch;

/// <summary>What came of a search from empty programs.</summary>
/// <param name="Program">The best program on the selection tasks.</param>
/// <param name="SelectFitness">Its accuracy there.</param>
/// <param name="Progress">How the best search fitness grew.</param>
/// <param name="Milestones">Where in its line of ancestors techniques came in.</param>
internal sealed record ScratchResult(string Program, double SelectFitness, ImmutableArray<ProgressPoint> Progress, ImmutableArray<Milestone> Milestones)
{
    /// <summary>Searches.</summary>
    /// <param name="spec">One experiment.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cancellation">Ends it.</param>
    public static ScratchResult Search(ExperimentSpec spec, ulong seed, CancellationToken cancellation)
    {
        var progress = ImmutableArray.CreateBuilder<ProgressPoint>();
        Champion? champion = null;
        foreach (var epoch in new ExperimentSeries(spec, seed).Epochs(cancellation).ToBlockingEnumerable(cancellation))
        {
            progress.Add(new ProgressPoint(epoch.Counters.Individuals, epoch.Best?.Fitness ?? 0));
            champion = epoch.Champion;
        }

        var individual = champion!.Individual;
        return new ScratchResult(individual.Program.ToString(), champion.SelectFitness, progress.ToImmutable(), Milestone.Of(individual.Lineage));
    }
}

/// <summary>How far a search was.</summary>
/// <param name="Individuals">Individuals so far.</param>
/// <param name="Fitness">The best fitness on search tasks.</param>
internal sealed record ProgressPoint(long Individuals, double Fitness);

/// <summary>An ancestor that was the first of its line to use a technique.</summary>
/// <param name="Born">Which individual it was.</param>
/// <param name="Fitness">Its fitness on search tasks.</param>
/// <param name="Technique">The technique.</param>
internal sealed record Milestone(long Born, double Fitness, string Technique)
{
    /// <summary>The milestones of a line, the earliest first.</summary>
    /// <param name="lineage">The line; none when null.</param>
    public static ImmutableArray<Milestone> Of(Lineage? lineage)
    {
        var milestones = ImmutableArray.CreateBuilder<Milestone>();
        if (lineage is null) return [];
        foreach (var step in lineage.Steps.Prepend(lineage.Founder))
        {
            foreach (var technique in Techniques.Of(step.Program).Where(technique => milestones.All(known => known.Technique != technique)))
                milestones.Add(new Milestone(step.Born, step.Fitness, technique));
        }

        return milestones.ToImmutable();
    }
}
