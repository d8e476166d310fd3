using System.Buffers;

namespace AutoMLZero.Data.Csv;

/// <summary>Predictions as a CSV file with one column, which is named like the target.</summary>
public static class PredictionsFile
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",;\t|\"\n\r");

    /// <summary>Writes predictions.</summary>
    /// <param name="target">Name of the target.</param>
    /// <param name="predictions">The predictions, a row each.</param>
    /// <param name="writer">Where they go.</param>
    public static void Write(string target, IEnumerable<string> predictions, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var cell in predictions.Prepend(target)) writer.WriteLine(Quoted(cell));
    }

    /// <summary>Writes predictions to a file, in whole or not at all.</summary>
    /// <param name="target">Name of the target.</param>
    /// <param name="predictions">The predictions, a row each.</param>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="Language.InputException">The file cannot be written.</exception>
    public static void Write(string target, IEnumerable<string> predictions, string path)
    {
        try
        {
            WholeFile.Write(path, writer => Write(target, predictions, writer));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new Language.InputException($"the file '{path}' cannot be written: {problem.Message}", problem);
        }
    }

    private static string Quoted(string cell) =>
        cell.Length == 0 || cell.AsSpan().ContainsAny(Special) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
