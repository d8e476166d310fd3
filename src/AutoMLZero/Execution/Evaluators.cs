using System.Numerics;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution;

/// <summary>Makes evaluators.</summary>
public static class Evaluators
{
    /// <summary>An evaluator of programs on a task set.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <param name="settings">How programs are evaluated.</param>
    /// <param name="cache">How programs are probed for functional equivalence; every program runs in full when null.</param>
    public static IEvaluator Create(TaskSet tasks, EvaluationSettings settings, FunctionalCacheSettings? cache = null) =>
        settings.Precision == Precision.Bits64 ? Create<double>(tasks, settings, cache) : Create<float>(tasks, settings, cache);

    private static IEvaluator Create<T>(TaskSet tasks, EvaluationSettings settings, FunctionalCacheSettings? cache)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var evaluator = new Evaluator<T>(tasks, settings);
        return cache is null ? evaluator : new FunctionalCacheEvaluator<T>(evaluator, cache);
    }
}
