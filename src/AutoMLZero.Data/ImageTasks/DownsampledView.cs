using AutoMLZero.Data.Images;

namespace AutoMLZero.Data.ImageTasks;

/// <summary>The mean of each square of two by two values, colour by colour, row by row.</summary>
/// <param name="shape">The shape of the images, with an even height and width.</param>
internal sealed class DownsampledView(ImageShape shape) : IImageView
{
    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> pixels, Span<double> features)
    {
        // Rows of all colours follow each other, and each colour has an even number of them.
        var width = shape.Width / 2;
        for (var i = 0; i < features.Length; i++)
        {
            var at = (i / width * 2 * shape.Width) + (i % width * 2);
            features[i] = (pixels[at] + pixels[at + 1] + pixels[at + shape.Width] + pixels[at + shape.Width + 1]) / 4.0;
        }
    }
}
