using AutoMLZero.Search;

namespace AutoMLZero.Experiments.Running;

/// <summary>An experiment that threads are at. All but <see cref="MustPause"/> is read and changed under the lock of the run.</summary>
/// <param name="index">Which experiment, from 0.</param>
/// <param name="islands">Number of its islands.</param>
internal sealed class OpenExperiment(int index, int islands)
{
    private readonly IslandStage[] stages = new IslandStage[islands];
    private readonly Published[] published = new Published[islands];
    private volatile bool mustPause;

    /// <summary>Which experiment, from 0.</summary>
    public int Index => index;

    /// <summary>The experiment; null until it is made.</summary>
    public Experiment? Experiment { get; set; }

    /// <summary>Whether one thread has the whole experiment: to make it, to end an epoch or to capture it.</summary>
    public bool IsHeld { get; set; }

    /// <summary>Whether threads that run islands must return them at once.</summary>
    public bool MustPause
    {
        get => mustPause;
        set => mustPause = value;
    }

    /// <summary>When the state was asked for; null when it was not.</summary>
    public TimeSpan? CaptureAskedAt { get; set; }

    /// <summary>Number of epochs that nobody has taken delivery of.</summary>
    public int Undelivered { get; set; }

    /// <summary>Whether no thread has the experiment or an island of it.</summary>
    public bool IsIdle => Experiment is not null && !IsHeld && !stages.Contains(IslandStage.Running);

    /// <summary>Whether all islands came to the end of the epoch.</summary>
    public bool IsEpochOver => !stages.AsSpan().ContainsAnyExcept(IslandStage.Ended);

    /// <summary>What the islands did, as far as is known.</summary>
    public SearchCounters Counters => published.Aggregate(default(SearchCounters), (sum, island) => sum + island.Counters);

    /// <summary>The best individual known; null before the first.</summary>
    public Individual? Best => published.Select(island => island.Best).Aggregate(
        default(Individual), (best, other) => best is null || other?.Fitness > best.Fitness ? other : best);

    /// <summary>The best on the selection tasks known; null before any was tried.</summary>
    public Champion? Champion => Experiment?.Tuned ?? published.Aggregate(default(Champion), (best, island) => Champion.Better(best, island.Champion));

    /// <summary>Gives an island that waits to the calling thread; null when there is none.</summary>
    public int? TakeIsland()
    {
        var island = Array.IndexOf(stages, IslandStage.Waiting);
        if (island < 0) return null;
        stages[island] = IslandStage.Running;
        return island;
    }

    /// <summary>Takes an island back.</summary>
    /// <param name="island">Which.</param>
    /// <param name="hasEnded">Whether it came to the end of the epoch.</param>
    /// <returns>What it did since that was published last.</returns>
    public SearchCounters Return(int island, bool hasEnded)
    {
        stages[island] = hasEnded ? IslandStage.Ended : IslandStage.Waiting;
        return Publish(island);
    }

    /// <summary>Opens the next epoch.</summary>
    public void OpenEpoch() => Array.Fill(stages, IslandStage.Waiting);

    /// <summary>Makes known how far an island is; only the thread that has it may ask for that.</summary>
    /// <param name="island">Which.</param>
    /// <returns>What it did since that was done last.</returns>
    public SearchCounters Publish(int island)
    {
        var before = published[island].Counters;
        published[island] = Published.Of(Experiment!.Islands[island]);
        return published[island].Counters - before;
    }

    /// <summary>Makes known how far all islands are; nobody may have one of them.</summary>
    public void PublishAll()
    {
        for (var island = 0; island < published.Length; island++) Publish(island);
    }
}
