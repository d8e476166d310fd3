using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Tests.Experiments;

namespace AutoMLZero.Runs.Tests;

/// <summary>Short forms of what the tests do with runs.</summary>
internal static class Runs
{
    public const ulong Seed = 3;

    /// <summary>A run from its beginning to its end.</summary>
    public static SearchResult Whole(string path, string name, int workers = 1)
    {
        using var run = RunFolder.Create(path, SmallRuns.Spec(name), Seed);
        return run.Run(options: new SeriesOptions { Workers = workers }, cancellation: TestContext.Current.CancellationToken);
    }

    /// <summary>A run that is interrupted when a progress report comes that was waited for, so within its first epochs.</summary>
    public static SearchResult Begin(string path, string name)
    {
        using var run = RunFolder.Create(path, SmallRuns.Spec(name), Seed);
        return Interrupt(run, 1, 5);
    }

    /// <summary>Goes on with a run and cancels it at some look at the clock.</summary>
    public static SearchResult Interrupt(RunFolder run, int workers, int looks)
    {
        using var source = new CancellationTokenSource();
        var options = new SeriesOptions { Workers = workers, CaptureInterval = TimeSpan.FromSeconds(2) };
        return run.Run(new CancelingTime(source, looks), options: options, cancellation: source.Token);
    }

    public static string Dump(string path)
    {
        using var text = new StringWriter();
        RunDump.Write(path, text);
        return text.ToString();
    }

    /// <summary>The one sentence with which something is refused.</summary>
    public static string Complaint(Action action)
    {
        var message = Assert.ThrowsAny<InputException>(action).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    /// <summary>A clock that goes on by a second at each look, and cancels at one of them.</summary>
    private sealed class CancelingTime(CancellationTokenSource source, int looks) : TimeProvider
    {
        private int seen;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp()
        {
            var now = Interlocked.Increment(ref seen);
            if (now == looks) source.Cancel();
            return now;
        }
    }
}
