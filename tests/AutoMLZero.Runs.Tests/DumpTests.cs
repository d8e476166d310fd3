using AutoMLZero.Experiments;
using AutoMLZero.Numerics;
using AutoMLZero.Tests.Experiments;

namespace AutoMLZero.Runs.Tests;

/// <summary>The dump of a run is the same for any number of threads and across any number of interruptions.</summary>
public sealed class DumpTests : IDisposable
{
    private readonly Folder folder = new();

    public static TheoryData<string> Names => [.. SmallRuns.Names];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void The_number_of_threads_changes_nothing(string name)
    {
        Runs.Whole(folder.In("1"), name, workers: 1);
        Runs.Whole(folder.In("2"), name, workers: 2);
        Runs.Whole(folder.In("7"), name, workers: 7);
        Assert.Equal(Runs.Dump(folder.In("1")), Runs.Dump(folder.In("2")));
        Assert.Equal(Runs.Dump(folder.In("1")), Runs.Dump(folder.In("7")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Interruptions_change_nothing(string name)
    {
        Runs.Whole(folder.In("whole"), name);
        var random = new RandomSource(5);
        RunFolder.Create(folder.In("parts"), SmallRuns.Spec(name), Runs.Seed).Dispose();
        var interruptions = 0;
        for (var left = 40; left > 0; left--)
        {
            using var run = RunFolder.Open(folder.In("parts"));
            if (Runs.Interrupt(run, 1 + random.NextInt(7), 2 + random.NextInt(12)).Stop != StopReason.Canceled) break;
            interruptions++;
        }

        using (var run = RunFolder.Open(folder.In("parts"))) run.Run(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(Runs.Dump(folder.In("whole")), Runs.Dump(folder.In("parts")));
        Assert.InRange(interruptions, 1, 40);
    }

    [Fact]
    public void It_has_all_but_times()
    {
        Runs.Whole(folder.In("run"), "linear, mixes");
        var dump = Runs.Dump(folder.In("run"));
        foreach (var table in new[] { "experiments", "epochs", "curve", "champions", "lineage", "result" }) Assert.Contains($"\n{table} ", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("elapsed", dump, StringComparison.Ordinal);
        Assert.Equal(dump, Runs.Dump(folder.In("run")));
    }

    [Fact]
    public void It_can_be_taken_while_the_run_is_searched()
    {
        using var run = RunFolder.Create(folder.In("run"), SmallRuns.Spec("linear"), Runs.Seed);
        Runs.Interrupt(run, 1, 6);
        Assert.Contains("not at its end", Runs.Dump(folder.In("run")), StringComparison.Ordinal);
    }
}
