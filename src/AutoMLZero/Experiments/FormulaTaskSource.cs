using System.Text.Json.Nodes;
using AutoMLZero.Tasks;

namespace AutoMLZero.Experiments;

/// <summary>A task of symbolic regression.</summary>
/// <param name="Formula">The formula.</param>
/// <param name="Examples">Number of examples that count.</param>
public sealed record FormulaTaskSource(Formula Formula, int Examples) : TaskSource
{
    /// <inheritdoc/>
    public override int Count => 1;

    /// <inheritdoc/>
    public override int Dimension => Formula.Inputs;

    /// <inheritdoc/>
    public override int TrainExamples => 1;

    /// <inheritdoc/>
    public override int ValidExamples => Examples;

    /// <inheritdoc/>
    public override long TrainingSteps => 1;

    /// <inheritdoc/>
    public override TaskSet Create(ulong seed) => FormulaTasks.Create(Formula, Examples, seed);

    /// <inheritdoc/>
    public override JsonObject ToJson() => new()
    {
        ["kind"] = FormulaTaskFormat.Kind,
        ["formula"] = Formula.Name,
        ["examples"] = Examples,
    };
}
