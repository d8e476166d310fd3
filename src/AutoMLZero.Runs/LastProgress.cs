using AutoMLZero.Experiments;

namespace AutoMLZero.Runs;

/// <summary>Keeps what was heard last of how far a search is, and passes it on.</summary>
/// <param name="next">Hears it, too; null when nobody does.</param>
internal sealed class LastProgress(IProgress<SearchProgress>? next) : IProgress<SearchProgress>
{
    private volatile SearchProgress? last;

    /// <summary>What was heard last; null when nothing was.</summary>
    public SearchProgress? Last => last;

    /// <inheritdoc/>
    public void Report(SearchProgress value)
    {
        last = value;
        next?.Report(value);
    }
}
