using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace AutoMLZero.Benchmarks.Kernels;

/// <summary>A column that follows from the time and from the <see cref="KernelWork"/> of a benchmark.</summary>
/// <param name="name">The head of the column.</param>
/// <param name="legend">What it means.</param>
internal abstract class WorkColumn(string name, string legend) : IColumn
{
    private const double NanosecondsOfSecond = 1e9;

    /// <inheritdoc/>
    public string Id => $"{nameof(WorkColumn)}.{name}";

    /// <inheritdoc/>
    public string ColumnName => name;

    /// <inheritdoc/>
    public bool AlwaysShow => true;

    /// <inheritdoc/>
    public ColumnCategory Category => ColumnCategory.Custom;

    /// <inheritdoc/>
    public int PriorityInCategory => 0;

    /// <inheritdoc/>
    public bool IsNumeric => true;

    /// <inheritdoc/>
    public UnitType UnitType => UnitType.Dimensionless;

    /// <inheritdoc/>
    public string Legend => legend;

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
    {
        var work = benchmarkCase.Parameters.Items.Select(item => item.Value).OfType<KernelWork>().FirstOrDefault();
        var nanoseconds = summary[benchmarkCase]?.ResultStatistics?.Mean;
        return work is null || nanoseconds is null ? "?" : Value(work, nanoseconds.Value / NanosecondsOfSecond, benchmarkCase);
    }

    /// <inheritdoc/>
    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    /// <inheritdoc/>
    public bool IsAvailable(Summary summary) => true;

    /// <summary>The value of a benchmark.</summary>
    /// <param name="work">What it does once.</param>
    /// <param name="seconds">How long that takes.</param>
    /// <param name="benchmark">The benchmark.</param>
    protected abstract string Value(KernelWork work, double seconds, BenchmarkCase benchmark);
}
