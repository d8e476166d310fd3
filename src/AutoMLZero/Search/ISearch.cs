using AutoMLZero.State;

namespace AutoMLZero.Search;

/// <summary>
/// A search that makes one individual at a time. Its state is all that decides what comes next, but for the evaluator's, which is saved apart: population,
/// best, counters, random source.
/// </summary>
public interface ISearch : IStateful
{
    /// <summary>The best individual so far (the earliest on a tie); null before the first step.</summary>
    Individual? Best { get; }

    /// <summary>What the search did so far.</summary>
    SearchCounters Counters { get; }

    /// <summary>The individuals alive; none when the search keeps no population.</summary>
    IReadOnlyList<Individual> Population { get; }

    /// <summary>Makes and evaluates one individual.</summary>
    void Advance();

    /// <summary>Puts an individual that was evaluated on the same tasks in the place of one of <see cref="Population"/>.</summary>
    /// <param name="place">Whose place, from 0.</param>
    /// <param name="immigrant">The individual.</param>
    void Replace(int place, Individual immigrant);

    /// <summary>Evaluates an individual that comes from other tasks, as one more individual, and puts it in the place of another.</summary>
    /// <param name="place">Whose place, from 0.</param>
    /// <param name="immigrant">The individual, with its fitness on other tasks.</param>
    void Adopt(int place, Individual immigrant);
}
