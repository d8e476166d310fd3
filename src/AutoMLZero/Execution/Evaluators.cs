using System.Numerics;
using AutoMLZero.Execution.Stages;
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
        Create(tasks, settings, new EarlyExits { FunctionalCache = cache });

    /// <summary>An evaluator of programs on a task set.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <param name="settings">How programs are evaluated.</param>
    /// <param name="exits">How evaluations are spared or cut short.</param>
    public static IEvaluator Create(TaskSet tasks, EvaluationSettings settings, EarlyExits exits)
    {
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(exits);
        return Create(tasks, settings, exits, EngineOptions.All);
    }

    /// <summary>As above, by an engine without some of its parts.</summary>
    internal static IEvaluator Create(TaskSet tasks, EvaluationSettings settings, EarlyExits exits, EngineOptions options) =>
        settings.Precision == Precision.Bits64 ? Create<double>(tasks, settings, exits, options) : Create<float>(tasks, settings, exits, options);

    private static IEvaluator Create<T>(TaskSet tasks, EvaluationSettings settings, EarlyExits exits, EngineOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        exits != new EarlyExits() ? new StagedEvaluator<T>(tasks, settings, exits, options)
        : tasks.IsMix ? new MixEvaluator<T>(tasks, settings, options)
        : new Evaluator<T>(tasks, settings, options);
}
