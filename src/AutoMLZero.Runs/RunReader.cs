using System.Security.Cryptography;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Search;
using AutoMLZero.Tuning;
using Microsoft.Data.Sqlite;

namespace AutoMLZero.Runs;

/// <summary>Reads from the database of a run.</summary>
/// <param name="connection">The database.</param>
/// <param name="files">The run folder, for complaints.</param>
internal sealed class RunReader(SqliteConnection connection, RunFiles files)
{
    private const string CounterColumns = "generated, rejected, cached, partial, evaluated, individuals";

    /// <summary>The seed.</summary>
    public ulong Seed => unchecked((ulong)(long)Meta("seed"));

    /// <summary>The spec as JSON.</summary>
    public string Spec => (string)Meta("spec");

    /// <summary>Time that the run took so far.</summary>
    public TimeSpan Elapsed => TimeSpan.FromTicks((long)Meta("elapsed_ticks"));

    /// <summary>The experiments that went to their end.</summary>
    public IReadOnlyList<ExperimentOutcome> Outcomes() => connection.Query(
        $"SELECT experiment, epochs, solved, {CounterColumns} FROM experiments ORDER BY experiment",
        row => new ExperimentOutcome(row.GetInt32(0), row.GetInt64(1), Counters(row, 3), Champion(row.GetInt32(0)), row.GetBoolean(2))
        {
            HallOfFame = new ParetoFront([.. HallOfFame("WHERE experiment = $experiment", ("$experiment", row.GetInt32(0)))]),
        });

    /// <summary>Where an experiment goes on; empty when it begins.</summary>
    /// <exception cref="InputException">The state is damaged.</exception>
    public ReadOnlyMemory<byte> State(int experiment)
    {
        var found = connection.Query(
            "SELECT sha256, state FROM checkpoints WHERE experiment = $experiment",
            row => (Hash: row.GetString(0), State: (byte[])row.GetValue(1)),
            ("$experiment", experiment));
        if (found is not [var (hash, state)]) return default;
        return Convert.ToHexStringLower(SHA256.HashData(state)) == hash ? state : throw RunProblem.Damaged(files);
    }

    /// <summary>The result; null when the run was not finished.</summary>
    public SearchResult? Result(string name) => connection.Query(
        $"SELECT stop, experiments, training_steps, {CounterColumns}, search_fitness, select_fitness, test_fitness, test_standard_error, program FROM result",
        row => new SearchResult
        {
            Name = name,
            Seed = Seed,
            Stop = Enum.Parse<StopReason>(row.GetString(0)),
            Experiments = row.GetInt32(1),
            TrainingSteps = row.GetInt64(2),
            Counters = Counters(row, 3),
            SearchFitness = row.NumberOrNull(9),
            SelectFitness = row.NumberOrNull(10),
            TestFitness = row.NumberOrNull(11),
            TestStandardError = row.NumberOrNull(12),
            Program = row.IsDBNull(13) ? null : ProgramParser.Parse(row.GetString(13)),
            Tuning = Tuning(null),
            Elapsed = Elapsed,
            HallOfFame = Search.HallOfFame.Of(HallOfFame("")).Members,
        }).SingleOrDefault();

    private static SearchCounters Counters(SqliteDataReader row, int at) => new(
        row.GetInt64(at), row.GetInt64(at + 1), row.GetInt64(at + 2), row.GetInt64(at + 3), row.GetInt64(at + 4), row.GetInt64(at + 5));

    private Champion? Champion(int experiment) => connection.Query(
        "SELECT program, search_fitness, select_fitness FROM champions WHERE experiment = $experiment ORDER BY champion DESC LIMIT 1",
        row => new Champion(new Individual(ProgramParser.Parse(row.GetString(0)), row.GetDouble(1)), row.GetDouble(2)) { Tuning = Tuning(experiment) },
        ("$experiment", experiment)).SingleOrDefault();

    /// <summary>How the champion of an experiment, or the program of the result, was tuned; null when it was not.</summary>
    private ChampionTuning? Tuning(int? experiment) => connection.Has("tuning")
        ? connection.Query(
            "SELECT method, evaluations, program, select_fitness FROM tuning WHERE experiment IS $experiment",
            row => new ChampionTuning(Enum.Parse<TuningMethod>(row.GetString(0)), row.GetInt64(1), ProgramParser.Parse(row.GetString(2)), row.GetDouble(3)),
            ("$experiment", experiment)).SingleOrDefault()
        : null;

    private List<HallOfFameMember> HallOfFame(string where, params (string, object?)[] values) => connection.Query(
        $"SELECT program, search_fitness, cost, experiment FROM hall_of_fame {where} ORDER BY experiment, place",
        row => new HallOfFameMember(ProgramParser.Parse(row.GetString(0)), row.GetDouble(1), row.GetDouble(2)) { Experiment = row.GetInt32(3) },
        values);

    private object Meta(string key) =>
        connection.Scalar("SELECT value FROM meta WHERE key = $key", ("$key", key)) ?? throw RunProblem.Damaged(files);
}
