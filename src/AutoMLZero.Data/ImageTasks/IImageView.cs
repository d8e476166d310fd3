namespace AutoMLZero.Data.ImageTasks;

/// <summary>Makes features of the values of an image.</summary>
internal interface IImageView
{
    /// <summary>Writes the features.</summary>
    /// <param name="pixels">The values.</param>
    /// <param name="features">Where the features go, one for each.</param>
    void Write(ReadOnlySpan<byte> pixels, Span<double> features);
}
