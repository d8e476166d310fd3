using System.Collections.Immutable;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Search;
using Microsoft.Data.Sqlite;

namespace AutoMLZero.Runs;

/// <summary>Reads the course of a search from the database of its run.</summary>
/// <param name="connection">The database.</param>
internal sealed class HistoryReader(SqliteConnection connection)
{
    private readonly bool hasQuantiles = RunDatabase.VersionOf(connection) >= 2;

    /// <summary>The epochs, by experiment and number.</summary>
    public ImmutableArray<EpochNote> Epochs() =>
    [
        .. connection.Query(
            $"SELECT experiment, epoch, individuals, best_fitness{QuantileColumns} FROM epochs ORDER BY experiment, epoch",
            row => new EpochNote(row.GetInt32(0), row.GetInt64(1), row.GetInt64(2), row.NumberOrNull(3), hasQuantiles ? Quantiles(row, 4) : null)),
    ];

    /// <summary>How far the search was when.</summary>
    public ImmutableArray<PacePoint> Pace() => !hasQuantiles ? [] :
    [
        .. connection.Query(
            "SELECT elapsed_ticks, individuals FROM pace ORDER BY elapsed_ticks",
            row => new PacePoint(TimeSpan.FromTicks(row.GetInt64(0)), row.GetInt64(1))),
    ];

    /// <summary>The best champion; null when there is none.</summary>
    public ChampionNote? Champion() => connection.Query(
        """
        SELECT experiment, champion, program, search_fitness, select_fitness, omitted FROM champions
        ORDER BY select_fitness DESC, experiment, champion LIMIT 1
        """,
        row => new ChampionNote(
            row.GetInt32(0),
            ProgramParser.Parse(row.GetString(2)),
            row.GetDouble(3),
            row.GetDouble(4),
            Lineage(row.GetInt32(0), row.GetInt32(1)),
            row.GetInt64(5))).SingleOrDefault();

    /// <summary>The hall of fame over all experiments.</summary>
    public ParetoFront HallOfFame() => Search.HallOfFame.Of(connection.Query(
        "SELECT program, search_fitness, cost, experiment FROM hall_of_fame ORDER BY experiment, place",
        row => new HallOfFameMember(ProgramParser.Parse(row.GetString(0)), row.GetDouble(1), row.GetDouble(2)) { Experiment = row.GetInt32(3) })).Members;

    private string QuantileColumns => hasQuantiles ? ", lowest_fitness, lower_quartile, median_fitness, upper_quartile, highest_fitness" : "";

    private static FitnessQuantiles? Quantiles(SqliteDataReader row, int at) => row.IsDBNull(at)
        ? null
        : new FitnessQuantiles(row.GetDouble(at), row.GetDouble(at + 1), row.GetDouble(at + 2), row.GetDouble(at + 3), row.GetDouble(at + 4));

    private ImmutableArray<LineageStep> Lineage(int experiment, int champion) =>
    [
        .. connection.Query(
            "SELECT born, program, fitness FROM lineage WHERE experiment = $experiment AND champion = $champion ORDER BY step",
            row => new LineageStep(row.GetInt64(0), ProgramParser.Parse(row.GetString(1)), row.GetDouble(2)),
            ("$experiment", experiment),
            ("$champion", champion)),
    ];
}
