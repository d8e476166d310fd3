namespace AutoMLZero.Reports.Pictures;

/// <summary>The size of a picture.</summary>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
public readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>For screens and paper.</summary>
    public static PictureSize Wide { get; } = new(760, 420);

    /// <summary>For phones.</summary>
    public static PictureSize Narrow { get; } = new(360, 340);

    /// <summary>Whether there is little room for text.</summary>
    public bool IsNarrow => Width < 500;
}
