using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.State;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Experiments;

/// <summary>Does what another evaluator does, and calls back before each evaluation.</summary>
internal sealed class WatchedEvaluator(IEvaluator evaluator, Action watch) : IEvaluator
{
    public TaskSet Tasks => evaluator.Tasks;

    public ReadOnlySpan<double> TaskFitness => evaluator.TaskFitness;

    public Evaluation Evaluate(Program program)
    {
        watch();
        return evaluator.Evaluate(program);
    }

    public Evaluation Evaluate(Program program, double? hurdle)
    {
        watch();
        return evaluator.Evaluate(program, hurdle);
    }

    public void Save(StateWriter writer) => evaluator.Save(writer);

    public void Restore(StateReader reader) => evaluator.Restore(reader);

    public void Dispose() => evaluator.Dispose();
}
