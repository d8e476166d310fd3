using System.Runtime.InteropServices;
using AutoMLZero.Execution.Kernels;
using BenchmarkDotNet.Attributes;

namespace AutoMLZero.Benchmarks;

/// <summary>The matrix kernels for 16 features, on 10 tasks in <c>float</c>.</summary>
public unsafe class MatrixBenchmarks
{
    private const int Tasks = 10;
    private const int Vector = Sixteen<float>.Dimension * Tasks;

    private float* matrix;
    private float* first;
    private float* second;

    /// <summary>Makes room.</summary>
    [GlobalSetup]
    public void Setup()
    {
        const int Matrix = Vector * Sixteen<float>.Dimension;
        const nuint Bytes = (Matrix + (2 * Vector)) * sizeof(float);
        matrix = (float*)NativeMemory.AlignedAlloc(Bytes, 64);
        NativeMemory.Clear(matrix, Bytes);
        first = matrix + Matrix;
        second = first + Vector;
    }

    /// <summary>Frees the room.</summary>
    [GlobalCleanup]
    public void Cleanup() => NativeMemory.AlignedFree(matrix);

    /// <summary>A matrix-vector product.</summary>
    [Benchmark]
    public void MatrixVector() => Sixteen<float>.MatrixVector(matrix, first, second, Tasks);

    /// <summary>An outer product added to a matrix.</summary>
    [Benchmark]
    public void OuterAdd() => Sixteen<float>.OuterAdd(first, second, matrix, matrix, Tasks);
}
