using System.Text.Json.Nodes;
using AutoMLZero.Data.Images;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Data.ImageTasks;

/// <summary>Tasks of images in a spec.</summary>
/// <param name="library">Where the images are.</param>
public sealed class ImageTaskFormat(ImageLibrary library) : ITaskFormat
{
    private const string Kind = "images";

    private static readonly (string Word, ImageDataSet Meaning)[] DataSets = [.. ImageDataSet.All.Select(set => (set.Name, set))];

    private static readonly (string Word, ImageClasses Meaning)[] Classes =
    [
        ("searchPairs", ImageClasses.SearchPairs),
        ("heldOutPairs", ImageClasses.HeldOutPairs),
        ("allPairs", ImageClasses.AllPairs),
        ("ten", ImageClasses.Ten),
    ];

    private static readonly (string Word, ImageFeatures Meaning)[] Views =
        [("projected", ImageFeatures.Projected), ("downsampled", ImageFeatures.Downsampled), ("pixels", ImageFeatures.Pixels)];

    private static readonly (string Word, ImagePart Meaning)[] Parts = [("train", ImagePart.Train), ("test", ImagePart.Test)];

    /// <inheritdoc/>
    public IReadOnlyList<string> Kinds { get; } = [Kind];

    /// <inheritdoc/>
    public string Schema
    {
        get
        {
            using var reader = new StreamReader(typeof(ImageTaskFormat).Assembly.GetManifestResourceStream("AutoMLZero.Data.images.schema.json")!);
            return reader.ReadToEnd();
        }
    }

    /// <inheritdoc/>
    public TaskSource Read(JsonField field)
    {
        field.Object(["kind", "data", "classes", "view", "features", "count", "train", "valid", "validFrom", "epochs"], ["scale"]);
        var settings = new ImageTaskSettings
        {
            DataSet = field["data"].OneOf<ImageDataSet>(DataSets),
            Classes = field["classes"].OneOf<ImageClasses>(Classes),
            Features = field["view"].OneOf<ImageFeatures>(Views),
            Dimension = field["features"].Whole(1, ImageTaskSettings.MaxDimension),
            Count = field["count"].Whole(1, ImageTaskSettings.MaxCount),
            TrainExamples = field["train"].Whole(1, ImageTaskSettings.MaxExamples),
            ValidExamples = field["valid"].Whole(1, ImageTaskSettings.MaxExamples),
            ValidFrom = field["validFrom"].OneOf<ImagePart>(Parts),
            Epochs = field["epochs"].Whole(1, ImageTaskSettings.MaxEpochs),
            Scale = field.Optional("scale")?.Number(DataScale.Least, DataScale.Most) ?? 1,
        };
        try
        {
            return new ImageTaskSource(settings.Validated(), library);
        }
        catch (InputException error)
        {
            throw field.Error($"does not fit: {error.Message}", error);
        }
    }

    /// <summary>The JSON object of tasks.</summary>
    internal static JsonObject Write(ImageTaskSettings settings)
    {
        var json = WriteUnscaled(settings);
        if (settings.Scale != 1) json["scale"] = settings.Scale;
        return json;
    }

    /// <summary>The JSON object of tasks, whatever their scale.</summary>
    internal static JsonObject WriteUnscaled(ImageTaskSettings settings) => new()
    {
        ["kind"] = Kind,
        ["data"] = settings.DataSet.Name,
        ["classes"] = Word(Classes, settings.Classes),
        ["view"] = Word(Views, settings.Features),
        ["features"] = settings.Dimension,
        ["count"] = settings.Count,
        ["train"] = settings.TrainExamples,
        ["valid"] = settings.ValidExamples,
        ["validFrom"] = Word(Parts, settings.ValidFrom),
        ["epochs"] = settings.Epochs,
    };

    private static string Word<T>((string Word, T Meaning)[] words, T meaning) =>
        Array.Find(words, pair => EqualityComparer<T>.Default.Equals(pair.Meaning, meaning)).Word;
}
