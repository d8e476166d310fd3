namespace AutoMLZero.Tuning;

/// <summary>Looks for the factors that the constants of a program should be multiplied by.</summary>
internal interface IFactorSearch
{
    /// <summary>The factors to try next: some vectors, each with a factor for each constant.</summary>
    double[][] Propose();

    /// <summary>Learns how the last proposal did.</summary>
    /// <param name="fitness">The fitness with each of its vectors; larger is better.</param>
    void Learn(ReadOnlySpan<double> fitness);
}
