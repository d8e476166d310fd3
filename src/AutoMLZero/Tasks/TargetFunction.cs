using AutoMLZero.Numerics;

namespace AutoMLZero.Tasks;

/// <summary>The function from features to label that a program has to learn.</summary>
internal abstract class TargetFunction
{
    /// <summary>Draws the weights of a target function from N(0, 1).</summary>
    public static TargetFunction Draw(SyntheticKind kind, int dimension, RandomSource random) => kind switch
    {
        SyntheticKind.Linear => new AffineTarget(GaussianNumbers.Draw(dimension, random), 0),
        SyntheticKind.Affine => new AffineTarget(GaussianNumbers.Draw(dimension, random), random.NextGaussian()),
        _ => new TeacherTarget(GaussianNumbers.Draw(dimension, random), GaussianNumbers.Draw(dimension * dimension, random)),
    };

    /// <summary>The label of an example.</summary>
    public abstract double Label(ReadOnlySpan<double> features);

    /// <summary>The inner product, summed in order and in double precision, so that a label has the same bits on every machine.</summary>
    protected static double Dot(ReadOnlySpan<double> weights, ReadOnlySpan<double> features)
    {
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++) sum += weights[i] * features[i];
        return sum;
    }
}
