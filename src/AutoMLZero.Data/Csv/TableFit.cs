using AutoMLZero.Language;

namespace AutoMLZero.Data.Csv;

/// <summary>Learns the transformation of a table from its training rows.</summary>
/// <param name="table">The table.</param>
/// <param name="settings">What is asked for.</param>
internal sealed class TableFit(CsvTable table, TableSettings settings)
{
    private const int LeastRows = 10;
    private const int MostColumnsShown = 5;

    private readonly List<string> notices = [];

    /// <summary>What the user should know, a sentence each.</summary>
    public IReadOnlyList<string> Notices => notices;

    /// <summary>Reads the target and checks that there is something to learn from.</summary>
    public TargetValues Target()
    {
        settings.CheckHeldOutShare();
        foreach (var name in settings.Ignore) _ = table[name];
        if (settings.Ignore.Contains(settings.Target)) throw new InputException($"{table.Source}: the target '{settings.Target}' is ignored, expected it to be used");
        _ = table[settings.Target];
        if (table.Rows < LeastRows) throw new InputException($"{table.Source} has {Counted.Of(table.Rows, "row")}, expected at least {LeastRows}");
        return TargetValues.Of(table, settings.Target, settings.Task);
    }

    /// <summary>The rows that have a target.</summary>
    public int[] Rows(TargetValues target)
    {
        int[] rows = [.. Enumerable.Range(0, table.Rows).Where(row => !double.IsNaN(target.Labels[row]))];
        if (rows.Length == table.Rows) return rows;
        var missing = table.Rows - rows.Length;
        if (!settings.Impute)
            throw new InputException(
                $"{table.Source}: the target '{target.Name}' has no value in {Counted.Of(missing, "row")}, first in row {table[target.Name].FirstMissingRow}; "
                + "expected one in every row: remove rows without it, or leave them out with --impute");
        if (rows.Length < LeastRows) throw new InputException($"{table.Source} has {Counted.Of(rows.Length, "row")} with a target, expected at least {LeastRows}");
        notices.Add($"{Counted.Of(missing, "row")} without the target '{target.Name}' left out");
        return rows;
    }

    /// <summary>Learns the transformation.</summary>
    public TableTransformation Fit(TargetValues target, RowSplit split)
    {
        CsvColumn[] candidates = [.. table.Columns.Where(column => column.Name != target.Name && !settings.Ignore.Contains(column.Name))];
        CheckValues(candidates);
        var transformation = new TableTransformation
        {
            Columns = [.. candidates.Where(IsOfUse).Select(column => Fit(column, split.Training)).OfType<ColumnTransformation>()],
            Target = Fit(target, split.Training),
            HasHeader = table.HasHeader,
            FileColumns = table.Columns.Length,
        };
        if (transformation.Columns.IsEmpty) throw new InputException($"{table.Source} has no column to predict '{target.Name}' from, expected one of numbers or few words that differ");
        if (transformation.PaddedWidth > TableTransformation.MostFeatures)
            throw new InputException(
                $"{table.Source} makes {transformation.Width} features, expected at most {TableTransformation.MostFeatures}: leave columns out with --ignore");
        return transformation;
    }

    private void CheckValues(CsvColumn[] candidates)
    {
        if (Array.Find(candidates, column => !column.HasValues) is { } empty)
            throw new InputException($"{table.Source}: column '{empty.Name}' has no value in any row, expected some: leave it out with --ignore {Quoted(empty.Name)}");
        CsvColumn[] missing = [.. candidates.Where(column => column.Missing > 0 && column.Kind != ColumnKind.Text)];
        if (missing.Length == 0 || settings.Impute) return;
        var shown = string.Join(", ", missing.Take(MostColumnsShown).Select(column => $"'{column.Name}' ({column.Missing}, the first in row {column.FirstMissingRow})"));
        var more = missing.Length > MostColumnsShown ? $" and {missing.Length - MostColumnsShown} more columns" : "";
        throw new InputException(
            $"{table.Source}: values are missing in {shown}{more}; expected none: --impute fills in means and commonest words, --ignore leaves a column out");
    }

    private bool IsOfUse(CsvColumn column)
    {
        if (column.Kind != ColumnKind.Text) return true;
        notices.Add($"column '{column.Name}' is left out: it has more than {CsvTable.MostCategories} different texts");
        return false;
    }

    private ColumnTransformation? Fit(CsvColumn column, int[] training)
    {
        var fitted = ColumnTransformation.Fit(column, training, settings.Impute);
        if (fitted is not null && !settings.Standardize) fitted = fitted.WithoutStandardization();
        if (fitted is null) notices.Add($"column '{column.Name}' is left out: it is the same in all training rows");
        return fitted;
    }

    private TargetTransformation Fit(TargetValues target, int[] training)
    {
        double[] labels = [.. training.Select(row => target.Labels[row])];
        var numbers = target.Task == TableTask.Regression
            ? Standardization.Of(labels) ?? throw new InputException($"{table.Source}: the target '{target.Name}' is the same in all training rows, expected numbers that differ")
            : Standardization.None;
        return new TargetTransformation { Name = target.Name, Classes = target.Classes, Numbers = settings.Standardize ? numbers : Standardization.None };
    }

    private static string Quoted(string name) => name.Contains(' ', StringComparison.Ordinal) ? $"'{name}'" : name;
}
