using System.Collections.Immutable;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Oracle;

/// <summary>Programs to evaluate on one task set.</summary>
internal sealed record FitnessBatch(TaskSet Tasks, EvaluationSettings Settings, ImmutableArray<Program> Programs)
{
    /// <summary>The fitness of one of the programs by the oracle.</summary>
    /// <param name="program">The program.</param>
    /// <param name="ordinal">The ordinal of the random instruction at an index of a function; negative where it does not matter.</param>
    public FitnessResult Expected(Program program, Func<ComponentFunction, int, int> ordinal) => Settings.Precision == Precision.Bits64
        ? OracleInterpreter<double>.Evaluate(program, Tasks, Settings, ordinal)
        : OracleInterpreter<float>.Evaluate(program, Tasks, Settings, ordinal);

    /// <summary>What is needed to see a failure again.</summary>
    public override string ToString() =>
        $"{Tasks.Count} tasks ({string.Join(", ", Tasks.Tasks.Select(task => task.Kind).Distinct())}), F = {Tasks.Dimension}, "
        + $"{Tasks.Classes} classes, {Tasks.TrainCount} + {Tasks.ValidCount} examples, {Tasks.Epochs} epochs, {Settings}";
}
