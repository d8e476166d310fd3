namespace AutoMLZero.Tuning;

/// <summary>A covariance matrix C = B D^2 B' of CMA-ES, with orthonormal B and diagonal D.</summary>
internal interface ICovariance
{
    /// <summary>The largest standard deviation in any direction.</summary>
    double Largest { get; }

    /// <summary>The smallest standard deviation in any direction.</summary>
    double Smallest { get; }

    /// <summary>B z: the direction of a standard normal vector.</summary>
    void Rotate(ReadOnlySpan<double> z, Span<double> result);

    /// <summary>B D z: a vector with these covariances, of a standard normal one.</summary>
    void Transform(ReadOnlySpan<double> z, Span<double> result);

    /// <summary>Adds step step' times a weight to the covariances; they take effect with <see cref="Apply"/>.</summary>
    void Add(double weight, ReadOnlySpan<double> step);

    /// <summary>Multiplies the covariances by a number; they take effect with <see cref="Apply"/>.</summary>
    void Scale(double factor);

    /// <summary>Makes changed covariances take effect.</summary>
    void Apply();
}
