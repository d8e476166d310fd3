using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Experiments;

/// <summary>The fields of the tasks in a spec.</summary>
internal static class TaskFields
{
    private const int MaxExamples = 10_000_000;

    /// <summary>Reads the three task sources.</summary>
    public static TaskSplits Splits(JsonField field)
    {
        field.Object(["search", "select", "test"]);
        return new TaskSplits(Source(field["search"]), Source(field["select"]), Source(field["test"]));
    }

    /// <summary>Reads where task sets come from.</summary>
    public static SyntheticTaskSource Source(JsonField field)
    {
        field.Object(["kind", "count", "features", "train", "valid", "epochs"]);
        var settings = new SyntheticTaskSettings
        {
            Kind = field["kind"].OneOf<SyntheticKind>(SpecWords.Synthetic),
            Count = field["count"].Whole(1, 100_000),
            Dimension = field["features"].Whole(1, SyntheticTaskSettings.MaxDimension),
            TrainExamples = field["train"].Whole(1, MaxExamples),
            ValidExamples = field["valid"].Whole(1, MaxExamples),
            Epochs = field["epochs"].Whole(1, 1_000_000),
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
