namespace AutoMLZero.Execution;

/// <summary>How the fitness values on the tasks of a set become one.</summary>
public enum Combination : byte
{
    /// <summary>Their mean, as in the authors' scripts.</summary>
    Mean,

    /// <summary>Their median (element n / 2 in ascending order), as in the paper.</summary>
    Median,
}
