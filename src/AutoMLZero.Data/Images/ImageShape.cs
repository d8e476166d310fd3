namespace AutoMLZero.Data.Images;

/// <summary>The size of an image.</summary>
/// <param name="Channels">Number of colours, each a plane of pixels.</param>
/// <param name="Height">Number of rows.</param>
/// <param name="Width">Number of columns.</param>
public readonly record struct ImageShape(int Channels, int Height, int Width)
{
    /// <summary>Number of values of an image.</summary>
    public int Length => Channels * Height * Width;

    /// <summary>The shape as people write it, such as <c>32 x 32 x 3</c>.</summary>
    public override string ToString() => Channels == 1 ? $"{Height} x {Width}" : $"{Height} x {Width} x {Channels}";
}
