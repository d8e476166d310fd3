namespace AutoMLZero.Tasks;

/// <summary>The label u.x + a.</summary>
internal sealed class AffineTarget(double[] weights, double bias) : TargetFunction
{
    /// <inheritdoc/>
    public override double Label(ReadOnlySpan<double> features) => Dot(weights, features) + bias;
}
