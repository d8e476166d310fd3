using System.Collections.Immutable;
using System.Globalization;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Csv;

/// <summary>The column to predict, as numbers: those of the table, or the places of classes.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Task">What is to be predicted.</param>
/// <param name="Classes">The names of the classes, numbers in ascending and words in ordinal order; none for regression.</param>
/// <param name="Labels">A label a row of the table, NaN where it is missing.</param>
internal sealed record TargetValues(string Name, TableTask Task, ImmutableArray<string> Classes, double[] Labels)
{
    private const int MostDetectedClasses = 10;
    private const int LeastRowsOfDetectedClass = 5;

    /// <summary>Reads the target of a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">Name of the column.</param>
    /// <param name="task">What is to be predicted; found out when null: words, two numbers, and a few whole numbers stand for classes.</param>
    /// <exception cref="InputException">There is no such column, or nothing to learn in it.</exception>
    public static TargetValues Of(CsvTable table, string name, TableTask? task)
    {
        var column = table[name];
        if (column.Missing == table.Rows) throw Error(table, name, "has no values, expected one in every row");
        double[] distinct = [.. column.Numbers.ToArray().Where(double.IsFinite).Distinct().Order()];
        var values = (task ?? Detect(column, distinct, table.Rows - column.Missing)) == TableTask.Regression
            ? Numbers(table, column)
            : Classified(table, column, distinct);
        if (values.Task == TableTask.Classification && values.Classes.Length == 1)
            throw Error(table, name, $"has one class only, '{values.Classes[0]}', expected at least two");
        if (values.Task == TableTask.Regression && distinct.Length == 1)
            throw Error(table, name, $"is {Text(distinct[0])} in every row, expected numbers that differ");
        return values;
    }

    /// <summary>The text of a number that reads back the same.</summary>
    public static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static TableTask Detect(CsvColumn column, double[] distinct, int rows)
    {
        if (column.Kind != ColumnKind.Number) return TableTask.Classification;
        if (distinct.Length == 2) return TableTask.Classification;
        var areFew = distinct.Length is > 2 and <= MostDetectedClasses && rows >= LeastRowsOfDetectedClass * distinct.Length;
        return areFew && distinct.All(double.IsInteger) ? TableTask.Classification : TableTask.Regression;
    }

    private static TargetValues Numbers(CsvTable table, CsvColumn column)
    {
        if (column.Kind == ColumnKind.Number) return new(column.Name, TableTask.Regression, [], column.Numbers.ToArray());
        var shown = column.Kind == ColumnKind.Category ? $"words such as '{column.Categories[^1]}'" : "text";
        throw Error(table, column.Name, $"has {shown}, expected numbers only for regression");
    }

    private static TargetValues Classified(CsvTable table, CsvColumn column, double[] distinct)
    {
        if (column.Kind == ColumnKind.Text || distinct.Length > CsvTable.MostCategories)
            throw Error(table, column.Name, $"has more than {CsvTable.MostCategories} different values, expected fewer for classification");
        return column.Kind == ColumnKind.Number
            ? new(column.Name, TableTask.Classification, [.. distinct.Select(Text)], Places(column.Numbers.Span, distinct))
            : new(column.Name, TableTask.Classification, column.Categories, Places(column.Codes.Span));
    }

    private static double[] Places(ReadOnlySpan<double> numbers, double[] distinct)
    {
        var places = new double[numbers.Length];
        for (var row = 0; row < places.Length; row++)
            places[row] = double.IsNaN(numbers[row]) ? double.NaN : Array.BinarySearch(distinct, numbers[row]);
        return places;
    }

    private static double[] Places(ReadOnlySpan<int> codes)
    {
        var places = new double[codes.Length];
        for (var row = 0; row < places.Length; row++) places[row] = codes[row] < 0 ? double.NaN : codes[row];
        return places;
    }

    private static InputException Error(CsvTable table, string name, string problem) => new($"{table.Source}: the target '{name}' {problem}");
}
