using System.Numerics;
using AutoMLZero.Analysis;
using AutoMLZero.Execution;
using AutoMLZero.Language;
using BenchmarkDotNet.Attributes;

namespace AutoMLZero.Benchmarks.Kernels;

/// <summary>Every operation by number of features and tasks, as the engine runs it: one instruction of a lowered program.</summary>
/// <typeparam name="T">double or float.</typeparam>
[GenericTypeArguments(typeof(double))]
[GenericTypeArguments(typeof(float))]
[Config(typeof(KernelConfig))]
public unsafe class KernelBenchmarks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>More bytes or arithmetic than this take longer than a measurement.</summary>
    private const double MaxBytes = 250e6;

    private const double MaxOperations = 1e8;

    /// <summary>The addresses of operands: the label, the prediction and the features have theirs before.</summary>
    private const byte First = 2;
    private const byte Second = 3;
    private const byte Output = 4;

    private static readonly int[] Features = [1, 4, 8, 16, 32, 64, 768, 3072];
    private static readonly int[] TaskCounts = [1, 10, 100];

    private Machine<T>? machine;
    private long step;

    /// <summary>Operations on scalars, whatever the number of features.</summary>
    public IEnumerable<KernelCase> Scalars => Cases(OperandType.Scalar, [1], TaskCounts);

    /// <summary>Operations on vectors.</summary>
    public IEnumerable<KernelCase> Vectors => Cases(OperandType.Vector, Features, TaskCounts[..2]);

    /// <summary>Operations on matrices.</summary>
    public IEnumerable<KernelCase> Matrices => Cases(OperandType.Matrix, Features, TaskCounts[..2]);

    /// <summary>An operation on scalars.</summary>
    [Benchmark]
    [ArgumentsSource(nameof(Scalars))]
    public void Scalar(KernelCase kernel) => Run(kernel);

    /// <summary>An operation on vectors, or between vectors and scalars.</summary>
    [Benchmark]
    [ArgumentsSource(nameof(Vectors))]
    public void Vector(KernelCase kernel) => Run(kernel);

    /// <summary>An operation on matrices, or between them and others.</summary>
    [Benchmark]
    [ArgumentsSource(nameof(Matrices))]
    public void Matrix(KernelCase kernel) => Run(kernel);

    /// <summary>Frees the memory.</summary>
    [GlobalCleanup]
    public void Cleanup()
    {
        machine?.Dispose();
        machine = null;
    }

    private static IEnumerable<KernelCase> Cases(OperandType largest, int[] features, int[] tasks) =>
        from info in Ops.All
        where info.Op != Op.NoOp && Largest(info) == largest
        from dimension in features
        from count in tasks
        let kernel = KernelCase.Create(info, dimension, count, sizeof(T))
        where kernel.Bytes <= MaxBytes && kernel.Operations <= MaxOperations
        select kernel;

    private static OperandType Largest(OpInfo info) => (OperandType)Math.Max((int)info.Output, Math.Max((int)info.Input1, (int)info.Input2));

    private void Run(KernelCase kernel) => (machine ??= Load(kernel)).Run(ComponentFunction.Predict, default, step++);

    /// <summary>Operands are in (0.1, 0.9), where every function is defined.</summary>
    private static Machine<T> Load(KernelCase kernel)
    {
        var info = kernel.Op.Info();
        var code = new EffectiveCode { Memory = new MemoryShape(Output + 1, Output + 1, Largest(info) == OperandType.Matrix ? Output + 1 : 0) };
        foreach (var (type, address) in new[] { (info.Input1, First), (info.Input2, Second) })
        {
            var op = type switch { OperandType.Scalar => Op.ScalarUniform, OperandType.Vector => Op.VectorUniform, _ => Op.MatrixUniform };
            if (type != OperandType.None) code.Add(ComponentFunction.Setup, new Instruction(op, address, Constant1: 0.1, Constant2: 0.9));
        }

        code.Add(ComponentFunction.Predict, new Instruction(kernel.Op, Output, First, Second, 0.25, 0.5, 0.75));
        var layout = new MemoryLayout<T>(kernel.Features, kernel.Tasks);
        var machine = new Machine<T>(layout, [.. Enumerable.Range(0, kernel.Tasks).Select(task => (ulong)task)], multiClass: false);
        machine.Load(code);
        machine.Run(ComponentFunction.Setup, default, 0);
        return machine;
    }
}
