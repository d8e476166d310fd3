using System.Collections.Immutable;
using AutoMLZero.Experiments;
using AutoMLZero.Reproduction.Statistics;

namespace AutoMLZero.Reproduction.Adaptation;

/// <summary>What came of an experiment that started from a network.</summary>
/// <param name="Program">The best program.</param>
/// <param name="Techniques">The techniques that it uses.</param>
/// <param name="Accuracy">Its mean accuracy on unseen tasks.</param>
/// <param name="Network">The mean accuracy there of the network that evolution started from.</param>
/// <param name="Individuals">Individuals of the experiment.</param>
internal sealed record Evolved(string Program, ImmutableArray<string> Techniques, double Accuracy, double Network, long Individuals)
{
    /// <summary>Does an experiment.</summary>
    /// <param name="laboratory">Where it is done.</param>
    /// <param name="spec">The search.</param>
    /// <param name="seed">The seed.</param>
    public static Evolved Search(Laboratory laboratory, ExperimentSpec spec, ulong seed)
    {
        var result = laboratory.Search(spec, seed);
        var program = result.Program!;
        var tasks = spec.Tasks.Test.Create(ExperimentSeeds.TestTasks(seed));
        return new Evolved(
            program.ToString(),
            Reproduction.Techniques.Of(program, tasks.IsMultiClass),
            MeanEstimate.Of(TaskFitness.Of(program, tasks, spec.Evaluation)).Mean,
            MeanEstimate.Of(TaskFitness.Of(spec.Start.Program!, tasks, spec.Evaluation)).Mean,
            result.Counters.Individuals);
    }
}
