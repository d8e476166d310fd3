using System.Numerics;
using System.Runtime.InteropServices;
using AutoMLZero.Numerics;

namespace AutoMLZero.Data.ImageTasks;

/// <summary>
/// A random projection. Each feature sums the values in their order, whatever the width of the hardware's vectors, so that it has the same bits
/// everywhere.
/// </summary>
internal sealed class ProjectedView : IImageView
{
    private readonly double[] weights;

    /// <summary>Draws the weights from N(0, 1), all of a value before those of the next.</summary>
    /// <param name="values">Number of values of an image.</param>
    /// <param name="dimension">Number of features.</param>
    /// <param name="random">Decides the weights.</param>
    public ProjectedView(int values, int dimension, RandomSource random)
    {
        weights = new double[values * dimension];
        for (var i = 0; i < weights.Length; i++) weights[i] = random.NextGaussian();
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> pixels, Span<double> features)
    {
        features.Clear();
        for (var i = 0; i < pixels.Length; i++)
        {
            if (pixels[i] != 0) Add(pixels[i], weights.AsSpan(i * features.Length, features.Length), features);
        }
    }

    private static void Add(double value, ReadOnlySpan<double> row, Span<double> sums)
    {
        var wideRow = MemoryMarshal.Cast<double, Vector<double>>(row);
        var wideSums = MemoryMarshal.Cast<double, Vector<double>>(sums);
        for (var i = 0; i < wideSums.Length; i++) wideSums[i] += wideRow[i] * value;
        for (var i = wideSums.Length * Vector<double>.Count; i < sums.Length; i++) sums[i] += row[i] * value;
    }
}
