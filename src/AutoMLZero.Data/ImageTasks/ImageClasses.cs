namespace AutoMLZero.Data.ImageTasks;

/// <summary>Which classes a task tells apart.</summary>
public enum ImageClasses : byte
{
    /// <summary>A pair of classes, one of the 36 that searches use (AutoML-Zero, section 4.2).</summary>
    SearchPairs,

    /// <summary>A pair of classes, one of the 9 that searches do not use.</summary>
    HeldOutPairs,

    /// <summary>Any of the 45 pairs of classes.</summary>
    AllPairs,

    /// <summary>All ten classes.</summary>
    Ten,
}
