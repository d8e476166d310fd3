namespace AutoMLZero.Tuning;

/// <summary>All covariances of a few variables.</summary>
internal sealed class FullCovariance : ICovariance
{
    private readonly double[][] covariances;
    private readonly SymmetricEigenvectors eigen;
    private readonly double[] deviations;

    /// <summary>Begins with variances 1 and covariances 0.</summary>
    /// <param name="dimension">Number of variables.</param>
    public FullCovariance(int dimension)
    {
        covariances = [.. Enumerable.Range(0, dimension).Select(i => Unit(dimension, i))];
        eigen = new SymmetricEigenvectors(dimension);
        deviations = new double[dimension];
        Apply();
    }

    /// <inheritdoc/>
    public double Largest => deviations.Max();

    /// <inheritdoc/>
    public double Smallest => deviations.Min();

    /// <inheritdoc/>
    public void Rotate(ReadOnlySpan<double> z, Span<double> result)
    {
        result.Clear();
        for (var j = 0; j < z.Length; j++) AddDirection(j, z[j], result);
    }

    /// <inheritdoc/>
    public void Transform(ReadOnlySpan<double> z, Span<double> result)
    {
        result.Clear();
        for (var j = 0; j < z.Length; j++) AddDirection(j, deviations[j] * z[j], result);
    }

    /// <inheritdoc/>
    public void Add(double weight, ReadOnlySpan<double> step)
    {
        for (var i = 0; i < step.Length; i++)
        {
            for (var j = 0; j <= i; j++) covariances[j][i] = covariances[i][j] += weight * step[i] * step[j];
        }
    }

    /// <inheritdoc/>
    public void Scale(double factor)
    {
        foreach (var row in covariances)
        {
            for (var j = 0; j < row.Length; j++) row[j] *= factor;
        }
    }

    /// <inheritdoc/>
    public void Apply()
    {
        eigen.Decompose(covariances);
        for (var i = 0; i < deviations.Length; i++) deviations[i] = Math.Sqrt(Math.Max(eigen.Values[i], 0));
    }

    private static double[] Unit(int dimension, int place)
    {
        var unit = new double[dimension];
        unit[place] = 1;
        return unit;
    }

    private void AddDirection(int number, double length, Span<double> result)
    {
        var direction = eigen.Vectors[number];
        for (var i = 0; i < result.Length; i++) result[i] += length * direction[i];
    }
}
