using System.Globalization;
using System.Security.Cryptography;
using AutoMLZero.Experiments;
using AutoMLZero.Search;
using Microsoft.Data.Sqlite;

namespace AutoMLZero.Runs;

/// <summary>Writes to the database of a run.</summary>
/// <param name="connection">The database.</param>
internal sealed class RunWriter(SqliteConnection connection)
{
    /// <summary>Writes what happened, all of it or nothing.</summary>
    /// <param name="notes">What happened, in order.</param>
    /// <param name="elapsed">Time since the start of the run.</param>
    /// <param name="now">The present time.</param>
    /// <param name="pace">How far the search was when.</param>
    public void Write(IEnumerable<ExperimentNotes> notes, TimeSpan elapsed, DateTimeOffset now, IEnumerable<PacePoint> pace)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var note in notes) Write(note, now);
        WriteElapsed(elapsed);
        foreach (var point in pace) Write(point);
        transaction.Commit();
    }

    /// <summary>Writes the result of a series that ended, and forgets later experiments, which do not count.</summary>
    /// <param name="result">The result.</param>
    public void Write(SearchResult result)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var table in (ReadOnlySpan<string>)["experiments", "epochs", "curve", "champions", "lineage", "hall_of_fame", "tuning"])
            connection.Execute($"DELETE FROM {table} WHERE experiment >= $counted", ("$counted", result.Experiments));
        if (result.Stop != StopReason.TimeSpent) connection.Execute("DELETE FROM checkpoints");
        WriteOpen(result.HallOfFame);
        connection.Execute(
            """
            INSERT OR REPLACE INTO result VALUES (0, $stop, $experiments, $steps, $generated, $rejected, $cached, $partial, $evaluated, $individuals,
                $search, $select, $test, $error, $program)
            """,
            [("$stop", $"{result.Stop}"), ("$experiments", result.Experiments), ("$steps", result.TrainingSteps), .. Counters(result.Counters),
             ("$search", result.SearchFitness), ("$select", result.SelectFitness), ("$test", result.TestFitness),
             ("$error", result.TestStandardError), ("$program", result.Program?.ToString())]);
        connection.Execute("DELETE FROM tuning WHERE experiment IS NULL");
        if (result.Tuning is { } tuning) Write(null, tuning);
        WriteElapsed(result.Elapsed);
        transaction.Commit();
    }

    /// <summary>Forgets the result of a series that is to go on.</summary>
    public void ForgetResult() => connection.Execute("DELETE FROM result; DELETE FROM tuning WHERE experiment IS NULL");

    private void WriteElapsed(TimeSpan elapsed) =>
        connection.Execute("INSERT OR REPLACE INTO meta VALUES ('elapsed_ticks', $ticks)", ("$ticks", elapsed.Ticks));

    private void Write(PacePoint point) => connection.Execute(
        "INSERT OR REPLACE INTO pace VALUES ($ticks, $individuals)", ("$ticks", point.Elapsed.Ticks), ("$individuals", point.Individuals));

    private void Write(ExperimentNotes notes, DateTimeOffset now)
    {
        foreach (var epoch in notes.Epochs) Write(epoch);
        if (notes.Outcome is { } outcome) Write(outcome);
        else Write(notes.Experiment, notes.State, now);
    }

    private void Write(ExperimentOutcome outcome)
    {
        connection.Execute(
            "INSERT INTO experiments VALUES ($experiment, $epochs, $solved, $generated, $rejected, $cached, $partial, $evaluated, $individuals)",
            [("$experiment", outcome.Index), ("$epochs", outcome.Epochs), ("$solved", outcome.IsSolved), .. Counters(outcome.Counters)]);
        connection.Execute("DELETE FROM checkpoints WHERE experiment = $experiment", ("$experiment", outcome.Index));
        Write(outcome.Index, outcome.HallOfFame);
        if (outcome.Champion?.Tuning is { } tuning) Write(outcome.Index, tuning);
    }

    /// <summary>Writes how the champion of an experiment, or the program of the result, was tuned.</summary>
    private void Write(int? experiment, ChampionTuning tuning) => connection.Execute(
        "INSERT INTO tuning VALUES ($experiment, $method, $evaluations, $select, $program)",
        ("$experiment", experiment),
        ("$method", $"{tuning.Method}"),
        ("$evaluations", tuning.Evaluations),
        ("$select", tuning.SelectFitness),
        ("$program", tuning.Program.ToString()));

    /// <summary>Experiments that the time ended before they came to their end are in the result, too.</summary>
    private void WriteOpen(IEnumerable<HallOfFameMember> members)
    {
        var ended = connection.Query("SELECT experiment FROM experiments", row => row.GetInt32(0)).ToHashSet();
        foreach (var open in members.Where(member => !ended.Contains(member.Experiment)).GroupBy(member => member.Experiment)) Write(open.Key, open);
    }

    private void Write(int experiment, IEnumerable<HallOfFameMember> members)
    {
        connection.Execute("DELETE FROM hall_of_fame WHERE experiment = $experiment", ("$experiment", experiment));
        foreach (var (place, member) in members.Index())
        {
            connection.Execute(
                "INSERT INTO hall_of_fame VALUES ($experiment, $place, $cost, $fitness, $program)",
                ("$experiment", experiment),
                ("$place", place),
                ("$cost", member.Cost),
                ("$fitness", member.Fitness),
                ("$program", member.Program.ToString()));
        }
    }

    private void Write(int experiment, ReadOnlyMemory<byte> state, DateTimeOffset now) => connection.Execute(
        "INSERT OR REPLACE INTO checkpoints VALUES ($experiment, $hash, $now, $state)",
        ("$experiment", experiment),
        ("$hash", Convert.ToHexStringLower(SHA256.HashData(state.Span))),
        ("$now", now.ToString("O", CultureInfo.InvariantCulture)),
        ("$state", state.ToArray()));

    private void Write(Epoch epoch)
    {
        connection.Execute(
            """
            INSERT INTO epochs VALUES ($experiment, $epoch, $generated, $rejected, $cached, $partial, $evaluated, $individuals, $best, $digest,
                $lowest, $lower, $median, $upper, $highest)
            """,
            [("$experiment", epoch.Experiment), ("$epoch", epoch.Number), .. Counters(epoch.Counters), ("$best", epoch.Best?.Fitness),
             ("$digest", epoch.Digest), .. Quantiles(epoch.Population)]);
        for (var island = 0; island < epoch.Islands.Length; island++) Write(epoch, island);
        if (epoch.Champion is { } champion) Write(epoch, champion);
    }

    private void Write(Epoch epoch, int island) => connection.Execute(
        "INSERT INTO curve VALUES ($experiment, $epoch, $island, $individuals, $best, $mean)",
        ("$experiment", epoch.Experiment),
        ("$epoch", epoch.Number),
        ("$island", island),
        ("$individuals", epoch.Islands[island].Counters.Individuals),
        ("$best", epoch.Islands[island].Best?.Fitness),
        ("$mean", epoch.Islands[island].MeanFitness));

    /// <summary>A champion gives way only to a better one, so its selection fitness tells whether it was written before.</summary>
    private void Write(Epoch epoch, Champion champion)
    {
        var written = connection.Query(
            "SELECT champion, select_fitness FROM champions WHERE experiment = $experiment ORDER BY champion DESC LIMIT 1",
            row => (Number: row.GetInt32(0), Fitness: row.GetDouble(1)),
            ("$experiment", epoch.Experiment));
        if (written is [{ } last] && last.Fitness == champion.SelectFitness) return;
        var number = written is [{ } before] ? before.Number + 1 : 0;
        var lineage = champion.Individual.Lineage;
        connection.Execute(
            "INSERT INTO champions VALUES ($experiment, $champion, $epoch, $search, $select, $program, $omitted)",
            ("$experiment", epoch.Experiment),
            ("$champion", number),
            ("$epoch", epoch.Number),
            ("$search", champion.Individual.Fitness),
            ("$select", champion.SelectFitness),
            ("$program", champion.Individual.Program.ToString()),
            ("$omitted", lineage?.Omitted ?? 0));
        if (lineage is not null) Write(epoch.Experiment, number, lineage);
    }

    private void Write(int experiment, int champion, Lineage lineage)
    {
        Write(experiment, champion, 0, lineage.Founder);
        for (var i = 0; i < lineage.Steps.Count; i++) Write(experiment, champion, lineage.Omitted + i + 1, lineage.Steps[i]);
    }

    private void Write(int experiment, int champion, long step, in LineageStep ancestor) => connection.Execute(
        "INSERT INTO lineage VALUES ($experiment, $champion, $step, $born, $fitness, $program)",
        ("$experiment", experiment),
        ("$champion", champion),
        ("$step", step),
        ("$born", ancestor.Born),
        ("$fitness", ancestor.Fitness),
        ("$program", ancestor.Program.ToString()));

    private static (string Name, object? Value)[] Quantiles(FitnessQuantiles? population) =>
    [
        ("$lowest", population?.Lowest), ("$lower", population?.LowerQuartile), ("$median", population?.Median),
        ("$upper", population?.UpperQuartile), ("$highest", population?.Highest),
    ];

    private static (string Name, object? Value)[] Counters(in SearchCounters counters) =>
    [
        ("$generated", counters.Generated), ("$rejected", counters.Rejected), ("$cached", counters.Cached), ("$partial", counters.Partial),
        ("$evaluated", counters.Evaluated), ("$individuals", counters.Individuals),
    ];
}
