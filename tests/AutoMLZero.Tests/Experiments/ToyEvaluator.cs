using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Experiments;

/// <summary>Says what a function says about a program and the tasks; the fitness on the tasks is spread evenly around it.</summary>
internal sealed class ToyEvaluator(TaskSet tasks, Func<Program, TaskSet, double> judge) : IEvaluator
{
    private readonly double[] taskFitness = new double[tasks.Count];

    public TaskSet Tasks => tasks;

    public ReadOnlySpan<double> TaskFitness => taskFitness;

    public bool IsDisposed { get; private set; }

    public Evaluation Evaluate(Program program)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        var fitness = judge(program, tasks);
        for (var i = 0; i < taskFitness.Length; i++) taskFitness[i] = fitness + (i % 2 == 0 ? 0.001 : -0.001);
        return new Evaluation(fitness, EvaluationOutcome.Evaluated);
    }

    public void Dispose() => IsDisposed = true;
}

/// <summary>Makes toy evaluators and keeps them.</summary>
internal sealed class ToyEvaluators(Func<Program, TaskSet, double> judge)
{
    public List<ToyEvaluator> Made { get; } = [];

    public EvaluatorFactory Factory => (tasks, _, _) =>
    {
        Made.Add(new ToyEvaluator(tasks, judge));
        return Made[^1];
    };
}
