using AutoMLZero.Data;
using AutoMLZero.Data.Images;
using AutoMLZero.Language;
using AutoMLZero.Reproduction.Reporting;

namespace AutoMLZero.Reproduction.Tests;

/// <summary>Each experiment from its beginning to its end, at tiny scale.</summary>
public sealed class PaperExperimentTests(Sample sample) : IClassFixture<Sample>
{
    public static TheoryData<string> Names => [.. PaperExperiments.All.Select(experiment => experiment.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_runs_to_its_end_and_once_more_from_what_it_kept(string name)
    {
        var experiment = PaperExperiments.Find(name)!;
        var folder = sample.In(name);
        var summary = sample.Reproducer(sample.Settings()).Run(experiment, folder, TestContext.Current.CancellationToken);
        Assert.NotEmpty(summary.Findings.Rows);
        Assert.All(summary.Findings.Rows, row => Assert.NotEmpty(row.Ours.Text));
        Assert.All(summary.Findings.Figure.Rows, row => Assert.Equal(summary.Findings.Figure.Columns.Length, row.Length));
        var (text, json) = (Read("summary.md"), Read("summary.json"));
        var trials = Directory.GetFiles(folder, "trials-*.jsonl").Order().ToDictionary(file => file, File.GetLastWriteTimeUtc);
        Assert.NotEmpty(trials);

        sample.Reproducer(sample.Settings(workers: 1)).Run(experiment, folder, TestContext.Current.CancellationToken);
        Assert.Equal(text, Read("summary.md"));
        Assert.Equal(json, Read("summary.json"));
        Assert.All(trials, file => Assert.Equal(file.Value, File.GetLastWriteTimeUtc(file.Key)));

        string Read(string file) => File.ReadAllText(Path.Combine(folder, file));
    }

    [Theory]
    [InlineData("few-examples")]
    [InlineData("difficulty")]
    public void The_number_of_threads_changes_no_summary(string name)
    {
        var experiment = PaperExperiments.Find(name)!;
        string[] found = [.. new[] { 1, 3 }.Select(workers =>
        {
            var folder = sample.In($"{name}-{workers}");
            return SummaryText.Json(sample.Reproducer(sample.Settings(workers, seed: 2)).Run(experiment, folder, TestContext.Current.CancellationToken));
        })];
        Assert.Equal(found[0], found[1]);
    }

    [Fact]
    public void An_interrupted_experiment_goes_on_with_the_trials_that_it_has()
    {
        var experiment = PaperExperiments.Find("multiclass")!;
        using var interruption = new CancellationTokenSource();
        var settings = sample.Settings(workers: 1) with { Progress = new Callback(progress => { if (progress.Done == 1) interruption.Cancel(); }) };
        Assert.ThrowsAny<OperationCanceledException>(() => sample.Reproducer(settings).Run(experiment, sample.In("interrupted"), interruption.Token));
        Assert.Single(File.ReadAllLines(Path.Combine(sample.In("interrupted"), "trials-evolution-ten.jsonl")));
        var resumed = sample.Reproducer(sample.Settings()).Run(experiment, sample.In("interrupted"), TestContext.Current.CancellationToken);
        var whole = sample.Reproducer(sample.Settings()).Run(experiment, sample.In("whole"), TestContext.Current.CancellationToken);
        Assert.Equal(SummaryText.Json(whole), SummaryText.Json(resumed));
    }

    [Fact]
    public void A_folder_of_another_experiment_or_seed_is_refused()
    {
        var experiment = PaperExperiments.Find("multiclass")!;
        var folder = sample.In("other");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "letter.txt"), "");
        Assert.Contains("is not empty", Problem().Message, StringComparison.Ordinal);
        File.Delete(Path.Combine(folder, "letter.txt"));
        File.WriteAllText(Path.Combine(folder, "reproduction.json"), "{}");
        Assert.Contains("holds another experiment", Problem().Message, StringComparison.Ordinal);

        InputException Problem() => Assert.Throws<InputException>(() => sample.Reproducer(sample.Settings()).Run(experiment, folder, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"trial":0}""")]
    [InlineData("""{"trial":99,"result":{}}""")]
    [InlineData("""{"trial":0,"result":{"program":1}}""")]
    public void Damaged_trials_are_named(string line)
    {
        var folder = sample.In(Path.GetRandomFileName());
        var identity = new TrialIdentity("a", Scale.Tiny, 1, PaperExperiments.All[0].Sizes(Scale.Tiny));
        var trials = TrialFolder.Open(folder, identity);
        File.WriteAllText(Path.Combine(folder, "trials-b.jsonl"), line + "\n");
        var problem = Assert.Throws<InputException>(() => trials.Read<Adaptation.Planted>("b", 10));
        Assert.Contains("line 1 is not the result of a trial", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_data_is_said_before_anything_begins()
    {
        var reproducer = new Reproducer(sample.Settings(), new ImageLibrary(new DataFolder("/no-such-folder")));
        var problem = Assert.Throws<InputException>(() => reproducer.CheckData(PaperExperiments.All));
        Assert.EndsWith("'automlzero data get cifar10' gets it", problem.Message, StringComparison.Ordinal);
        reproducer.CheckData([PaperExperiments.Find("difficulty")!]);
    }

    [Fact]
    public void Small_takes_two_hours_at_most_and_tiny_five_minutes()
    {
        Assert.True(PaperExperiments.All.Sum(experiment => experiment.Expected(Scale.Small).TotalHours) <= 2);
        Assert.True(PaperExperiments.All.Sum(experiment => experiment.Expected(Scale.Tiny).TotalMinutes) <= 5);
    }

    private sealed class Callback(Action<ReproductionProgress> action) : IProgress<ReproductionProgress>
    {
        public void Report(ReproductionProgress value) => action(value);
    }
}
