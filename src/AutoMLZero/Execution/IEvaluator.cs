using AutoMLZero.Language;
using AutoMLZero.State;
using AutoMLZero.Tasks;

namespace AutoMLZero.Execution;

/// <summary>
/// Evaluates programs on one task set. Not safe for use by several threads at once. Its state is what caches hold, as far as that decides fitness or
/// outcome of later evaluations; those without caches have none.
/// </summary>
public interface IEvaluator : IDisposable, IStateful
{
    /// <summary>The tasks that programs are evaluated on.</summary>
    TaskSet Tasks { get; }

    /// <summary>The fitness on each task, in the order of <see cref="TaskSet.AllTasks"/>, of the last program that ran in full.</summary>
    ReadOnlySpan<double> TaskFitness { get; }

    /// <summary>The fitness of a program.</summary>
    /// <param name="program">The program.</param>
    /// <exception cref="InputException">The program writes <c>v1</c> and the tasks are multi-class.</exception>
    Evaluation Evaluate(Program program);

    /// <summary>The fitness of a program, or its first fitness when that stays below a hurdle (see <see cref="HurdleSettings"/>).</summary>
    /// <param name="program">The program.</param>
    /// <param name="hurdle">What the first fitness must reach; null when the program is to run in full, as it does without hurdles anyway.</param>
    /// <exception cref="InputException">The program writes <c>v1</c> and the tasks are multi-class.</exception>
    Evaluation Evaluate(Program program, double? hurdle) => Evaluate(program);

    /// <inheritdoc/>
    void IStateful.Save(StateWriter writer)
    {
    }

    /// <inheritdoc/>
    void IStateful.Restore(StateReader reader)
    {
    }
}
