namespace AutoMLZero.Tuning;

/// <summary>Covariances of which only the variances are kept, for many variables.</summary>
internal sealed class DiagonalCovariance : ICovariance
{
    private readonly double[] variances;
    private readonly double[] deviations;

    /// <summary>Begins with variances 1.</summary>
    /// <param name="dimension">Number of variables.</param>
    public DiagonalCovariance(int dimension)
    {
        variances = new double[dimension];
        Array.Fill(variances, 1);
        deviations = [.. variances];
    }

    /// <inheritdoc/>
    public double Largest => deviations.Max();

    /// <inheritdoc/>
    public double Smallest => deviations.Min();

    /// <inheritdoc/>
    public void Rotate(ReadOnlySpan<double> z, Span<double> result) => z.CopyTo(result);

    /// <inheritdoc/>
    public void Transform(ReadOnlySpan<double> z, Span<double> result)
    {
        for (var i = 0; i < z.Length; i++) result[i] = deviations[i] * z[i];
    }

    /// <inheritdoc/>
    public void Add(double weight, ReadOnlySpan<double> step)
    {
        for (var i = 0; i < step.Length; i++) variances[i] += weight * step[i] * step[i];
    }

    /// <inheritdoc/>
    public void Scale(double factor)
    {
        for (var i = 0; i < variances.Length; i++) variances[i] *= factor;
    }

    /// <inheritdoc/>
    public void Apply()
    {
        for (var i = 0; i < variances.Length; i++) deviations[i] = Math.Sqrt(variances[i]);
    }
}
