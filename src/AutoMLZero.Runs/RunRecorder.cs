using AutoMLZero.Experiments;
using Microsoft.Data.Sqlite;

namespace AutoMLZero.Runs;

/// <summary>
/// Takes note of what a series does, and writes it on a thread of its own, at most so often. When that fails, the series is asked to end.
/// </summary>
internal sealed class RunRecorder : ISeriesRecorder, IDisposable
{
    private static readonly TimeSpan BetweenWrites = TimeSpan.FromSeconds(1);

    private readonly object gate = new();
    private readonly RunFiles files;
    private readonly RunWriter writer;
    private readonly RunReader reader;
    private readonly Func<TimeSpan> elapsed;
    private readonly TimeProvider time;
    private readonly BestProgram best;
    private readonly PaceNotes pace;
    private readonly Thread thread;
    private readonly CancellationTokenSource failed = new();
    private readonly Dictionary<int, List<Epoch>> epochs = [];
    private List<ExperimentNotes> notes = [];
    private bool isClosing;

    /// <summary>Begins to write.</summary>
    /// <param name="files">The run folder.</param>
    /// <param name="connection">Its database, which nobody else uses.</param>
    /// <param name="best">The best program so far.</param>
    /// <param name="elapsed">Time since the start of the run.</param>
    /// <param name="time">The clock.</param>
    /// <param name="pace">How far the search was when.</param>
    public RunRecorder(
        RunFiles files, SqliteConnection connection, BestProgram best, Func<TimeSpan> elapsed, TimeProvider time, PaceNotes pace)
    {
        this.pace = pace;
        this.files = files;
        this.best = best;
        this.elapsed = elapsed;
        this.time = time;
        writer = new RunWriter(connection);
        reader = new RunReader(connection, files);
        Ended = RunProblem.Reading(files, reader.Outcomes);
        best.Note(Ended);
        thread = new Thread(Work) { IsBackground = true, Name = "run writer" };
        thread.Start();
    }

    /// <inheritdoc/>
    public IReadOnlyList<ExperimentOutcome> Ended { get; }

    /// <summary>Canceled when nothing can be written any more.</summary>
    public CancellationToken Failed => failed.Token;

    /// <summary>Why nothing can be written any more; null when it can.</summary>
    public Exception? Problem { get; private set; }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> StateOf(int experiment)
    {
        lock (writer) return RunProblem.Reading(files, () => reader.State(experiment));
    }

    /// <inheritdoc/>
    public void EndEpoch(Epoch epoch)
    {
        lock (gate)
        {
            if (!epochs.TryGetValue(epoch.Experiment, out var list)) epochs.Add(epoch.Experiment, list = []);
            list.Add(epoch);
        }
    }

    /// <inheritdoc/>
    public void Capture(int experiment, ReadOnlyMemory<byte> state) => Note(experiment, state, null);

    /// <inheritdoc/>
    public void EndExperiment(ExperimentOutcome outcome) => Note(outcome.Index, default, outcome);

    /// <summary>Writes what is not written yet, and ends.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            isClosing = true;
            Monitor.PulseAll(gate);
        }

        thread.Join();
        failed.Dispose();
    }

    private void Note(int experiment, ReadOnlyMemory<byte> state, ExperimentOutcome? outcome)
    {
        lock (gate)
        {
            epochs.Remove(experiment, out var list);
            notes.Add(new ExperimentNotes(experiment, list ?? [], state, outcome));
            Monitor.PulseAll(gate);
        }
    }

    private void Work()
    {
        try
        {
            while (Take() is { Count: > 0 } taken) Write(taken);
        }
        catch (Exception problem)
        {
            Problem = problem;
            failed.Cancel();
        }
    }

    /// <summary>What there is to write, once there is something; nothing at the end.</summary>
    private List<ExperimentNotes> Take()
    {
        lock (gate)
        {
            while (notes.Count == 0 && !isClosing) Monitor.Wait(gate);
            var until = TimeProvider.System.GetTimestamp();
            while (!isClosing && BetweenWrites - TimeProvider.System.GetElapsedTime(until) is var left && left > TimeSpan.Zero) Monitor.Wait(gate, left);
            var taken = notes;
            notes = [];
            return taken;
        }
    }

    private void Write(List<ExperimentNotes> taken)
    {
        lock (writer) writer.Write(WithLastStates(taken), elapsed(), time.GetUtcNow(), pace.Take());
        best.Note(taken);
        best.Write(files);
    }

    /// <summary>Of several states of an experiment only the last is written.</summary>
    private static IEnumerable<ExperimentNotes> WithLastStates(List<ExperimentNotes> taken) => taken.GroupBy(note => note.Experiment)
        .Select(group => group.Last() with { Epochs = [.. group.SelectMany(note => note.Epochs)] });
}
