using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>a + b.</summary>
internal readonly struct Add<T> : IBinaryOperation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of(Vector512<T> a, Vector512<T> b) => a + b;
}

/// <summary>a - b.</summary>
internal readonly struct Subtract<T> : IBinaryOperation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of(Vector512<T> a, Vector512<T> b) => a - b;
}

/// <summary>a * b.</summary>
internal readonly struct Multiply<T> : IBinaryOperation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of(Vector512<T> a, Vector512<T> b) => a * b;
}

/// <summary>a / b.</summary>
internal readonly struct Divide<T> : IBinaryOperation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of(Vector512<T> a, Vector512<T> b) => a / b;
}

/// <summary>The smaller; the first on a tie or a NaN.</summary>
internal readonly struct Minimum<T> : IBinaryOperation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of(Vector512<T> a, Vector512<T> b) => Vector512.ConditionalSelect(Vector512.LessThan(b, a), b, a);
}

/// <summary>The larger; the first on a tie or a NaN.</summary>
internal readonly struct Maximum<T> : IBinaryOperation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of(Vector512<T> a, Vector512<T> b) => Vector512.ConditionalSelect(Vector512.GreaterThan(b, a), b, a);
}

/// <summary>|a|.</summary>
internal readonly struct Abs<T> : IUnaryOperation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of(Vector512<T> a) => Vector512.Abs(a);
}

/// <summary>1 / a.</summary>
internal readonly struct Reciprocal<T> : IUnaryOperation<T>
    where T : INumber<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of(Vector512<T> a) => Vector512<T>.One / a;
}

/// <summary>1 where a >= 0, else 0.</summary>
internal readonly struct StepFromZero<T> : IUnaryOperation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of(Vector512<T> a) => Vector512.GreaterThanOrEqual(a, Vector512<T>.Zero) & Vector512<T>.One;
}

/// <summary>1 where a > 0, else 0.</summary>
internal readonly struct StepAboveZero<T> : IUnaryOperation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of(Vector512<T> a) => Vector512.GreaterThan(a, Vector512<T>.Zero) & Vector512<T>.One;
}

/// <summary>The square root.</summary>
internal readonly struct SquareRoot<T> : IUnaryOperation<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of(Vector512<T> a) => Vector512.Sqrt(a);
}
