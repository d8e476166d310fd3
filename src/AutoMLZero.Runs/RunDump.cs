using System.Globalization;
using AutoMLZero.Language;
using Microsoft.Data.Sqlite;

namespace AutoMLZero.Runs;

/// <summary>
/// All of a run but times, as text: two runs with the same spec and seed have the same, whatever the number of threads, and however often they
/// were interrupted.
/// </summary>
public static class RunDump
{
    private static readonly (string Table, string Order)[] Tables =
    [
        ("experiments", "experiment"), ("epochs", "experiment, epoch"), ("curve", "experiment, epoch, island"),
        ("champions", "experiment, champion"), ("lineage", "experiment, champion, step"),
        ("hall_of_fame", "experiment, place"), ("tuning", "experiment"), ("result", "id"),
    ];

    /// <summary>Writes the text. The run may be searched at the same time: then it is that of its last checkpoint.</summary>
    /// <param name="path">The run folder.</param>
    /// <param name="output">Where to.</param>
    /// <exception cref="InputException">There is no run, it is damaged, or it is of a newer version.</exception>
    public static void Write(string path, TextWriter output)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(output);
        var files = new RunFiles(path);
        RunProblem.Reading(files, () =>
        {
            using var connection = RunDatabase.OpenToRead(files);
            using var snapshot = connection.BeginTransaction(deferred: true);
            Write(connection, new RunReader(connection, files), output);
            return true;
        });
    }

    private static void Write(SqliteConnection connection, RunReader reader, TextWriter output)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"format {RunDatabase.VersionOf(connection)}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {reader.Seed}"));
        output.WriteLine("spec");
        output.WriteLine(reader.Spec.TrimEnd());
        foreach (var (table, order) in Tables.Where(item => connection.Has(item.Table)))
        {
            foreach (var line in connection.Query($"SELECT * FROM {table} ORDER BY {order}", row => Line(table, row))) output.WriteLine(line);
        }

        if (connection.Scalar("SELECT count(*) FROM result") is not 0L) return;
        output.WriteLine("not at its end");
        foreach (var line in connection.Query("SELECT experiment, sha256 FROM checkpoints ORDER BY experiment", row => Line("checkpoints", row)))
            output.WriteLine(line);
    }

    private static string Line(string table, SqliteDataReader row) =>
        string.Join(' ', Enumerable.Range(0, row.FieldCount).Select(column => $"{row.GetName(column)}={Shown(row.GetValue(column))}").Prepend(table));

    private static string Shown(object value) => value switch
    {
        DBNull => "-",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        string text => text.TrimEnd('\n').Replace("\n", "\\n", StringComparison.Ordinal),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
