using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Kernels;

/// <summary>Sums over elements in the layout <c>[cell][element][lane]</c>. Outputs may be inputs: what is read is read first.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal static unsafe class LaneReductions<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static int Width => Vector512<T>.Count;

    /// <summary>Inner product.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Dot(T* a, T* b, T* output, int dimension, int lanes)
    {
        if (dimension == 4)
        {
            Dot4(a, b, output, lanes);
            return;
        }

        for (var lane = 0; lane < lanes; lane += Width)
            LaneSum.Of<Products<T>, T>(new Products<T>(a + lane, lanes, b + lane, lanes), dimension).StoreAligned(output + lane);
    }

    /// <summary>The common case without inner loops.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Dot4(T* a, T* b, T* output, nint lanes)
    {
        for (nint lane = 0; lane < lanes; lane += Width, a += Width, b += Width)
        {
            var sum = Vector512.LoadAligned(a) * Vector512.LoadAligned(b);
            sum += Vector512.LoadAligned(a + lanes) * Vector512.LoadAligned(b + lanes);
            sum += Vector512.LoadAligned(a + (2 * lanes)) * Vector512.LoadAligned(b + (2 * lanes));
            sum += Vector512.LoadAligned(a + (3 * lanes)) * Vector512.LoadAligned(b + (3 * lanes));
            sum.StoreAligned(output + lane);
        }
    }

    /// <summary>Matrix-vector product; the output is not an input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MatrixVector(T* matrix, T* vector, T* output, int dimension, int lanes)
    {
        for (nint i = 0; i < dimension; i++) Dot(matrix + (i * dimension * lanes), vector, output + (i * lanes), dimension, lanes);
    }

    /// <summary>Matrix product; the output is not an input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MatrixMatrix(T* a, T* b, T* output, int dimension, int lanes)
    {
        var row = (nint)dimension * lanes;
        for (nint i = 0; i < dimension; i++)
        {
            for (nint j = 0; j < dimension; j++)
            {
                for (var lane = 0; lane < lanes; lane += Width)
                {
                    var terms = new Products<T>(a + (i * row) + lane, lanes, b + (j * lanes) + lane, row);
                    LaneSum.Of<Products<T>, T>(terms, dimension).StoreAligned(output + (i * row) + (j * lanes) + lane);
                }
            }
        }
    }

    /// <summary>Mean of the elements of each of several runs of elements.</summary>
    /// <param name="a">The elements.</param>
    /// <param name="output">One number a run.</param>
    /// <param name="runs">Number of runs.</param>
    /// <param name="apart">Elements between the starts of two runs.</param>
    /// <param name="stride">Elements between two of a run.</param>
    /// <param name="dimension">Elements of a run.</param>
    /// <param name="lanes">Number of lanes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Mean(T* a, T* output, int runs, nint apart, nint stride, int dimension, int lanes)
    {
        var count = Vector512.Create(T.CreateTruncating(dimension));
        for (nint run = 0; run < runs; run++)
        {
            for (var lane = 0; lane < lanes; lane += Width)
                (Sum(a + (run * apart * lanes) + lane, stride, dimension, lanes) / count).StoreAligned(output + (run * lanes) + lane);
        }
    }

    /// <summary>Euclidean norm of each of several runs of elements; parameters as of <see cref="Mean"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Norm(T* a, T* output, int runs, nint apart, nint stride, int dimension, int lanes)
    {
        for (nint run = 0; run < runs; run++)
        {
            for (var lane = 0; lane < lanes; lane += Width)
                Vector512.Sqrt(SquareSum(a + (run * apart * lanes) + lane, stride, dimension, lanes)).StoreAligned(output + (run * lanes) + lane);
        }
    }

    /// <summary>Standard deviation of each of several runs of elements; parameters as of <see cref="Mean"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Std(T* a, T* output, int runs, nint apart, nint stride, int dimension, int lanes)
    {
        var count = Vector512.Create(T.CreateTruncating(dimension));
        for (nint run = 0; run < runs; run++)
        {
            for (var lane = 0; lane < lanes; lane += Width)
            {
                var start = a + (run * apart * lanes) + lane;
                Deviation(Sum(start, stride, dimension, lanes) / count, SquareSum(start, stride, dimension, lanes) / count)
                    .StoreAligned(output + (run * lanes) + lane);
            }
        }
    }

    /// <summary>Mean of all elements of a matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MatrixMean(T* a, T* output, int dimension, int lanes)
    {
        var count = Count(dimension);
        for (var lane = 0; lane < lanes; lane += Width) (MatrixSum(a + lane, dimension, lanes, false) / count).StoreAligned(output + lane);
    }

    /// <summary>Frobenius norm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MatrixNorm(T* a, T* output, int dimension, int lanes)
    {
        for (var lane = 0; lane < lanes; lane += Width)
            Vector512.Sqrt(MatrixSum(a + lane, dimension, lanes, true)).StoreAligned(output + lane);
    }

    /// <summary>Standard deviation of all elements of a matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void MatrixStd(T* a, T* output, int dimension, int lanes)
    {
        var count = Count(dimension);
        for (var lane = 0; lane < lanes; lane += Width)
        {
            var mean = MatrixSum(a + lane, dimension, lanes, false) / count;
            Deviation(mean, MatrixSum(a + lane, dimension, lanes, true) / count).StoreAligned(output + lane);
        }
    }

    private static Vector512<T> Count(int dimension) => Vector512.Create(T.CreateTruncating((long)dimension * dimension));

    private static Vector512<T> Deviation(Vector512<T> mean, Vector512<T> meanOfSquares) => Vector512.Sqrt(meanOfSquares - (mean * mean));

    private static Vector512<T> Sum(T* a, nint stride, int dimension, int lanes) =>
        LaneSum.Of<Plain<T>, T>(new Plain<T>(a, stride * lanes), dimension);

    private static Vector512<T> SquareSum(T* a, nint stride, int dimension, int lanes) =>
        LaneSum.Of<Squares<T>, T>(new Squares<T>(a, stride * lanes), dimension);

    private static Vector512<T> MatrixSum(T* a, int dimension, int lanes, bool squared) =>
        LaneSum.Of<RowSums<T>, T>(new RowSums<T>(a, dimension, lanes, squared), dimension);
}
