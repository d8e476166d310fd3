namespace AutoMLZero.Tasks;

/// <summary>
/// The label u.max(0, Mx) of a two-layer network with as many hidden units as features, as the paper writes it.
/// The authors' code also silences two of the hidden units; here all of them speak.
/// </summary>
internal sealed class TeacherTarget(double[] outputWeights, double[] hiddenWeights) : TargetFunction
{
    /// <inheritdoc/>
    public override double Label(ReadOnlySpan<double> features)
    {
        var sum = 0.0;
        for (var i = 0; i < outputWeights.Length; i++)
        {
            var activation = Dot(hiddenWeights.AsSpan(i * features.Length, features.Length), features);
            if (activation > 0) sum += outputWeights[i] * activation;
        }

        return sum;
    }
}
