using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Tests.Experiments;

public class TaskMixSourceTests
{
    private const string TwoSizes = """
        {"kind": "mix", "sources": [
          {"kind": "linear", "count": 3, "features": 4, "train": 100, "valid": 50, "epochs": 1},
          {"kind": "affine", "count": 2, "features": 64, "train": 30, "valid": 70, "epochs": 2, "scale": 2.5}]}
        """;

    [Fact]
    public void A_mix_is_read_and_written_back_equal()
    {
        var spec = Specs.Linear(("tasks.search", TwoSizes));
        var source = Assert.IsType<TaskMixSource>(spec.Tasks.Search);
        Assert.Equal(2, source.Sources.Length);
        Assert.Equal(2.5, Assert.IsType<SyntheticTaskSource>(source.Sources[1]).Settings.Scale);
        Assert.Equal((5, 4, 0, 30, 50, 300 + 120), (source.Count, source.Dimension, source.Classes, source.TrainExamples, source.ValidExamples, source.TrainingSteps));
        Assert.Equal(spec, SpecReader.Read(SpecWriter.Write(spec), "again"));
        Assert.Equal(spec.GetHashCode(), SpecReader.Read(SpecWriter.Write(spec), "again").GetHashCode());
        Assert.NotEqual(source, new TaskMixSource([source.Sources[1], source.Sources[0]]));
    }

    [Fact]
    public void A_scale_of_1_is_not_written_so_that_specs_stay_as_they_are() =>
        Assert.DoesNotContain("scale", SpecWriter.Write(Specs.Linear()), StringComparison.Ordinal);

    [Fact]
    public void Its_sets_have_the_sizes_of_its_sources_and_unrelated_tasks()
    {
        var source = new TaskMixSource([Specs.Linear().Tasks.Search, Specs.Linear().Tasks.Search]);
        var tasks = source.Create(5);
        Assert.Equal(2, tasks.Parts.Length);
        Assert.Equal(20, tasks.AllTasks.Select(task => task.Train.Labels.Span[0]).Distinct().Count());
        Assert.Equal(
            tasks.AllTasks.Select(task => (task.Seed, task.Valid.Labels.Span[3])), source.Create(5).AllTasks.Select(task => (task.Seed, task.Valid.Labels.Span[3])));
    }

    [Fact]
    public void A_scale_multiplies_features_and_leaves_labels()
    {
        var settings = new SyntheticTaskSettings { Kind = SyntheticKind.Teacher, Count = 2, Dimension = 3, TrainExamples = 10, ValidExamples = 5 };
        var (plain, scaled) = (SyntheticTasks.Create(settings, 9), SyntheticTasks.Create(settings with { Scale = 4 }, 9));
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(plain.Tasks[i].Train.Features.ToArray().Select(x => 4 * x), scaled.Tasks[i].Train.Features.ToArray());
            Assert.Equal(plain.Tasks[i].Valid.Features.ToArray().Select(x => 4 * x), scaled.Tasks[i].Valid.Features.ToArray());
            Assert.Equal(plain.Tasks[i].Train.Labels.ToArray(), scaled.Tasks[i].Train.Labels.ToArray());
            Assert.Equal(plain.Tasks[i].Seed, scaled.Tasks[i].Seed);
        }
    }

    [Theory]
    [InlineData("""{"kind": "mix"}""", "linear: tasks.search.sources is missing")]
    [InlineData("""{"kind": "mix", "sources": 3}""", "linear: tasks.search.sources is 3, expected an array of tasks")]
    [InlineData("""{"kind": "mix", "sources": []}""", "linear: tasks.search cannot be: a mix has 0 sources, expected 1 to 100")]
    [InlineData("""{"kind": "mix", "sources": [{"kind": "mix", "sources": []}]}""", "linear: tasks.search.sources[0].kind is \"mix\", expected one of \"linear\", \"affine\", \"teacher\", \"formula\"")]
    [InlineData("""{"kind": "mix", "sources": [{"kind": "linear"}]}""", "linear: tasks.search.sources[0].count is missing")]
    [InlineData("""{"kind": "mix", "sources": [], "count": 3}""", "linear: tasks.search.count is not a known field, expected one of kind, sources")]
    [InlineData("""{"kind": "linear", "count": 1, "features": 4, "train": 100, "valid": 100, "epochs": 1, "scale": 0}""", "linear: tasks.search.scale is 0, expected a number from 1E-06 to 1000000")]
    public void What_is_no_mix_is_refused(string json, string message) =>
        Assert.Equal(message, Specs.Complaint(() => Specs.Linear(("tasks.search", json))));

    [Fact]
    public void The_functional_cache_may_ask_for_no_more_examples_than_the_smallest_source_has() => Assert.Equal(
        "linear: functionalCache.trainExamples is 31, expected at most tasks.search.train, 30",
        Specs.Complaint(() => Specs.Linear(("tasks.search", TwoSizes), ("functionalCache.trainExamples", "31"))));

    [Fact]
    public void Sources_that_do_not_fit_together_are_refused()
    {
        var source = Specs.Linear().Tasks.Search;
        Assert.Contains("expected sources that are none", Assert.Throws<InputException>(() => new TaskMixSource([source, new TaskMixSource([source])])).Message, StringComparison.Ordinal);
        Assert.Contains("expected 1 to 100", Assert.Throws<InputException>(() => new TaskMixSource(default)).Message, StringComparison.Ordinal);
    }
}
