namespace AutoMLZero.Analysis.Algebra;

/// <summary>What becomes of what a program leaves as its prediction.</summary>
internal enum PredictionForm : byte
{
    /// <summary>It stays as it is.</summary>
    Number,

    /// <summary>The logistic function makes it a probability.</summary>
    Probability,

    /// <summary>It is <c>v2</c>, of which softmax makes probabilities.</summary>
    Scores,
}
