using AutoMLZero.Search;

namespace AutoMLZero.Experiments.Running;

/// <summary>Which experiments of a series are open, which ended, and which one counts. Used under the lock of the run.</summary>
internal sealed class SeriesBoard
{
    private readonly SeriesPlan plan;
    private readonly SortedList<int, OpenExperiment> open = [];
    private readonly SortedList<int, ExperimentOutcome> ended = [];
    private int next;
    private int firstNotEnded;

    /// <summary>Begins with the experiments that are at their end already.</summary>
    public SeriesBoard(SeriesPlan plan, IReadOnlyList<ExperimentOutcome> endedBefore)
    {
        this.plan = plan;
        foreach (var outcome in endedBefore) End(outcome);
    }

    /// <summary>The experiments that are open, the earliest first.</summary>
    public IList<OpenExperiment> Open => open.Values;

    /// <summary>The earliest experiment that is known to be solved; later ones do not count.</summary>
    public int? Solved { get; private set; }

    /// <summary>Whether all experiments that count went to their end.</summary>
    public bool IsFinished => firstNotEnded >= plan.Count || firstNotEnded > Solved;

    /// <summary>Number of experiments that count, of those that began.</summary>
    public int Counted => Solved + 1 ?? Math.Max(next, ended.Count == 0 ? 0 : ended.Keys[^1] + 1);

    /// <summary>What was done, in the experiments that count.</summary>
    public SearchCounters Counters =>
        ended.Values.Where(outcome => outcome.Index < Counted).Aggregate(default(SearchCounters), (sum, outcome) => sum + outcome.Counters)
        + open.Values.Where(item => item.Index < Counted).Aggregate(default(SearchCounters), (sum, item) => sum + item.Counters);

    /// <summary>The best champion of the experiments that count, the earliest on a tie; null before any.</summary>
    public Champion? Champion => ended.Values.Select(outcome => (outcome.Index, outcome.Champion))
        .Concat(open.Values.Select(item => (item.Index, item.Champion)))
        .Where(item => item.Index < Counted)
        .OrderBy(item => item.Index)
        .Aggregate(default(Champion), (best, item) => Champion.Better(best, item.Champion));

    /// <summary>The best individual of an open experiment that counts, the earliest on a tie; null when there is none.</summary>
    public Individual? BestOfOpen => open.Values.Where(item => item.Index < Counted).Select(item => item.Best).Aggregate(
        default(Individual), (best, other) => best is null || other?.Fitness > best.Fitness ? other : best);

    /// <summary>The hall of fame of the experiments that count, as far as no thread is at them.</summary>
    public HallOfFame HallOfFame => HallOfFame.Of(ended.Values.Select(outcome => (outcome.Index, outcome.HallOfFame))
        .Concat(open.Values.Where(item => item.IsIdle).Select(item => (item.Index, item.Experiment!.HallOfFame.Members)))
        .Where(item => item.Index < Counted)
        .OrderBy(item => item.Index)
        .SelectMany(item => item.Item2));

    /// <summary>Opens the next experiment, if there is one that may count.</summary>
    /// <param name="islands">Number of its islands.</param>
    public OpenExperiment? OpenNext(int islands)
    {
        while (ended.ContainsKey(next)) next++;
        if (next >= plan.Count || next > Solved) return null;
        var item = new OpenExperiment(next++, islands) { IsHeld = true };
        open.Add(item.Index, item);
        return item;
    }

    /// <summary>Takes note of the end of an experiment; when it is solved, later ones must pause for good.</summary>
    public void End(ExperimentOutcome outcome)
    {
        open.Remove(outcome.Index);
        ended.Add(outcome.Index, outcome);
        while (ended.ContainsKey(firstNotEnded)) firstNotEnded++;
        if (!outcome.IsSolved || outcome.Index > Solved) return;
        Solved = outcome.Index;
        foreach (var item in open.Values.Where(item => item.Index > Solved)) item.MustPause = true;
    }

    /// <summary>Removes open experiments that do not count and that no thread has.</summary>
    public IEnumerable<OpenExperiment> RemoveUncounted()
    {
        OpenExperiment[] uncounted = [.. open.Values.Where(item => item.Index > Solved && item.IsIdle)];
        foreach (var item in uncounted) open.Remove(item.Index);
        return uncounted;
    }
}
