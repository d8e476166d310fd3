using System.Runtime.Intrinsics;

namespace AutoMLZero.Execution.Streams;

/// <summary>
/// A vector cell of 4 features in less memory. When the tasks beyond the first full vector of lanes fill at most a quarter of another, their 4 elements
/// share one vector, in place of four that are nearly empty: all elements of the first tasks, then element by element those of the others. Scalars of the
/// others are there 4 times, so that a scalar has the form of every element.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
internal static unsafe class SharedTail<T>
    where T : unmanaged
{
    /// <summary>The number of features.</summary>
    public const int Dimension = 4;

    private static int Width => Vector512<T>.Count;

    private static int Shared => Width / Dimension;

    /// <summary>Numbers in a vector cell.</summary>
    public static int VectorSize => (Dimension + 1) * Width;

    /// <summary>Whether a layout has as many tasks.</summary>
    public static bool IsFor(MemoryLayout<T> layout) =>
        layout.Dimension == Dimension && layout.Tasks > Width && layout.Tasks <= Width + Shared;

    /// <summary>Writes a vector cell of lanes in this form.</summary>
    public static void Gather(T* lanes, T* shared)
    {
        for (var element = 0; element < Dimension; element++)
        {
            Vector512.LoadAligned(lanes + (2 * element * Width)).StoreAligned(shared + (element * Width));
            Copy(lanes + (((2 * element) + 1) * Width), shared + (Dimension * Width) + (element * Shared));
        }
    }

    /// <summary>Writes a vector cell of this form as lanes; lanes without a task stay as they are.</summary>
    public static void Scatter(T* shared, T* lanes)
    {
        for (var element = 0; element < Dimension; element++)
        {
            Vector512.LoadAligned(shared + (element * Width)).StoreAligned(lanes + (2 * element * Width));
            Copy(shared + (Dimension * Width) + (element * Shared), lanes + (((2 * element) + 1) * Width));
        }
    }

    /// <summary>Writes a scalar cell of lanes in this form.</summary>
    public static void GatherScalar(T* lanes, T* shared)
    {
        Vector512.LoadAligned(lanes).StoreAligned(shared);
        for (var copy = 0; copy < Dimension; copy++) Copy(lanes + Width, shared + Width + (copy * Shared));
    }

    private static void Copy(T* source, T* target)
    {
        for (var lane = 0; lane < Shared; lane++) target[lane] = source[lane];
    }
}
