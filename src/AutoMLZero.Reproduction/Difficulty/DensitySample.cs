namespace AutoMLZero.Reproduction.Difficulty;

/// <summary>What came of drawing programs.</summary>
/// <param name="Draws">Programs drawn.</param>
/// <param name="Run">How many of them could not be excluded without running them.</param>
/// <param name="Acceptable">How many of those were acceptable, for some Setup.</param>
/// <param name="Weights">The sum of the weights of acceptable programs.</param>
/// <param name="Squares">The sum of the squares of the weights.</param>
internal sealed record DensitySample(long Draws, long Run, long Acceptable, double Weights, double Squares)
{
    /// <summary>Two samples together.</summary>
    public static DensitySample operator +(DensitySample a, DensitySample b) =>
        new(a.Draws + b.Draws, a.Run + b.Run, a.Acceptable + b.Acceptable, a.Weights + b.Weights, a.Squares + b.Squares);

    /// <summary>The sample with one more program that was run.</summary>
    /// <param name="weight">Its weight; 0 when it is not acceptable.</param>
    public DensitySample With(double weight) =>
        this with { Run = Run + 1, Acceptable = Acceptable + (weight > 0 ? 1 : 0), Weights = Weights + weight, Squares = Squares + (weight * weight) };
}
