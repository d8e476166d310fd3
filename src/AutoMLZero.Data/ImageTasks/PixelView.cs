namespace AutoMLZero.Data.ImageTasks;

/// <summary>The values themselves.</summary>
internal sealed class PixelView : IImageView
{
    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> pixels, Span<double> features)
    {
        for (var i = 0; i < pixels.Length; i++) features[i] = pixels[i];
    }
}
