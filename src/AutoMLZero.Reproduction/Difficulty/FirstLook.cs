using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Reproduction.Difficulty;

/// <summary>
/// Runs programs on one task and a part of the examples: what does not reduce the error by 30 % there, with a learning rate of 0.01 or more, does
/// not become acceptable. The hand-written programs reduce it by 75 %.
/// </summary>
internal sealed class FirstLook : IDisposable
{
    private const int TrainExamples = 150;
    private const int ValidExamples = 30;
    private const double Remaining = 0.7;

    private readonly IEvaluator evaluator;
    private readonly double threshold;

    /// <summary>Makes the task.</summary>
    /// <param name="spec">The search.</param>
    /// <param name="seed">Decides the task.</param>
    public FirstLook(ExperimentSpec spec, ulong seed)
    {
        var source = (SyntheticTaskSource)spec.Tasks.Search;
        var tasks = new SyntheticTaskSource(source.Settings with
        {
            Count = 1,
            TrainExamples = Math.Min(TrainExamples, source.TrainExamples),
            ValidExamples = Math.Min(ValidExamples, source.ValidExamples),
        }).Create(seed);
        evaluator = Evaluators.Create(tasks, spec.Evaluation);
        var zero = Elementary.Tan((1 - evaluator.Evaluate(Program.Empty).Fitness) * Math.PI / 2);
        threshold = 1 - (2 / Math.PI * Elementary.Arctan(Remaining * zero));
    }

    /// <summary>Whether a program may become acceptable.</summary>
    /// <param name="program">The program.</param>
    public bool Passes(Program program) => evaluator.Evaluate(program).Fitness >= threshold;

    /// <summary>Frees the memory in which programs run.</summary>
    public void Dispose() => evaluator.Dispose();
}
