namespace AutoMLZero.Benchmarks.Kernels;

/// <summary>What a benchmark of a kernel does, so that columns can tell rates.</summary>
/// <param name="Name">What the work is called in tables.</param>
/// <param name="Operations">Arithmetic operations.</param>
/// <param name="Bytes">Bytes of the operands, each read or written once.</param>
/// <param name="WorkingSet">Bytes that are touched.</param>
public record KernelWork(string Name, double Operations, double Bytes, long WorkingSet)
{
    /// <inheritdoc/>
    public sealed override string ToString() => Name;
}
