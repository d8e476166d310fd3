using System.Text.Json;
using System.Text.Json.Nodes;
using AutoMLZero.Data.ImageTasks;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using NJsonSchema;

namespace AutoMLZero.Data.Tests.ImageTasks;

public class ImageTaskFormatTests
{
    private static readonly SpecCatalog Catalog = DataCatalog.Create(new DataFolder("/none"));

    private static readonly string[] OfImages = [.. Catalog.PresetNames.Where(name => name.StartsWith("cifar10", StringComparison.Ordinal) || name.StartsWith("mnist", StringComparison.Ordinal))];

    [Fact]
    public void There_are_presets_of_images() => Assert.Equal(["cifar10-baseline", "cifar10-binary", "cifar10-multiclass", "mnist-binary"], OfImages);

    [Fact]
    public async Task Presets_read_back_equal_fit_the_schema_and_bear_their_names()
    {
        var schema = await JsonSchema.FromJsonAsync(SpecSchema.Of(Catalog), TestContext.Current.CancellationToken);
        foreach (var name in OfImages)
        {
            var spec = Catalog.LoadPreset(name);
            var text = SpecWriter.Write(spec);
            Assert.Equal(name, spec.Name);
            Assert.Equal(spec, SpecReader.Read(text, name, catalog: DataCatalog.Create(new DataFolder("/none"))));
            Assert.Empty(schema.Validate(text));
        }
    }

    [Theory]
    [InlineData("data", "svhn", "is \"svhn\", expected one of \"mnist\", \"cifar10\"")]
    [InlineData("classes", "all", "is \"all\", expected one of \"searchPairs\", \"heldOutPairs\", \"allPairs\", \"ten\"")]
    [InlineData("features", "0", "is 0, expected a whole number from 1 to 3072")]
    [InlineData("epochs", "0.5", "is 0.5, expected a whole number from 1 to 1000000")]
    [InlineData("validFrom", "valid", "is \"valid\", expected one of \"train\", \"test\"")]
    [InlineData("seed", "1", "is not a known field, expected one of kind, data, classes, view, features, count, train, valid, validFrom, epochs, scale")]
    public void A_value_out_of_bounds_is_named_with_its_path(string key, string value, string message) => Assert.Equal(
        $"cifar10-binary: tasks.search.{key} {message}",
        Complaints.Of(() => Catalog.LoadPreset("cifar10-binary", [KeyValuePair.Create($"tasks.search.{key}", value)])));

    [Theory]
    [InlineData("view", "pixels", "the dimension is 16, expected 3072 for images of 32 x 32 x 3 pixels")]
    [InlineData("view", "downsampled", "the dimension is 16, expected 768 for images of 32 x 32 x 3 pixels")]
    [InlineData("count", "100000", "the tasks have 16000000000 features in all, expected at most 2147483591")]
    public void Values_that_do_not_fit_each_other_are_refused(string key, string value, string message) => Assert.Equal(
        $"cifar10-binary: tasks.search does not fit: {message}",
        Complaints.Of(() => Catalog.LoadPreset("cifar10-binary", [KeyValuePair.Create($"tasks.search.{key}", value)])));

    [Fact]
    public void Ten_classes_need_ten_features() => Assert.Equal(
        "cifar10-multiclass: tasks.test does not fit: the dimension is 9, expected at least the number of classes, 10",
        Complaints.Of(() => Catalog.LoadPreset("cifar10-multiclass", [KeyValuePair.Create("tasks.test.features", "9")])));

    [Fact]
    public void A_cache_needs_no_more_examples_than_there_are() => Assert.Equal(
        "cifar10-binary: functionalCache.trainExamples is 9000, expected at most tasks.search.train, 8000",
        Complaints.Of(() => Catalog.LoadPreset("cifar10-binary", [KeyValuePair.Create("functionalCache.trainExamples", "9000")])));

