namespace AutoMLZero.Data.ImageTasks;

/// <summary>How the features of a task come from the values of an image; all are standardized afterwards.</summary>
public enum ImageFeatures : byte
{
    /// <summary>A random projection, drawn for each task: the sums of all values with weights from N(0, 1).</summary>
    Projected,

    /// <summary>The mean of each square of two by two values.</summary>
    Downsampled,

    /// <summary>The values themselves.</summary>
    Pixels,
}
