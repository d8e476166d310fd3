using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace AutoMLZero.Benchmarks.Ablation;

/// <summary>Few runs, each of them long, by processor time; the fastest is the least disturbed.</summary>
internal sealed class AblationConfig : ManualConfig
{
    private const int MaxNameLength = 40;

    /// <summary>Makes the configuration.</summary>
    public AblationConfig()
    {
        AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithStrategy(RunStrategy.Monitoring)
            .WithClock(new ProcessorClock())
            .WithWarmupCount(1)
            .WithIterationCount(5));
        AddColumn(StatisticColumn.Min);
        HideColumns(Column.Error);
        WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(MaxNameLength));
    }
}
