using System.Collections.Immutable;

namespace AutoMLZero.Data.Images;

/// <summary>Images of one shape, each with its class.</summary>
public sealed class ImageSet
{
    private readonly PixelBlocks pixels;
    private readonly byte[] labels;

    internal ImageSet(PixelBlocks pixels, byte[] labels)
    {
        this.pixels = pixels;
        this.labels = labels;
        ByClass = [.. Enumerable.Range(0, labels.Length == 0 ? 0 : labels.Max() + 1).Select(Indices)];
    }

    /// <summary>The shape of the images.</summary>
    public ImageShape Shape => pixels.Shape;

    /// <summary>Number of images.</summary>
    public int Count => labels.Length;

    /// <summary>The indices of the images of each class, in order.</summary>
    public ImmutableArray<ImmutableArray<int>> ByClass { get; }

    /// <summary>The values of an image, colour by colour, row by row; 0 is black.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public ReadOnlySpan<byte> Pixels(int index) => pixels[index];

    /// <summary>The class of an image, from 0.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public int Label(int index) => labels[index];

    private ImmutableArray<int> Indices(int label) => [.. Enumerable.Range(0, labels.Length).Where(index => labels[index] == label)];
}
