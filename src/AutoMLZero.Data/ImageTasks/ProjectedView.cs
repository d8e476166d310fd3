using System.Numerics;
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
        var at = 0;
        for (; at + (4 * Vector<double>.Count) <= features.Length; at += 4 * Vector<double>.Count) SumFour(pixels, features, at);
        for (; at < features.Length; at++) features[at] = Sum(pixels, features.Length, at);
    }

    /// <summary>Sums four vectors of features at once, so that the sums stay in registers.</summary>
    private void SumFour(ReadOnlySpan<byte> pixels, Span<double> features, int at)
    {
        Vector<double> first = default, second = default, third = default, fourth = default;
        for (var i = 0; i < pixels.Length; i++)
        {
            var value = new Vector<double>(pixels[i]);
            var row = weights.AsSpan((i * features.Length) + at, 4 * Vector<double>.Count);
            first += value * new Vector<double>(row);
            second += value * new Vector<double>(row[Vector<double>.Count..]);
            third += value * new Vector<double>(row[(2 * Vector<double>.Count)..]);
            fourth += value * new Vector<double>(row[(3 * Vector<double>.Count)..]);
        }

        var sums = features[at..];
        first.CopyTo(sums);
        second.CopyTo(sums[Vector<double>.Count..]);
        third.CopyTo(sums[(2 * Vector<double>.Count)..]);
        fourth.CopyTo(sums[(3 * Vector<double>.Count)..]);
    }

    private double Sum(ReadOnlySpan<byte> pixels, int dimension, int at)
    {
        var sum = 0.0;
        for (var i = 0; i < pixels.Length; i++) sum += pixels[i] * weights[(i * dimension) + at];
        return sum;
    }
}
