using AutoMLZero.Search;

namespace AutoMLZero.Experiments.Running;

/// <summary>What others may know of an island while a thread runs it.</summary>
/// <param name="Counters">What it did.</param>
/// <param name="Best">Its best individual; null before the first.</param>
/// <param name="Champion">Its best on the selection tasks; null before any was tried.</param>
internal readonly record struct Published(SearchCounters Counters, Individual? Best, Champion? Champion)
{
    /// <summary>What is known of an island now.</summary>
    public static Published Of(Island island) => new(island.Counters, island.Best, island.Champion);
}
