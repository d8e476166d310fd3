using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Streams;

/// <summary>
/// The largest error of each lane so far. Errors are not negative, so that their bits compare as whole numbers do, and those of one that is not a
/// number are above all others: the largest then is one operation, and a lane that was above a limit stays so.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
internal static unsafe class WorstError<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Before the first error: that of a lane that does not run is above every limit.</summary>
    /// <param name="alive">All bits of a lane that runs, else none.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Start(Vector512<T> alive) => Vector512.AndNot(Vector512<T>.AllBitsSet, alive) & Vector512.Abs(Vector512<T>.AllBitsSet);

    /// <summary>The larger of the worst before and another error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of(Vector512<T> worst, Vector512<T> error) => sizeof(T) == sizeof(long)
        ? Vector512.Max(worst.AsInt64(), error.AsInt64()).As<long, T>()
        : Vector512.Max(worst.AsInt32(), error.AsInt32()).As<int, T>();

    /// <summary>The smaller of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Least(Vector512<T> a, Vector512<T> b) => sizeof(T) == sizeof(long)
        ? Vector512.Min(a.AsInt64(), b.AsInt64()).As<long, T>()
        : Vector512.Min(a.AsInt32(), b.AsInt32()).As<int, T>();

    /// <summary>All bits of a lane whose worst error is not above a limit, else none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Within(Vector512<T> worst, Vector512<T> limit) => Vector512.LessThanOrEqual(worst, limit);

    /// <summary>Whether every lane is above a limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreAllAbove(Vector512<T> worst, Vector512<T> limit) => sizeof(T) == sizeof(long)
        ? Vector512.GreaterThanAll(worst.AsInt64(), limit.AsInt64())
        : Vector512.GreaterThanAll(worst.AsInt32(), limit.AsInt32());
}
