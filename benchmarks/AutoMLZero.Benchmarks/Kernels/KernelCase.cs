using AutoMLZero.Language;

namespace AutoMLZero.Benchmarks.Kernels;

/// <summary>An operation on all tasks of a set.</summary>
public sealed record KernelCase : KernelWork
{
    private KernelCase(OpInfo info, int features, int tasks, double operations, long bytes)
        : base($"{info.Op}, F {features}, {tasks} tasks", operations, bytes, bytes) => (Op, Features, Tasks) = (info.Op, features, tasks);

    /// <summary>The operation.</summary>
    public Op Op { get; }

    /// <summary>Number of features F.</summary>
    public int Features { get; }

    /// <summary>Number of tasks, each a lane where lanes are used.</summary>
    public int Tasks { get; }

    /// <summary>A case.</summary>
    /// <param name="info">The operation.</param>
    /// <param name="features">Number of features.</param>
    /// <param name="tasks">Number of tasks.</param>
    /// <param name="bytesOfNumber">Bytes of a number.</param>
    public static KernelCase Create(OpInfo info, int features, int tasks, int bytesOfNumber)
    {
        var numbers = info.IsPartialWrite ? 1 : Count(info.Output, features) + Count(info.Input1, features) + Count(info.Input2, features);
        var bytes = numbers * tasks * bytesOfNumber;
        return new KernelCase(info, features, tasks, OperationsOf(info, features) * tasks, bytes);
    }

    private static long Count(OperandType type, long features) => type switch
    {
        OperandType.None => 0,
        OperandType.Scalar => 1,
        OperandType.Vector => features,
        _ => features * features,
    };

    /// <summary>One for an element that is computed, two for one that is multiplied and added; none for one that is only moved.</summary>
    private static double OperationsOf(OpInfo info, int features)
    {
        var isMoved = info.Op is Op.ScalarBroadcast or Op.VectorBroadcastColumns or Op.VectorBroadcastRows or Op.MatrixTranspose
            or Op.ScalarConstant or Op.VectorConstant or Op.MatrixConstant;
        var each = isMoved ? 0 : info.CostFactor > 3 ? 1 : info.CostFactor;
        return each * Math.Pow(features, info.CostPower);
    }
}
