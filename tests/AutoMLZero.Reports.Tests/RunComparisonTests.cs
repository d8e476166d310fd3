using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Reports.Comparison;

namespace AutoMLZero.Reports.Tests;

public sealed class RunComparisonTests : IDisposable
{
    private readonly TestRuns runs = new();

    public void Dispose() => runs.Dispose();

    [Fact]
    public void Runs_are_compared_with_the_first_on_its_test_tasks()
    {
        string[] folders = [runs.Make("a", "linear"), runs.Make("b", "linear", seed: 4), runs.Make("c", "linear", change: spec => spec with { Method = SearchMethod.Random })];
        var comparison = Compare(folders);
        Assert.Equal(["a", "b", "c"], comparison.Runs.Select(run => run.Name));
        Assert.Null(comparison.Runs[0].AboveFirst);
        foreach (var run in comparison.Runs.Skip(1))
        {
            var expected = run.Program.TaskFitness.Zip(comparison.Runs[0].Program.TaskFitness, (other, first) => other - first).Average();
            Assert.Equal(expected, run.AboveFirst!.Mean, 12);
            if (run.AboveFirst.Test is { } test) Assert.InRange(run.AdjustedPValue!.Value, test.PValue, 1);
        }

        Assert.Equal(["runs", "difference"], comparison.Pictures.Select(picture => picture.Name));
        Assert.Equal("with 2 test tasks the test cannot reach a probability below 0.05", comparison.Warning);
    }

    [Fact]
    public void A_run_is_not_better_than_itself()
    {
        var folder = runs.Make("a", "linear");
        var comparison = Compare(folder, folder);
        Assert.Equal([folder, folder], comparison.Runs.Select(run => run.Name));
        Assert.Equal(0, comparison.Runs[1].AboveFirst!.Mean);
        Assert.Null(comparison.Test);
    }

    [Fact]
    public void Runs_that_cannot_be_compared_are_refused_in_one_sentence()
    {
        var (a, b) = (runs.Make("a", "linear"), runs.Make("b", "affine, ring"));
        var c = runs.Make("c", "linear", change: spec => spec with { Tasks = spec.Tasks with { Test = SpecCatalog.Core.LoadPreset("linear").Tasks.Test } });
        var d = runs.Make("d", "linear", change: spec => spec with { Evaluation = spec.Evaluation with { Combine = Combination.Median } });
        Assert.Equal($"'{a}' is a search of 'linear' and '{b}' one of 'affine', expected runs of the same preset", Complaint(a, b));
        Assert.Equal("there is 1 run to compare, expected at least 2", Complaint(a));
        Assert.Equal($"'{a}' and '{d}' score programs differently, expected the same 'evaluation' in both specs", Complaint(a, d));
        Assert.Equal($"'{a}' and '{c}' have different test tasks, expected the same 'tasks.test' in both specs", Complaint(a, c));
    }

    private static RunComparison Compare(params string[] folders) => RunComparison.Of(folders, SpecCatalog.Core, cancellation: TestContext.Current.CancellationToken);

    private static string Complaint(params string[] folders) => Assert.Throws<InputException>(() => Compare(folders)).Message;
}
