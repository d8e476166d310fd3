namespace AutoMLZero.Analysis.Algebra;

/// <summary>What a program's predictions must depend on, by algebra, for it to be worth running.</summary>
[Flags]
public enum Demands : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The features of the example that is predicted.</summary>
    Features = 1,

    /// <summary>The label of the first training example, however many came after it: what was learned lasts.</summary>
    Labels = 2,

    /// <summary>Both together: what the first label adds to a prediction depends on the features of the example that is predicted.</summary>
    Weights = 4,

    /// <summary>
    /// What the first label adds to a prediction depends on the features of a later training example, as it does when a program learns from the
    /// errors of its predictions.
    /// </summary>
    Errors = 8,
}
