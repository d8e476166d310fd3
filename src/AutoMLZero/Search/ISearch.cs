namespace AutoMLZero.Search;

/// <summary>A search that makes one individual at a time.</summary>
public interface ISearch
{
    /// <summary>The best individual so far (the earliest on a tie); null before the first step.</summary>
    Individual? Best { get; }

    /// <summary>What the search did so far.</summary>
    SearchCounters Counters { get; }

    /// <summary>Makes and evaluates one individual.</summary>
    void Advance();
}
