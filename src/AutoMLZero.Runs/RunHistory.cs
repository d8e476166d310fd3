using System.Collections.Immutable;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Search;

namespace AutoMLZero.Runs;

/// <summary>The course of a search, read from its folder without taking it: another process may be searching there.</summary>
public sealed record RunHistory
{
    /// <summary>The folder.</summary>
    public required string Path { get; init; }

    /// <summary>The spec.</summary>
    public required ExperimentSpec Spec { get; init; }

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Time that the search took so far, over all processes.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>What the search found; null when it is not at its end.</summary>
    public required SearchResult? Result { get; init; }

    /// <summary>The epochs that were written, by experiment and number.</summary>
    public required ImmutableArray<EpochNote> Epochs { get; init; }

    /// <summary>How far the search was when, in the order of time; little or nothing of runs that a version before 2 of the format recorded.</summary>
    public required ImmutableArray<PacePoint> Pace { get; init; }

    /// <summary>The best champion on the selection tasks, of the earliest experiment on a tie; null before any was tried there.</summary>
    public required ChampionNote? Champion { get; init; }

    /// <summary>The fittest programs at each cost of a training step, on search tasks; of experiments that went to their end.</summary>
    public required ParetoFront HallOfFame { get; init; }

    /// <summary>Individuals that the search made so far, as far as epochs say it.</summary>
    public long Individuals => Result?.Counters.Individuals ?? Epochs.GroupBy(epoch => epoch.Experiment).Sum(experiment => experiment.Last().Individuals);

    /// <summary>Reads a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="catalog">The kinds of tasks that its spec may have; <see cref="SpecCatalog.Core"/> when null.</param>
    /// <exception cref="InputException">There is no run, it is damaged, of a newer version, or its spec was changed.</exception>
    public static RunHistory Read(string path, SpecCatalog? catalog = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var files = new RunFiles(path);
        var facts = RunFacts.Read(files, catalog ?? SpecCatalog.Core);
        return RunProblem.Reading(files, () =>
        {
            using var connection = RunDatabase.OpenToRead(files);
            using var snapshot = connection.BeginTransaction(deferred: true);
            var reader = new HistoryReader(connection);
            return new RunHistory
            {
                Path = path,
                Spec = facts.Spec,
                Seed = facts.Seed,
                Elapsed = facts.Elapsed,
                Result = facts.Result,
                Epochs = reader.Epochs(),
                Pace = reader.Pace(),
                Champion = reader.Champion(),
                HallOfFame = reader.HallOfFame(),
            };
        });
    }
}
