using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Experiments;

/// <summary>Tasks of symbolic regression in a spec.</summary>
internal sealed class FormulaTaskFormat : ITaskFormat
{
    /// <summary>The word for them.</summary>
    public const string Kind = "formula";

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = [Kind];

    /// <inheritdoc/>
    public string Schema => ResourceText.Read<FormulaTaskFormat>("AutoMLZero.Experiments.formula.schema.json");

    /// <inheritdoc/>
    public TaskSource Read(JsonField field)
    {
        field.Object(["kind", "formula", "examples"]);
        return new FormulaTaskSource(Named(field["formula"]), field["examples"].Whole(1, FormulaTasks.MostExamples));
    }

    private static Formula Named(JsonField field)
    {
        try
        {
            return Formulas.Named(field.Text());
        }
        catch (InputException error)
        {
            throw field.Error($"is unknown: {error.Message}", error);
        }
    }
}
