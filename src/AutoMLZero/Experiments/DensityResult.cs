namespace AutoMLZero.Experiments;

/// <summary>How rare acceptable programs are, as random search saw it.</summary>
/// <param name="Samples">Number of programs drawn; fewer than asked for when the estimate was canceled.</param>
/// <param name="Acceptable">How many of them were acceptable.</param>
/// <param name="Threshold">The fitness from which a program was acceptable.</param>
/// <param name="DensityLow">Lower end of the 95 % interval of the density (Wilson, 1927); 0 when nothing was acceptable.</param>
/// <param name="DensityHigh">Upper end of the interval; when nothing was acceptable, the exact one-sided 95 % bound.</param>
/// <param name="Canceled">Whether the caller canceled the estimate.</param>
/// <param name="Elapsed">Time it took.</param>
public sealed record DensityResult(
    long Samples, long Acceptable, double Threshold, double DensityLow, double DensityHigh, bool Canceled, TimeSpan Elapsed)
{
    /// <summary>The share of acceptable programs; NaN without samples.</summary>
    public double Density => (double)Acceptable / Samples;

    /// <summary>-log10 of the density; infinite when nothing was acceptable: then only <see cref="DifficultyLow"/> is known.</summary>
    public double Difficulty => -Math.Log10(Density);

    /// <summary>Lower end of the 95 % interval of the difficulty.</summary>
    public double DifficultyLow => -Math.Log10(DensityHigh);

    /// <summary>Upper end of the 95 % interval of the difficulty; infinite when nothing was acceptable.</summary>
    public double DifficultyHigh => -Math.Log10(DensityLow);
}
