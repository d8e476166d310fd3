using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Experiments;

/// <summary>Synthetic regression tasks in a spec.</summary>
internal sealed class SyntheticTaskFormat : ITaskFormat
{
    private const int MaxExamples = 10_000_000;

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = [.. SpecWords.Synthetic.Select(pair => pair.Word)];

    /// <inheritdoc/>
    public string Schema => ResourceText.Read<SyntheticTaskFormat>("AutoMLZero.Experiments.synthetic.schema.json");

    /// <inheritdoc/>
    public TaskSource Read(JsonField field)
    {
        field.Object(["kind", "count", "features", "train", "valid", "epochs"], ["scale"]);
        var settings = new SyntheticTaskSettings
        {
            Kind = field["kind"].OneOf<SyntheticKind>(SpecWords.Synthetic),
            Count = field["count"].Whole(1, 100_000),
            Dimension = field["features"].Whole(1, SyntheticTaskSettings.MaxDimension),
            TrainExamples = field["train"].Whole(1, MaxExamples),
            ValidExamples = field["valid"].Whole(1, MaxExamples),
            Epochs = field["epochs"].Whole(1, 1_000_000),
            Scale = field.Optional("scale")?.Number(DataScale.Least, DataScale.Most) ?? 1,
        };
        try
        {
            return new SyntheticTaskSource(settings.Validated());
        }
        catch (InputException error)
        {
            throw field.Error($"is too large: {error.Message}", error);
        }
    }
}
