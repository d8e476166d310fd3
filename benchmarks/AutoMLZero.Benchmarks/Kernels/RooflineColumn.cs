using System.Globalization;
using BenchmarkDotNet.Running;

namespace AutoMLZero.Benchmarks.Kernels;

/// <summary>
/// The time that the machine would need at least, as a share of that of the kernel: for the arithmetic at the rate of multiplications and additions
/// in registers, or for reading the operands from a working set of that size, whichever takes longer. Both rates are measured here.
/// </summary>
internal sealed class RooflineColumn() : WorkColumn("Roofline", "Share of what arithmetic or memory allow at most, as measured in this process")
{
    /// <inheritdoc/>
    protected override string Value(KernelWork work, double seconds, BenchmarkCase benchmark)
    {
        var least = benchmark.Descriptor.Type.GenericTypeArguments.Contains(typeof(float)) ? Least<float>(work) : Least<double>(work);
        return (least / seconds).ToString("0 %", CultureInfo.InvariantCulture);
    }

    private static double Least<T>(KernelWork work)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        var memory = work.Bytes == 0 ? 0 : work.Bytes / Roofline<T>.BytesPerSecond(work.WorkingSet);
        return Math.Max(work.Operations / Roofline<T>.OperationsPerSecond, memory);
    }
}
