namespace AutoMLZero.Data.Images;

/// <summary>The values of images as they are read: memory grows with what a file has, not with what it says to have.</summary>
internal sealed class PixelBlocks(ImageShape shape)
{
    private const int ImagesPerBlock = 16;

    private readonly List<byte[]> blocks = [];

    /// <summary>The shape of the images.</summary>
    public ImageShape Shape => shape;

    /// <summary>Number of images.</summary>
    public int Count { get; private set; }

    /// <summary>The values of an image.</summary>
    public Span<byte> this[int index] => blocks[index / ImagesPerBlock].AsSpan(index % ImagesPerBlock * shape.Length, shape.Length);

    /// <summary>Makes room for one more image.</summary>
    /// <returns>Where its values go.</returns>
    public Span<byte> Next()
    {
        if (Count % ImagesPerBlock == 0) blocks.Add(new byte[ImagesPerBlock * shape.Length]);
        return this[Count++];
    }

    /// <summary>Adds the images of another.</summary>
    public void Add(PixelBlocks other)
    {
        for (var i = 0; i < other.Count; i++) other[i].CopyTo(Next());
    }
}
