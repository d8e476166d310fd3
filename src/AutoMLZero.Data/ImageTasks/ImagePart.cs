namespace AutoMLZero.Data.ImageTasks;

/// <summary>A part of a data set.</summary>
public enum ImagePart : byte
{
    /// <summary>The training images.</summary>
    Train,

    /// <summary>The test images.</summary>
    Test,
}
