using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Order;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace AutoMLZero.Benchmarks.Kernels;

/// <summary>Short measurements within one process, for there are hundreds of them, with rates beside the time.</summary>
internal sealed class KernelConfig : ManualConfig
{
    private const int MaxNameLength = 60;

    /// <summary>Makes the configuration.</summary>
    public KernelConfig()
    {
        AddJob(Job.Default
            .WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(1)
            .WithIterationCount(3)
            .WithIterationTime(TimeInterval.FromMilliseconds(100)));
        AddColumn(new RateColumn("GFLOP/s", "Arithmetic operations a second", work => work.Operations, 1e9));
        AddColumn(new RateColumn("GB/s", "Bytes of operands a second, each counted once", work => work.Bytes, 1e9));
        AddColumn(new RooflineColumn());
        WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(MaxNameLength));
        WithOrderer(new DefaultOrderer(SummaryOrderPolicy.Declared));
        HideColumns(Column.Error, Column.StdDev, Column.Median);
    }
}
