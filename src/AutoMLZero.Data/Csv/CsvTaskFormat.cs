using System.Text.Json.Nodes;
using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Csv;

/// <summary>Tasks of a CSV file in a spec.</summary>
/// <param name="tables">Where tables come from.</param>
public sealed class CsvTaskFormat(CsvTables tables) : ITaskFormat
{
    private const string Kind = "csv";

    private static readonly (string Word, TableTask Meaning)[] Tasks =
        [("regression", TableTask.Regression), ("classification", TableTask.Classification)];

    private static readonly (string Word, ScoredOn Meaning)[] Scores = [("training", ScoredOn.Training), ("heldOut", ScoredOn.HeldOut), ("searchPart", ScoredOn.SearchPart), ("selectPart", ScoredOn.SelectPart)];

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = [Kind];

    /// <inheritdoc/>
    public string Schema { get; } = ReadSchema();

    /// <inheritdoc/>
    public TaskSource Read(JsonField field)
    {
        field.Object([
            "kind", "file", "target", "task", "impute", "ignore", "heldOutShare", "splitSeed", "scoredOn", "features", "classes", "count", "train", "valid"], ["standardize"]);
        var settings = new CsvTaskSettings
        {
            File = field["file"].IsNull ? null : field["file"].Text(),
            Table = Table(field),
            ScoredOn = field["scoredOn"].OneOf<ScoredOn>(Scores),
            Features = field["features"].Whole(1, TableTransformation.MostFeatures),
            Classes = field["classes"].Whole(0, CsvTable.MostCategories),
            Count = field["count"].Whole(1, CsvTaskSettings.MostTasks),
            Train = field["train"].Whole(1, CsvTaskSettings.MostExamples),
            Valid = field["valid"].Whole(1, CsvTaskSettings.MostExamples),
        };
        try
        {
            return new CsvTaskSource(settings.Validated(), tables);
        }
        catch (InputException error)
        {
            throw field.Error($"cannot be: {error.Message}", error);
        }
    }

    /// <summary>The JSON object that stands for tasks.</summary>
    internal static JsonObject Write(CsvTaskSettings settings)
    {
        var json = WriteRequired(settings);
        if (!settings.Table.Standardize) json["standardize"] = false;
        return json;
    }

    private static JsonObject WriteRequired(CsvTaskSettings settings) => new()
    {
        ["kind"] = Kind,
        ["file"] = settings.File,
        ["target"] = settings.Table.Target,
        ["task"] = Array.Find(Tasks, pair => pair.Meaning == settings.Table.Task).Word,
        ["impute"] = settings.Table.Impute,
        ["ignore"] = new JsonArray([.. settings.Table.Ignore.Select(name => JsonValue.Create(name))]),
        ["heldOutShare"] = settings.Table.HeldOutShare,
        ["splitSeed"] = settings.Table.SplitSeed,
        ["scoredOn"] = Array.Find(Scores, pair => pair.Meaning == settings.ScoredOn).Word,
        ["features"] = settings.Features,
        ["classes"] = settings.Classes,
        ["count"] = settings.Count,
        ["train"] = settings.Train,
        ["valid"] = settings.Valid,
    };

    private static TableSettings Table(JsonField field) => new()
    {
        Target = field["target"].Text(),
        Task = field["task"].OneOf<TableTask>(Tasks),
        Impute = field["impute"].Flag(),
        Ignore = [.. field["ignore"].Items("an array of names of columns").Select(name => name.Text())],
        HeldOutShare = field["heldOutShare"].Number(1e-6, 0.5),
        SplitSeed = field["splitSeed"].Seed(),
        Standardize = field.Optional("standardize")?.Flag() ?? true,
    };

    private static string ReadSchema()
    {
        using var reader = new StreamReader(typeof(CsvTaskFormat).Assembly.GetManifestResourceStream("AutoMLZero.Data.csv.schema.json")!);
        return reader.ReadToEnd();
    }
}
