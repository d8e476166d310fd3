namespace AutoMLZero.Experiments;

/// <summary>How rare acceptable programs are: draws random programs and counts those whose fitness suffices.</summary>
/// <param name="spec">Where programs and tasks come from; its search method does not matter.</param>
/// <param name="seed">Decides programs and tasks.</param>
/// <param name="time">The clock for progress.</param>
/// <param name="threshold">The fitness, in [0, 1], from which a program is acceptable; the spec's <see cref="ExperimentSpec.SolvedAt"/> when null.</param>
/// <param name="progress">Hears about ten times a second how far the estimate is, on the calling thread.</param>
public sealed class DensityEstimate(
    ExperimentSpec spec, ulong seed, TimeProvider time, double? threshold = null, IProgress<DensityProgress>? progress = null)
{
    /// <summary>Draws programs. On cancellation the result counts those drawn so far.</summary>
    /// <param name="samples">Number of programs, at least 1.</param>
    /// <param name="cancellation">Stops after the program that is being evaluated.</param>
    public DensityResult Run(long samples, CancellationToken cancellation = default) =>
        throw new NotImplementedException($"{spec}{seed}{time}{threshold}{progress}{samples}");
}
