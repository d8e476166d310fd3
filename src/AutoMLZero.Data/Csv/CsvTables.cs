using AutoMLZero.Language;

namespace AutoMLZero.Data.Csv;

/// <summary>
/// The tables that tasks are made of, read when first asked for; the last is kept, because searches ask for the same again and again. All
/// instances are equal: they give the same tables.
/// </summary>
public sealed class CsvTables : IEquatable<CsvTables>
{
    private readonly Lock locker = new();
    private (string File, TableSettings Settings, PreparedTable Table)? last;

    /// <summary>Keeps a table that was read already.</summary>
    /// <param name="file">Path of its file.</param>
    /// <param name="settings">How its rows became examples.</param>
    /// <param name="table">The table.</param>
    public void Keep(string file, TableSettings settings, PreparedTable table)
    {
        lock (locker) last = (file, settings, table);
    }

    /// <summary>The table of a file, split and transformed.</summary>
    /// <param name="file">Path of the file.</param>
    /// <param name="settings">How its rows become examples.</param>
    /// <param name="progress">Hears now and then how many rows were read.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="InputException">The file cannot be read, is no table, or there is nothing to learn.</exception>
    public PreparedTable Prepare(
        string file, TableSettings settings, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        lock (locker)
        {
            if (last is { } kept && kept.File == file && kept.Settings.Equals(settings)) return kept.Table;
            last = null;
            var table = PreparedTable.Of(CsvReader.ReadFile(file, settings.Target, null, progress, cancellation), settings);
            last = (file, settings, table);
            return table;
        }
    }

    /// <inheritdoc/>
    public bool Equals(CsvTables? other) => other is not null;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CsvTables;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
