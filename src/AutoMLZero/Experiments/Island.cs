using AutoMLZero.Execution;
using AutoMLZero.Search;
using AutoMLZero.State;

namespace AutoMLZero.Experiments;

/// <summary>
/// One search of an experiment, with what arrived from other islands and waits to be evaluated, and the best that it tried on the selection tasks. Only
/// one thread at a time may use it; what it does depends on nothing but its own state.
/// </summary>
internal sealed class Island : IStateful, IDisposable
{
    private readonly ISearch search;
    private readonly IEvaluator evaluator;
    private readonly long length;
    private readonly double? tryAt;
    private readonly double solvedAt;
    private readonly Queue<Arrival> arrivals = [];
    private Individual? tried;

    /// <summary>Takes what the island consists of.</summary>
    /// <param name="search">The search, which has not begun.</param>
    /// <param name="evaluator">Its evaluator, of which the island disposes.</param>
    /// <param name="length">Individuals that the island makes in the experiment.</param>
    /// <param name="spec">Says when an individual is tried on the selection tasks, and what suffices there.</param>
    public Island(ISearch search, IEvaluator evaluator, long length, ExperimentSpec spec)
    {
        this.search = search;
        this.evaluator = evaluator;
        this.length = length;
        tryAt = spec.StopWhenSolved ? spec.SolvedAt : null;
        solvedAt = spec.SolvedAt;
    }

    /// <summary>The best individual so far; null before the first.</summary>
    public Individual? Best => search.Best;

    /// <summary>What was done so far.</summary>
    public SearchCounters Counters => search.Counters;

    /// <summary>The individuals alive.</summary>
    public IReadOnlyList<Individual> Population => search.Population;

    /// <summary>The best so far on the selection tasks, the earliest on a tie; null before any was tried.</summary>
    public Champion? Champion { get; private set; }

    /// <summary>Whether the champion suffices.</summary>
    public bool IsSolved => Champion?.SelectFitness >= solvedAt;

    /// <summary>Whether all individuals of the experiment are made, or the champion suffices.</summary>
    public bool IsOver => IsSolved || Counters.Individuals >= length;

    /// <summary>Makes individuals up to a number of them, or until a champion suffices.</summary>
    /// <param name="until">Number of individuals since the start.</param>
    /// <param name="select">The fitness of an individual on the selection tasks.</param>
    /// <param name="mayGoOn">Asked before each individual.</param>
    /// <returns>Whether it came to the end; else it can go on from there.</returns>
    public bool Run(long until, Func<Individual, double> select, Func<bool> mayGoOn)
    {
        until = Math.Min(until, length);
        while (!IsSolved && Counters.Individuals < until)
        {
            if (!mayGoOn()) return false;
            Advance();
            if (!ReferenceEquals(search.Best, tried) && search.Best!.Fitness >= tryAt) Try(search.Best, select);
        }

        if (!IsSolved && Counters.Individuals >= length) TryBest(select);
        return true;
    }

    /// <summary>Tries the best individual on the selection tasks, unless it was tried already.</summary>
    /// <param name="select">The fitness of an individual on the selection tasks.</param>
    public void TryBest(Func<Individual, double> select)
    {
        if (search.Best is { } best && !ReferenceEquals(best, tried)) Try(best, select);
    }

    /// <summary>Takes in what comes from other islands: at once what was evaluated on the same tasks, the others one by one.</summary>
    /// <param name="arrival">The individual and its place.</param>
    /// <param name="isComparable">Whether it was evaluated on the same tasks.</param>
    public void Receive(in Arrival arrival, bool isComparable)
    {
        if (isComparable) search.Replace(arrival.Place, arrival.Individual);
        else arrivals.Enqueue(arrival);
    }

    /// <inheritdoc/>
    public void Save(StateWriter writer)
    {
        SaveSearch(writer);
        evaluator.Save(writer);
    }

    /// <summary>Writes the state but for that of the evaluator.</summary>
    public void SaveSearch(StateWriter writer)
    {
        search.Save(writer);
        writer.Write(arrivals.Count);
        foreach (var (place, from, individual) in arrivals)
        {
            writer.Write(place);
            writer.Write(from);
            Individual.Save(individual, writer);
        }

        Individual.Save(tried, writer);
        Champion.Save(Champion, writer);
    }

    /// <inheritdoc/>
    public void Restore(StateReader reader)
    {
        search.Restore(reader);
        arrivals.Clear();
        for (var left = reader.ReadCount(search.Population.Count); left > 0; left--)
            arrivals.Enqueue(new(reader.ReadInt32(), reader.ReadInt32(), Individual.Restore(reader) ?? throw StateReader.Damaged()));
        tried = Individual.Restore(reader);
        Champion = Champion.Restore(reader);
        evaluator.Restore(reader);
    }

    /// <summary>Frees the memory in which programs run.</summary>
    public void Dispose() => evaluator.Dispose();

    private void Advance()
    {
        if (arrivals.TryDequeue(out var arrival)) search.Adopt(arrival.Place, arrival.Individual);
        else search.Advance();
    }

    private void Try(Individual individual, Func<Individual, double> select)
    {
        tried = individual;
        var fitness = select(individual);
        if (Champion is null || fitness > Champion.SelectFitness) Champion = new Champion(individual, fitness);
    }
}
