using System.Collections.Immutable;
using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Numerics;
using AutoMLZero.Reproduction.Scratch;
using AutoMLZero.Reproduction.Statistics;

namespace AutoMLZero.Reproduction.Ablations;

/// <summary>What came of a search that ended when it had spent what it may.</summary>
/// <param name="Program">The program with the best accuracy on the selection tasks.</param>
/// <param name="Accuracy">Its accuracy on unseen tasks.</param>
/// <param name="Individuals">Individuals over all islands.</param>
/// <param name="Evaluated">How many of them ran in full.</param>
/// <param name="Progress">How the best search fitness on CIFAR-10 grew.</param>
internal sealed record AblationRun(string Program, double Accuracy, long Individuals, long Evaluated, ImmutableArray<ProgressPoint> Progress)
{
    /// <summary>Searches until a number of full evaluations, or what costs as much, is spent.</summary>
    /// <param name="variant">How.</param>
    /// <param name="spec">The search.</param>
    /// <param name="evaluations">What may be spent.</param>
    /// <param name="seed">The seed; unseen tasks depend on it, too.</param>
    /// <param name="cancellation">Ends it.</param>
    public static AblationRun Search(Variant variant, ExperimentSpec spec, long evaluations, ulong seed, CancellationToken cancellation)
    {
        var progress = ImmutableArray.CreateBuilder<ProgressPoint>();
        Epoch? last = null;
        foreach (var epoch in new ExperimentSeries(spec, seed).Epochs(cancellation).ToBlockingEnumerable(cancellation))
        {
            last = epoch;
            var best = OnCifar(variant, epoch).Max(island => island.Best?.Fitness ?? 0);
            progress.Add(new ProgressPoint((long)Variant.Spent(epoch.Counters, spec), best));
            if (Variant.Spent(epoch.Counters, spec) >= evaluations) break;
        }

        var program = Select(spec, seed, OnCifar(variant, last!).Select(island => island.Best!.Program));
        var accuracy = MeanEstimate.Of(TaskFitness.Of(program, spec.Tasks.Test.Create(SplitMix.Derive(seed, 1)), spec.Evaluation)).Mean;
        return new AblationRun(program.ToString(), accuracy, last!.Counters.Individuals, last.Counters.Evaluated, progress.ToImmutable());
    }

    private static IEnumerable<IslandEpoch> OnCifar(Variant variant, Epoch epoch) => epoch.Islands.Where((_, island) => variant.IsOnCifar(island));

    private static Program Select(ExperimentSpec spec, ulong seed, IEnumerable<Program> programs)
    {
        using var evaluator = Evaluators.Create(spec.Tasks.Select.Create(SplitMix.Derive(seed, 0)), spec.Evaluation);
        return programs.Select(program => (Program: program, evaluator.Evaluate(program).Fitness)).MaxBy(pair => pair.Fitness).Program;
    }
}
