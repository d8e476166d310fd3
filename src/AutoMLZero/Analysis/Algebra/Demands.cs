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

    /// <summary>The first label even when all training examples after it are predicted right: what was learned is not lost by that.</summary>
    Memory = 8,

    /// <summary>
    /// Both the first label and its features, in that case: what the label adds depends on the features of its example, and not by way of the
    /// prediction only.
    /// </summary>
    Examples = 16,

    /// <summary>
    /// No label of a training example that was predicted right: the program learns from errors. Hebbian learners do not.
    /// </summary>
    Errors = 32,

    /// <summary>All of these.</summary>
    All = Features | Labels | Weights | Memory | Examples | Errors,
}
