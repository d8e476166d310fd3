namespace AutoMLZero.Experiments;

/// <summary>
/// The paper's protocol: experiments, each with new search tasks, whose champions are compared on the selection tasks until one suffices or
/// the budget is spent; the best is then reported on unseen tasks.
/// </summary>
/// <param name="spec">What to do.</param>
/// <param name="seed">Decides all tasks and all random choices.</param>
/// <param name="time">The clock, for the budget of time and for progress; decides nothing else.</param>
/// <param name="progress">Hears about ten times a second how far the search is, on the searching thread.</param>
public sealed class ExperimentSeries(ExperimentSpec spec, ulong seed, TimeProvider time, IProgress<SearchProgress>? progress = null)
{
    /// <summary>Searches to the end. On cancellation the result holds the best champion so far, not tested.</summary>
    /// <param name="cancellation">Stops the search after the individual that is being evaluated.</param>
    public SearchResult Run(CancellationToken cancellation = default) => throw new NotImplementedException($"{spec}{seed}{time}{progress}");
}