    [Fact]
    public async Task Schema_and_reader_judge_alike()
    {
        var schema = await JsonSchema.FromJsonAsync(SpecSchema.Of(Catalog), TestContext.Current.CancellationToken);
        string[] values = ["-1", "0", "1", "16", "0.5", "1e7", "null", "true", "\"ten\"", "\"mnist\"", "\"test\"", "\"pixels\"", "\"linear\"", "[]", "{}"];
        var names = Tasks(Parse()).Select(field => field.Key).ToArray();
        var refused = 0;
        foreach (var (name, value) in names.SelectMany(name => values.Append("").Select(value => (name, value))))
        {
            var root = Parse();
            if (value.Length == 0) Tasks(root).Remove(name);
            else Tasks(root)[name] = JsonNode.Parse(value);
            var isRefused = IsRefused(root.ToJsonString());
            if (isRefused) refused++;
            Assert.Equal(isRefused, schema.Validate(root.ToJsonString()).Count > 0);
        }

        Assert.InRange(refused, 100, names.Length * (values.Length + 1) - 10);
    }

    [Fact]
    public void Baseline_has_the_numbers_of_the_authors_script()
    {
        var spec = Catalog.LoadPreset("cifar10-baseline");
        Assert.Equal(new MemoryShape(5, 9, 2), spec.Memory);
        Assert.Equal([56, 59, 60, 61, 62, 63, 64], spec.Setup!.Ops.Select(op => (int)op));
        Assert.Equal([1, 23, 27, 31, 48], spec.Predict!.Ops.Select(op => (int)op));
        Assert.Equal([1, 2, 3, 16, 18, 23, 25, 28, 39], spec.Learn!.Ops.Select(op => (int)op));
        Assert.Equal((7, 11, 23), (spec.Setup.MaxLength, spec.Predict.MaxLength, spec.Learn.MaxLength));
        Assert.Equal((100, 10, 0.9), (spec.Evolution.Population, spec.Evolution.Tournament, spec.Evolution.MutationProbability));
        Assert.Equal((100_000_000_000, null), (spec.Budget.TrainingSteps, spec.FunctionalCache));
        Assert.Equal((10, 16, 8000, 1000), (spec.Tasks.Search.Count, spec.Tasks.Search.Dimension, spec.Tasks.Search.TrainExamples, spec.Tasks.Search.ValidExamples));
        Assert.Equal(100, spec.Tasks.Test.Count);
    }

    [Theory]
    [InlineData("mnist-binary")]
    [InlineData("cifar10-binary")]
    public void Binary_presets_have_the_search_space_of_section_4_2(string name)
    {
        var spec = Catalog.LoadPreset(name);
        Assert.Equal(new MemoryShape(8, 14, 3), spec.Memory);
        Assert.Equal(Enumerable.Range(56, 9), spec.Setup!.Ops.Select(op => (int)op));
        Assert.Equal([.. Enumerable.Range(0, 56), 60, 61], spec.Predict!.Ops.Select(op => (int)op));
        Assert.Equal(spec.Predict.Ops, spec.Learn!.Ops);
        Assert.Equal((21, 21, 45), (spec.Setup.MaxLength, spec.Predict.MaxLength, spec.Learn.MaxLength));
        Assert.Equal(ImageClasses.SearchPairs, ((ImageTaskSource)spec.Tasks.Search).Settings.Classes);
        Assert.Equal(ImageClasses.HeldOutPairs, ((ImageTaskSource)spec.Tasks.Select).Settings.Classes);
        Assert.Equal((ImageClasses.HeldOutPairs, ImagePart.Test), (((ImageTaskSource)spec.Tasks.Test).Settings.Classes, ((ImageTaskSource)spec.Tasks.Test).Settings.ValidFrom));
    }

    [Fact]
    public void Multi_class_starts_from_the_built_in_network() =>
        Assert.Equal(BuiltInPrograms.NeuralNetOfClasses, Catalog.LoadPreset("cifar10-multiclass").Start.Program);

    /// <summary>Projected features may be as many as one likes, so that few rules between fields remain.</summary>
    private static JsonObject Parse() => JsonNode.Parse(
        Catalog.PresetJson("cifar10-binary"), null, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip })!.AsObject();

    private static JsonObject Tasks(JsonObject root) => root["tasks"]!["test"]!.AsObject();

    private static bool IsRefused(string json)
    {
        try
        {
            SpecReader.Read(json, "spec", catalog: Catalog);
            return false;
        }
        catch (InputException error)
        {
            return !error.Message.Contains("does not fit", StringComparison.Ordinal);
        }
    }
}
