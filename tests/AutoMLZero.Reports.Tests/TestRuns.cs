using AutoMLZero.Experiments;
using AutoMLZero.Runs;
using AutoMLZero.Tests.Experiments;

namespace AutoMLZero.Reports.Tests;

/// <summary>A folder with small runs.</summary>
internal sealed class TestRuns : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("automlzero-reports");

    public string Root => directory.FullName;

    public string In(string name) => Path.Combine(Root, name);

    /// <summary>A run from its beginning to its end.</summary>
    public string Make(string folder, string name, ulong seed = 3, Func<ExperimentSpec, ExperimentSpec>? change = null)
    {
        var spec = SmallRuns.Spec(name);
        using var run = RunFolder.Create(In(folder), change?.Invoke(spec) ?? spec, seed);
        run.Run(new SteppingTime(), cancellation: TestContext.Current.CancellationToken);
        return In(folder);
    }

    public void Dispose() => directory.Delete(recursive: true);

    /// <summary>A clock that goes on by a second at each look.</summary>
    private sealed class SteppingTime : TimeProvider
    {
        private long now;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Increment(ref now);
    }
}
