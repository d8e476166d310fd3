using System.Runtime.ExceptionServices;
using AutoMLZero.Experiments;
using AutoMLZero.Numerics;

namespace AutoMLZero.Reproduction;

/// <summary>
/// Where an experiment is done: it consists of trials, each a function of its number and its seed alone, which run side by side. Their results
/// are kept in the folder, so that none is repeated when the experiment is interrupted and started again.
/// </summary>
public sealed class Laboratory
{
    private readonly Lock gate = new();
    private readonly string experiment;
    private readonly TrialFolder folder;
    private readonly LaboratorySettings settings;
    private readonly long start;

    internal Laboratory(string experiment, IReadOnlyDictionary<string, long> sizes, TrialFolder folder, LaboratorySettings settings, CancellationToken cancellation)
    {
        this.experiment = experiment;
        this.folder = folder;
        this.settings = settings;
        Cancellation = cancellation;
        Sizes = sizes;
        start = settings.Time.GetTimestamp();
    }

    /// <summary>The sizes of the experiment.</summary>
    public IReadOnlyDictionary<string, long> Sizes { get; }

    /// <summary>Ends the experiment.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>A size of the experiment.</summary>
    /// <param name="name">Its name.</param>
    public int Size(string name) => (int)Sizes[name];

    /// <summary>The spec of a preset with other values.</summary>
    /// <param name="preset">Name of the preset.</param>
    /// <param name="values">Paths and values, as for <see cref="SpecReader.Read"/>.</param>
    public ExperimentSpec Spec(string preset, params IEnumerable<(string Path, string Value)> values) =>
        settings.Catalog.LoadPreset(preset, values.Select(value => KeyValuePair.Create(value.Path, value.Value)));

    /// <summary>The seed of a trial.</summary>
    /// <param name="step">Name of the step.</param>
    /// <param name="trial">Number of the trial, from 0.</param>
    public ulong SeedOf(string step, int trial)
    {
        var seed = settings.Seed;
        foreach (var letter in step) seed = SplitMix.Derive(seed, letter);
        return SplitMix.Derive(seed, (ulong)trial);
    }

    /// <summary>Does the trials of a step that were not done before.</summary>
    /// <typeparam name="T">What comes of a trial; it has a JSON form.</typeparam>
    /// <param name="step">Name of the step, made of letters, digits and dashes; no other step has it.</param>
    /// <param name="count">Number of trials.</param>
    /// <param name="trial">Does a trial, on any thread: its number, from 0, and its seed.</param>
    /// <returns>What came of each.</returns>
    public T[] Trials<T>(string step, int count, Func<int, ulong, T> trial)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(trial);
        var results = folder.Read<T>(step, count);
        Report(step, results.Count, count);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = settings.Workers, CancellationToken = Cancellation };
        int[] open = [.. Enumerable.Range(0, count).Where(index => !results.ContainsKey(index))];
        try
        {
            Parallel.ForEach(open, parallel, index => Keep(index, trial(index, SeedOf(step, index))));
        }
        catch (AggregateException problems)
        {
            ExceptionDispatchInfo.Throw(problems.Flatten().InnerExceptions[0]);
        }

        return [.. results.Values];

        void Keep(int index, T result)
        {
            Cancellation.ThrowIfCancellationRequested();
            lock (gate)
            {
                results.Add(index, result);
                folder.Write(step, results);
                Report(step, results.Count, count);
            }
        }
    }

    /// <summary>A step of one trial.</summary>
    /// <typeparam name="T">What comes of it; it has a JSON form.</typeparam>
    /// <param name="step">Name of the step.</param>
    /// <param name="trial">Does the trial, given its seed.</param>
    public T Once<T>(string step, Func<ulong, T> trial)
        where T : notnull => Trials(step, 1, (_, seed) => trial(seed))[0];

    /// <summary>A search to its end.</summary>
    /// <param name="spec">What to search.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="OperationCanceledException">The experiment was canceled.</exception>
    public SearchResult Search(ExperimentSpec spec, ulong seed)
    {
        var result = new ExperimentSeries(spec, seed, settings.Time).Run(Cancellation);
        Cancellation.ThrowIfCancellationRequested();
        return result;
    }

    private void Report(string step, int done, int total) =>
        settings.Progress?.Report(new ReproductionProgress(experiment, step, done, total, settings.Time.GetElapsedTime(start)));
}
