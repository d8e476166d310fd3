using System.Globalization;
using System.Text;
using AutoMLZero.Data.Csv;
using AutoMLZero.Data.Tests.Images;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Numerics;

namespace AutoMLZero.Data.Tests.Csv;

public sealed class CsvModelTests : IDisposable
{
    private static readonly SpecCatalog Catalog = DataCatalog.Create(new DataFolder("/none"));
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("houses.csv", "price")]
    [InlineData("machines.csv", "failed")]
    [InlineData("houses.csv", "district")]
    public void A_model_reads_back_equal_and_predicts_the_same(string name, string target)
    {
        var model = Model(name, target);
        new CsvModelFolder(folder.In("model")).Write(model);
        Assert.Equal(["best.txt", "spec.json", "training.csv", "transformation.json"], Directory.GetFiles(folder.In("model")).Select(Path.GetFileName).Order());
        var read = new CsvModelFolder(folder.In("model")).Read(Catalog);
        Assert.Equal((model.Spec, model.Program, model.Transformation), (read.Spec, read.Program, read.Transformation));
        Assert.Equal(model.Training.Features.ToArray(), read.Training.Features.ToArray());
        Assert.Equal(model.Training.Labels.ToArray(), read.Training.Labels.ToArray());
        var rows = Samples.Table(name);
        Assert.Equal(model.Predict(rows), read.Predict(rows));
    }

    [Fact]
    public void Predictions_of_the_held_out_rows_have_the_error_that_was_reported()
    {
        var model = Model("houses.csv", "price");
        var prices = Csv("houses.csv")["price"].Numbers.ToArray();
        var heldOut = Table("houses.csv", "price").HeldOut.Labels.ToArray().Select(label => Math.Round(model.Transformation.Target.Numbers.Invert(label), 6)).ToHashSet();
        var squares = model.Predict(Csv("houses.csv"))
            .Zip(prices, (found, price) => (Error: double.Parse(found, CultureInfo.InvariantCulture) - price, Price: price))
            .Where(row => heldOut.Contains(Math.Round(row.Price, 6))).Select(row => row.Error * row.Error).ToArray();

        // A price that a training row has too counts as one more.
        Assert.InRange(squares.Length, 100, 110);
        Assert.Equal(Samples.Score(model.Program, model.Spec).Error, Math.Sqrt(squares.Average()), 0.05 * Math.Sqrt(squares.Average()));
    }

    [Fact]
    public void Classes_are_told_by_name_and_mostly_right()
    {
        var found = Model("machines.csv", "failed").Predict(Csv("machines.csv"));
        var column = Csv("machines.csv")["failed"];
        var right = found.Select((text, row) => text == column.Categories[column.Codes.Span[row]]).Count(isRight => isRight);
        Assert.Equal(["no", "yes"], found.Distinct().Order());
        Assert.True(right > 450, $"{right} of {found.Length}");
    }

    [Fact]
    public void A_table_without_rows_is_refused() =>
        Assert.Equal("t.csv has no rows to predict, expected at least one", Complaints.Of(() => Model("houses.csv", "price").Predict(
            Tables.Of("area,rooms,age,distance,district\n"))));

    [Fact]
    public void A_program_that_cannot_learn_says_so()
    {
        var model = Model("houses.csv", "price") with { Program = ProgramParser.Parse("def Setup():\n  s2 = 1e9\ndef Predict():\n  s1 = s2 * s2\ndef Learn():\n") };
        Assert.Equal("the program fails to learn from the training rows: its errors grow too large", Complaints.Of(() => model.Predict(Csv("houses.csv"))));
    }

    [Fact]
    public void A_folder_that_is_none_or_of_another_search_is_refused()
    {
        Assert.Equal(
            $"there is no file '{folder.In("none", "spec.json")}', expected the folder that search --csv --out wrote",
            Complaints.Of(() => new CsvModelFolder(folder.In("none")).Read(Catalog)));
        folder.Write("spec.json", Encoding.UTF8.GetBytes(Catalog.PresetJson("linear")));
        Assert.Equal(
            $"{folder.In("spec.json")} is not of a table, expected the folder of a search with --csv",
            Complaints.Of(() => new CsvModelFolder(folder.Path).Read(Catalog)));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_refused()
    {
        var file = folder.Write("file", []);
        Assert.StartsWith($"the folder '{file}' cannot be written: ", Complaints.Of(() => new CsvModelFolder(file).Write(Model("houses.csv", "price"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spec.json")]
    [InlineData("best.txt")]
    [InlineData("transformation.json")]
    [InlineData("training.csv")]
    public void Damaged_files_are_refused_or_of_use(string name)
    {
        new CsvModelFolder(folder.Path).Write(Small());
        var bytes = File.ReadAllBytes(folder.In(name));
        var rows = Csv("houses.csv");
        var random = new RandomSource(1);
        for (var i = 0; i < 200; i++)
        {
            folder.Write(name, Corruption.Of(bytes, random));
            try
            {
                Assert.Equal(rows.Rows, new CsvModelFolder(folder.Path).Read(Catalog).Predict(rows).Length);
            }
            catch (InputException error)
            {
                Assert.DoesNotContain('\n', error.Message);
            }
        }
    }

    private static CsvModel Small() => Model("houses.csv", "price", new KeyValuePair<string, string>("tasks.test.train", "50"));

    private static CsvTable Csv(string name) => Samples.Table(name);

    private static PreparedTable Table(string name, string target) => Samples.Experiment(name, target).Table;

    private static CsvModel Model(string name, string target, params KeyValuePair<string, string>[] overrides)
    {
        var (spec, table) = Samples.Experiment(name, target, null, overrides);
        var program = spec.Tasks.Test.Classes > 0 ? BuiltInPrograms.NeuralNetOfClasses : BuiltInPrograms.NeuralNet;
        return new CsvModel(spec with { Memory = new MemoryShape(8, 14, 4) }, program, table.Transformation, table.Training);
    }
}
