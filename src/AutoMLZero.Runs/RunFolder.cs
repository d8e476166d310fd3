using System.Globalization;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using Microsoft.Data.Sqlite;

namespace AutoMLZero.Runs;

/// <summary>
/// A search kept in a folder: <c>spec.json</c>, <c>run.db</c> and <c>best.txt</c>. It can be interrupted at any moment, the end of the process included, and
/// goes on from its last checkpoint to the result that it would have come to without the interruption. One process at a time has a folder.
/// </summary>
public sealed class RunFolder : IDisposable
{
    private readonly RunFiles files;
    private readonly RunLock runLock;
    private readonly SqliteConnection connection;

    private RunFolder(RunFiles files, RunLock runLock, RunFacts facts)
    {
        this.files = files;
        this.runLock = runLock;
        Spec = facts.Spec;
        Seed = facts.Seed;
        Elapsed = facts.Elapsed;
        Result = facts.Result;
        connection = RunDatabase.OpenToWrite(files);
    }

    /// <summary>The folder.</summary>
    public string Path => files.Root;

    /// <summary>The spec.</summary>
    public ExperimentSpec Spec { get; }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>Time that the search took so far, over all processes.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>What the search found; null when it is not at its end.</summary>
    public SearchResult? Result { get; private set; }

    /// <summary>Makes a folder for a new search.</summary>
    /// <param name="path">A folder that does not exist or is empty.</param>
    /// <param name="spec">What to search.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="InputException">The folder cannot be used, or the spec has no JSON form.</exception>
    public static RunFolder Create(string path, ExperimentSpec spec, ulong seed)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(spec);
        var files = new RunFiles(path);
        var json = Json(spec);
        NewRun.CheckEmpty(files, json);
        NewRun.MakeFolder(files);
        return Locked(files, runLock =>
        {
            NewRun.CheckEmpty(files, json);
            NewRun.Write(files, json, seed);
            return new RunFolder(files, runLock, new RunFacts(spec, seed, TimeSpan.Zero, null));
        });
    }

    /// <summary>Opens a folder to go on with its search.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="catalog">The kinds of tasks that its spec may have; <see cref="SpecCatalog.Core"/> when null.</param>
    /// <exception cref="InputException">
    /// There is no run, another process is at it, it is damaged, of a newer version, or its spec was changed. Nothing was changed.
    /// </exception>
    public static RunFolder Open(string path, SpecCatalog? catalog = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var files = new RunFiles(path);
        RunDatabase.CheckThere(files);
        return Locked(files, runLock => new RunFolder(files, runLock, RunFacts.Read(files, catalog ?? SpecCatalog.Core)));
    }

    /// <summary>Searches from where the run is to its end; returns the result at once when it is there already.</summary>
    /// <param name="time">The clock; that of the system when null.</param>
    /// <param name="progress">Hears at most ten times a second how far the search is, on searching threads.</param>
    /// <param name="options">How the series runs; the folder sets recorder and elapsed time.</param>
    /// <param name="maxTime">Another limit of time for the whole search in place of the spec's; it may go on with one whose time was over.</param>
    /// <param name="cancellation">Interrupts the search; the folder can be resumed.</param>
    /// <exception cref="IOException">The folder cannot be written any more. It can be resumed from its last checkpoint.</exception>
    public SearchResult Run(
        TimeProvider? time = null,
        IProgress<SearchProgress>? progress = null,
        SeriesOptions? options = null,
        TimeSpan? maxTime = null,
        CancellationToken cancellation = default)
    {
        if (Result is not null && !(Result.Stop == StopReason.TimeSpent && maxTime > Elapsed)) return Result;
        time ??= TimeProvider.System;
        var spec = maxTime is null ? Spec : Spec with { Budget = Spec.Budget with { Time = maxTime } };
        var writer = new RunWriter(connection);
        if (Result is not null) RunProblem.Writing(files, writer.ForgetResult);
        Result = null;
        var result = Search(spec, time, progress, options ?? new SeriesOptions(), cancellation);
        Elapsed = result.Elapsed;
        if (result.Stop == StopReason.Canceled) return result;
        RunProblem.Writing(files, () =>
        {
            writer.Write(result);
            BestProgram.Write(files, result);
        });
        return Result = result;
    }

    /// <summary>Lets others have the folder.</summary>
    public void Dispose()
    {
        RunDatabase.Close(connection);
        runLock.Dispose();
    }

    /// <summary>Makes the database behave as on a disk with so much room.</summary>
    internal void LimitSize(int pages) => connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));

    private SearchResult Search(
        ExperimentSpec spec, TimeProvider time, IProgress<SearchProgress>? progress, SeriesOptions options, CancellationToken cancellation)
    {
        var start = time.GetTimestamp();
        var best = new BestProgram(Spec.Name, Seed);
        var pace = new PaceNotes(progress);
        var recorder = new RunRecorder(files, connection, best, () => Elapsed + time.GetElapsedTime(start), time, pace);
        SearchResult result;
        using (recorder)
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellation, recorder.Failed);
            result = new ExperimentSeries(spec, Seed, time, pace, options with { Recorder = recorder, ElapsedBefore = Elapsed }).Run(end.Token);
        }

        return recorder.Problem is null ? result : throw RunProblem.WhileWriting(recorder.Problem, files);
    }

    private static RunFolder Locked(RunFiles files, Func<RunLock, RunFolder> open)
    {
        var runLock = new RunLock(files);
        try
        {
            return open(runLock);
        }
        catch
        {
            runLock.Dispose();
            throw;
        }
    }

    private static string Json(ExperimentSpec spec)
    {
        try
        {
            return SpecWriter.Write(spec);
        }
        catch (NotSupportedException problem)
        {
            throw new InputException($"the search cannot be kept in a folder: {problem.Message.TrimEnd('.')}", problem);
        }
    }
}
