using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Csv;

/// <summary>The JSON form of a transformation.</summary>
public static class TransformationFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The JSON text of a transformation; <see cref="Read"/> reads it back equal.</summary>
    /// <param name="transformation">The transformation.</param>
    public static string Write(TableTransformation transformation)
    {
        ArgumentNullException.ThrowIfNull(transformation);
        return new JsonObject
        {
            ["hasHeader"] = transformation.HasHeader,
            ["fileColumns"] = transformation.FileColumns,
            ["target"] = new JsonObject
            {
                ["name"] = transformation.Target.Name,
                ["classes"] = Texts(transformation.Target.Classes),
                ["numbers"] = Json(transformation.Target.Numbers),
            },
            ["columns"] = new JsonArray([.. transformation.Columns.Select(Json)]),
        }.ToJsonString(Options) + "\n";
    }

    /// <summary>Reads a transformation.</summary>
    /// <param name="json">The text.</param>
    /// <param name="source">What errors call it.</param>
    /// <exception cref="InputException">The text is no transformation; the message says where and what was expected.</exception>
    public static TableTransformation Read(string json, string source)
    {
        using var document = JsonText.Parse(json, source);
        var root = new JsonField(document.RootElement, source).Object(["hasHeader", "fileColumns", "target", "columns"]);
        var transformation = new TableTransformation
        {
            HasHeader = root["hasHeader"].Flag(),
            FileColumns = root["fileColumns"].Whole(1, CsvReader.MostColumns),
            Target = Target(root["target"]),
            Columns = [.. root["columns"].Items().Select(Column)],
        };
        Check(transformation, root);
        return transformation;
    }

    private static void Check(TableTransformation transformation, JsonField root)
    {
        if (transformation.Columns.IsEmpty || transformation.Width > TableTransformation.MostFeatures)
            throw root["columns"].Error($"have {transformation.Width} features, expected 1 to {TableTransformation.MostFeatures}");
        if (transformation.HasHeader) return;
        foreach (var name in transformation.Columns.Select(column => column.Name).Append(transformation.Target.Name))
        {
            if (!int.TryParse(name, out var number) || number < 1 || number > transformation.FileColumns)
                throw root["columns"].Error($"name '{name}', expected numbers from 1 to {transformation.FileColumns} because there is no header");
        }
    }

    private static TargetTransformation Target(JsonField field)
    {
        field.Object(["name", "classes", "numbers"]);
        var target = new TargetTransformation
        {
            Name = field["name"].Text(),
            Classes = [.. field["classes"].Items().Select(name => name.Text())],
            Numbers = Standardized(field["numbers"]),
        };
        return target.Classes.Length is 1 or > CsvTable.MostCategories
            ? throw field["classes"].Error($"are {target.Classes.Length}, expected none, or 2 to {CsvTable.MostCategories}")
            : target;
    }

    private static ColumnTransformation Column(JsonField field)
    {
        field.Object(["name", "words", "replacement", "features"]);
        var column = new ColumnTransformation
        {
            Name = field["name"].Text(),
            Words = [.. field["words"].Items().Select(word => word.Text())],
            Replacement = field["replacement"].IsNull ? null : field["replacement"].Finite(),
            Features = [.. field["features"].Items().Select(Standardized)],
        };
        if (column.Width != Math.Max(1, column.Words.Length))
            throw field["features"].Error($"are {column.Width}, expected {Math.Max(1, column.Words.Length)}, one for each word or one number");
        if (column is { Words.IsEmpty: false, Replacement: not null }) field["replacement"].Whole(0, column.Words.Length - 1);
        return column;
    }

    private static Standardization Standardized(JsonField field)
    {
        field.Object(["mean", "scale"]);
        return new Standardization(field["mean"].Number(-CellText.LargestNumber, CellText.LargestNumber), field["scale"].Number(double.Epsilon, double.MaxValue));
    }

    private static JsonObject Json(ColumnTransformation column) => new()
    {
        ["name"] = column.Name,
        ["words"] = Texts(column.Words),
        ["replacement"] = column.Replacement,
        ["features"] = new JsonArray([.. column.Features.Select(Json)]),
    };

    private static JsonObject Json(Standardization standardization) => new() { ["mean"] = standardization.Mean, ["scale"] = standardization.Scale };

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
