using System.Runtime.Intrinsics;
using AutoMLZero.Language;

namespace AutoMLZero.Execution;

/// <summary>The layout <c>[cell][element][lane]</c>: a task is a lane, and a lane count fills whole vectors.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="Dimension">Number of features F.</param>
/// <param name="Tasks">Number of tasks D.</param>
internal readonly record struct LaneLayout<T>(int Dimension, int Tasks)
    where T : unmanaged
{
    /// <summary>Number of lanes: tasks, and padding up to a whole number of vectors.</summary>
    public int Lanes { get; } = (Tasks + Vector512<T>.Count - 1) / Vector512<T>.Count * Vector512<T>.Count;

    /// <summary>Number of numbers in a cell of a type.</summary>
    public nint Size(OperandType type) => type switch
    {
        OperandType.Scalar => Lanes,
        OperandType.Vector => (nint)Lanes * Dimension,
        _ => (nint)Lanes * Dimension * Dimension,
    };
}
