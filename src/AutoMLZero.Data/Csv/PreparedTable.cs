using System.Collections.Immutable;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Data.Csv;

/// <summary>A table as examples: what programs may learn from, and what is held out to report on. Immutable.</summary>
public sealed class PreparedTable
{
    private PreparedTable(TableTransformation transformation, Examples training, Examples heldOut, ImmutableArray<string> notices)
    {
        Transformation = transformation;
        Training = training;
        HeldOut = heldOut;
        Notices = notices;
    }

    /// <summary>What was done to the rows.</summary>
    public TableTransformation Transformation { get; }

    /// <summary>The training rows, in the order of the file.</summary>
    public Examples Training { get; }

    /// <summary>The held-out rows, in the order of the file.</summary>
    public Examples HeldOut { get; }

    /// <summary>What the user should know, such as which columns are left out: a sentence each.</summary>
    public ImmutableArray<string> Notices { get; }

    /// <summary>Splits a table and transforms both parts as the training rows say.</summary>
    /// <param name="table">The table.</param>
    /// <param name="settings">What is asked for.</param>
    /// <exception cref="InputException">There is nothing to learn, or values are missing; the message names the column.</exception>
    public static PreparedTable Of(CsvTable table, TableSettings settings)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        var fit = new TableFit(table, settings);
        var target = fit.Target();
        var split = RowSplit.Of(fit.Rows(target), target, settings.HeldOutShare, settings.SplitSeed);
        var transformation = fit.Fit(target, split);
        return new PreparedTable(
            transformation,
            Part(table, target, transformation, split.Training),
            Part(table, target, transformation, split.HeldOut),
            [.. fit.Notices]);
    }

    private static Examples Part(CsvTable table, TargetValues target, TableTransformation transformation, int[] rows)
    {
        double[] labels = [.. rows.Select(row => transformation.Target.Numbers.Apply(target.Labels[row]))];
        return new Examples(transformation.PaddedWidth, transformation.Features(table, rows), labels);
    }
}
