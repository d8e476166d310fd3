using System.Globalization;
using BenchmarkDotNet.Running;

namespace AutoMLZero.Benchmarks.Kernels;

/// <summary>How much of the work was done a second.</summary>
/// <param name="name">The head of the column.</param>
/// <param name="legend">What it means.</param>
/// <param name="amount">The amount of a unit of work.</param>
/// <param name="unit">The unit of rates.</param>
internal sealed class RateColumn(string name, string legend, Func<KernelWork, double> amount, double unit) : WorkColumn(name, legend)
{
    /// <inheritdoc/>
    protected override string Value(KernelWork work, double seconds, BenchmarkCase benchmark)
    {
        var rate = amount(work) / seconds / unit;
        return rate == 0 ? "-" : rate.ToString("0.0", CultureInfo.InvariantCulture);
    }
}
