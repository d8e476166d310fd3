using System.Globalization;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Data.Csv;

/// <summary>Examples as a CSV file: a column a feature, and the label. Numbers read back with the same bits.</summary>
internal static class ExamplesFile
{
    private const string Label = "label";

    /// <summary>Writes examples.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="width">Number of features without padding.</param>
    /// <param name="writer">Where they go.</param>
    public static void Write(Examples examples, int width, TextWriter writer)
    {
        writer.WriteLine(string.Join(',', Enumerable.Range(1, width).Select(Name).Append(Label)));
        for (var row = 0; row < examples.Count; row++)
        {
            foreach (var feature in examples.Row(row)[..width]) Write(feature, ',', writer);
            Write(examples.Labels.Span[row], '\n', writer);
        }
    }

    /// <summary>Reads examples.</summary>
    /// <param name="table">The file.</param>
    /// <param name="transformation">What they were made by.</param>
    /// <exception cref="InputException">They were not.</exception>
    public static Examples Read(CsvTable table, TableTransformation transformation)
    {
        var stride = transformation.PaddedWidth;
        var features = new double[table.Rows * stride];
        for (var i = 0; i < transformation.Width; i++)
        {
            var numbers = Numbers(table, Name(i + 1));
            for (var row = 0; row < table.Rows; row++) features[(row * stride) + i] = numbers[row];
        }

        var labels = Numbers(table, Label).ToArray();
        var classes = transformation.Target.Classes.Length;
        var strange = Array.FindIndex(labels, label => classes > 0 && !(label >= 0 && label < classes && double.IsInteger(label)));
        if (strange >= 0) throw new InputException($"{table.Source}: the label of example {strange} is {labels[strange]}, expected a class from 0 to {classes - 1}");
        return new Examples(stride, features, labels);
    }

    private static ReadOnlySpan<double> Numbers(CsvTable table, string name)
    {
        var column = table[name];
        return column.Kind == ColumnKind.Number && column.Missing == 0
            ? column.Numbers.Span
            : throw new InputException($"{table.Source}: column '{name}' is not of numbers, expected one in every row");
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"v0[{number - 1}]");

    private static void Write(double number, char end, TextWriter writer)
    {
        writer.Write(TargetValues.Text(number));
        writer.Write(end);
    }
}
