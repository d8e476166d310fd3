using AutoMLZero.Data.Csv;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Data.Tests.Csv;

public sealed class CsvTaskTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly CsvTables tables = new();
    private readonly string file;

    public CsvTaskTests()
    {
        file = folder.Write("t.csv", System.Text.Encoding.UTF8.GetBytes(Tables.Lines("a,b,y", 200, i => $"{i},{i * i % 17},{i * 3}")));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Tasks_are_equal_size_samples_of_the_training_rows()
    {
        var set = Source(ScoredOn.Training, 5, 300, 40).Create(7);
        var training = Table().Training.Labels.ToArray().ToHashSet();
        Assert.Equal((5, 300, 40, 1), (set.Count, set.TrainCount, set.ValidCount, set.Epochs));
        foreach (var task in set.Tasks)
        {
            var (train, valid) = (task.Train.Labels.ToArray(), task.Valid.Labels.ToArray());
            Assert.Equal(40, valid.Distinct().Count());
            Assert.Empty(train.Intersect(valid));
            Assert.Equal(training.Count, train.Union(valid).Count());
            Assert.Subset(training, train.Concat(valid).ToHashSet());
        }

        Assert.Equal(5, set.Tasks.Select(task => string.Join(' ', task.Valid.Labels.ToArray())).Distinct().Count());
        Assert.Equal(5, set.Tasks.Select(task => task.Seed).Distinct().Count());
    }

    [Fact]
    public void Rows_are_gone_through_again_in_another_order()
    {
        var labels = Source(ScoredOn.Training, 1, 360, 40).Create(7).Tasks[0].Train.Labels.ToArray();
        var passes = labels.Chunk(120).ToArray();
        Assert.All(passes, pass => Assert.Equal(passes[0].Order(), pass.Order()));
        Assert.NotEqual(passes[0], passes[1]);
        Assert.NotEqual(passes[1], passes[2]);
    }

    [Fact]
    public void The_final_task_trains_on_all_training_rows_and_is_scored_on_the_held_out_ones()
    {
        var table = Table();
        var task = Source(ScoredOn.HeldOut, 1, 160, 40).Create(7).Tasks[0];
        Assert.Equal(table.Training.Labels.ToArray().Order(), task.Train.Labels.ToArray().Order());
        Assert.Equal(table.HeldOut.Labels.ToArray(), task.Valid.Labels.ToArray());
    }

    [Fact]
    public void Samples_depend_on_the_seed_and_the_final_task_on_that_of_the_split()
    {
        Assert.Equal(Labels(Source(ScoredOn.Training, 2, 50, 40).Create(7)), Labels(Source(ScoredOn.Training, 2, 50, 40).Create(7)));
        Assert.NotEqual(Labels(Source(ScoredOn.Training, 2, 50, 40).Create(7)), Labels(Source(ScoredOn.Training, 2, 50, 40).Create(8)));
        Assert.Equal(Labels(Source(ScoredOn.HeldOut, 1, 160, 40).Create(7)), Labels(Source(ScoredOn.HeldOut, 1, 160, 40).Create(8)));
    }

    [Fact]
    public void Features_are_padded_to_what_the_settings_say()
    {
        var set = (Source(ScoredOn.Training, 2, 50, 40) with { Settings = Of(ScoredOn.Training, 2, 50, 40) with { Features = 9 } }).Create(1);
        Assert.Equal(9, set.Dimension);
        Assert.True(set.Tasks[0].Train.Row(3)[2..].IndexOfAnyExcept(0.0) < 0);
    }

    [Theory]
    [InlineData(1, 0, 40, "makes 4 features, expected 1 as the spec says")]
    [InlineData(4, 2, 40, "the target has 0 classes, expected 2 as the spec says")]
    [InlineData(4, 0, 160, "160 validation examples are asked for, expected at most 159")]
    public void A_table_that_is_not_what_the_settings_say_is_refused(int features, int classes, int valid, string message)
    {
        var settings = Of(ScoredOn.Training, 2, 50, valid) with { Features = features, Classes = classes };
        Assert.Contains(message, Complaints.Of(() => new CsvTaskSource(settings, tables).Create(1)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_spec_of_a_table_reads_back_equal()
    {
        var catalog = DataCatalog.Create(new DataFolder("/none"), default, tables);
        var table = Table();
        var splits = CsvExperiments.Splits(file, Settings with { Ignore = ["x, y"], Impute = true }, table, tables);
        var spec = CsvExperiments.Create(catalog, splits, BuiltInPrograms.NeuralNet, [new("evolution.population", "7")]);
        Assert.Equal("csv-regression", spec.Name);
        Assert.Equal(7, spec.Evolution.Population);
        Assert.Equal(BuiltInPrograms.NeuralNet, spec.Start.Program);
        Assert.Equal(splits, spec.Tasks);
        Assert.Equal(spec, SpecReader.Read(SpecWriter.Write(spec), "spec", null, catalog));
    }

    [Theory]
    [InlineData("tasks.search.classes", "2", "cannot be: the number of classes is 2, expected 0 for regression and at least 2 for classification")]
    [InlineData("tasks.search.features", "2000", "tasks.search.features is 2000, expected a whole number from 1 to 1024")]
    [InlineData("tasks.search.task", "guess", "tasks.search.task is \"guess\", expected one of \"regression\", \"classification\"")]
    [InlineData("tasks.search.train", "10000000", "the tasks have more than 2147483591 features in all, expected fewer tasks or examples")]
    public void Fields_that_do_not_fit_are_told_in_a_sentence(string path, string value, string message)
    {
        var catalog = DataCatalog.Create(new DataFolder("/none"), default, tables);
        Assert.Contains(
            message,
            Complaints.Of(() => catalog.LoadPreset("csv-regression", [new(path, value), new("tasks.search.count", "100")])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_preset_without_a_table_asks_for_one() =>
        Assert.Equal(
            "the tasks are to be made of a table, expected a CSV file and its target: --csv FILE --target COLUMN",
            Complaints.Of(() => DataCatalog.Create(new DataFolder("/none")).LoadPreset("csv-classification").Tasks.Search.Create(1)));

    private static TableSettings Settings { get; } = new() { Target = "y", Task = TableTask.Regression, SplitSeed = 5 };

    private static double[] Labels(TaskSet set) => [.. set.Tasks.SelectMany(task => task.Train.Labels.ToArray().Concat(task.Valid.Labels.ToArray()))];

    private PreparedTable Table() => tables.Prepare(file, Settings, null, TestContext.Current.CancellationToken);

    private CsvTaskSource Source(ScoredOn scoredOn, int count, int train, int valid) => new(Of(scoredOn, count, train, valid), tables);

    private CsvTaskSettings Of(ScoredOn scoredOn, int count, int train, int valid) => new()
    {
        File = file,
        Table = Settings,
        ScoredOn = scoredOn,
        Features = 4,
        Classes = 0,
        Count = count,
        Train = train,
        Valid = valid,
    };
}
