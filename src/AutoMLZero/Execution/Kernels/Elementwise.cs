using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>Operations on each number of a cell, whatever its layout.</summary>
internal static unsafe class Elementwise
{
    /// <summary>output[i] = f(a[i], b[i]).</summary>
    /// <param name="a">First operand, may be the output.</param>
    /// <param name="b">Second operand, may be the output.</param>
    /// <param name="output">The output.</param>
    /// <param name="count">Number of numbers, filling whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Binary<TOperation, T>(T* a, T* b, T* output, nint count)
        where TOperation : struct, IBinaryOperation<T>
        where T : unmanaged
    {
        for (nint i = 0; i < count; i += Vector512<T>.Count)
            TOperation.Of(Vector512.LoadAligned(a + i), Vector512.LoadAligned(b + i)).StoreAligned(output + i);
    }

    /// <summary>output[i] = f(a[i]).</summary>
    /// <param name="a">Operand, may be the output.</param>
    /// <param name="output">The output.</param>
    /// <param name="count">Number of numbers, filling whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Unary<TOperation, T>(T* a, T* output, nint count)
        where TOperation : struct, IUnaryOperation<T>
        where T : unmanaged
    {
        for (nint i = 0; i < count; i += Vector512<T>.Count) TOperation.Of(Vector512.LoadAligned(a + i)).StoreAligned(output + i);
    }

    /// <summary>first[i] = f(a[i], b[i]) and output[i] = g(first[i], c[i]), one after the other for each i.</summary>
    /// <param name="a">First operand of f, may be an output.</param>
    /// <param name="b">Second operand of f, may be an output.</param>
    /// <param name="c">Second operand of g, may be an output.</param>
    /// <param name="first">The result of f.</param>
    /// <param name="output">The result of g.</param>
    /// <param name="count">Number of numbers, filling whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pair<TFirst, TSecond, T>(T* a, T* b, T* c, T* first, T* output, nint count)
        where TFirst : struct, IBinaryOperation<T>
        where TSecond : struct, IBinaryOperation<T>
        where T : unmanaged
    {
        for (nint i = 0; i < count; i += Vector512<T>.Count)
        {
            var result = TFirst.Of(Vector512.LoadAligned(a + i), Vector512.LoadAligned(b + i));
            result.StoreAligned(first + i);
            TSecond.Of(result, Vector512.LoadAligned(c + i)).StoreAligned(output + i);
        }
    }

    /// <summary>first[i] = f(a[i]) and output[i] = g(first[i], c[i]), one after the other for each i.</summary>
    /// <param name="a">Operand of f, may be an output.</param>
    /// <param name="c">Second operand of g, may be an output.</param>
    /// <param name="first">The result of f.</param>
    /// <param name="output">The result of g.</param>
    /// <param name="count">Number of numbers, filling whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pair<TFirst, TSecond, T>(T* a, T* c, T* first, T* output, nint count)
        where TFirst : struct, IUnaryOperation<T>
        where TSecond : struct, IBinaryOperation<T>
        where T : unmanaged
    {
        for (nint i = 0; i < count; i += Vector512<T>.Count)
        {
            var result = TFirst.Of(Vector512.LoadAligned(a + i));
            result.StoreAligned(first + i);
            TSecond.Of(result, Vector512.LoadAligned(c + i)).StoreAligned(output + i);
        }
    }

    /// <summary>output[i] = value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="output">The output.</param>
    /// <param name="count">Number of numbers, filling whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill<T>(T value, T* output, nint count)
        where T : unmanaged
    {
        for (nint i = 0; i < count; i += Vector512<T>.Count) Vector512.Create(value).StoreAligned(output + i);
    }

    /// <summary>output[i] = a[i].</summary>
    /// <param name="a">The numbers.</param>
    /// <param name="output">The output.</param>
    /// <param name="count">Number of numbers, filling whole vectors.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy<T>(T* a, T* output, nint count)
        where T : unmanaged
    {
        for (nint i = 0; i < count; i += Vector512<T>.Count) Vector512.LoadAligned(a + i).StoreAligned(output + i);
    }
}
