using AutoMLZero.Execution;
using AutoMLZero.Language;

namespace AutoMLZero.Data.Csv;

/// <summary>How well rows are predicted that nothing was learned from.</summary>
/// <param name="Error">Regression: the root mean squared error, in units of the target. Classification: the share of wrong classes.</param>
/// <param name="Gain">
/// Regression: the share of the variance that is explained (R squared), 0 for the mean of the training rows and below when it is worse.
/// Classification: the share of right classes (accuracy).
/// </param>
public sealed record HeldOutScore(double Error, double Gain)
{
    /// <summary>The score of a program that is trained on all training rows.</summary>
    /// <param name="program">The program.</param>
    /// <param name="source">The tasks that are scored on held-out rows; the first counts.</param>
    /// <param name="evaluation">How the program is evaluated.</param>
    /// <returns>The score; null when the program fails to learn or leaves what is not a number.</returns>
    public static HeldOutScore? Of(Program program, CsvTaskSource source, EvaluationSettings evaluation)
    {
        ArgumentNullException.ThrowIfNull(source);
        var table = source.Table;
        var predictions = Predictor.Predict(program, CsvTasks.Final(table.Training, source.Settings, table.HeldOut), evaluation);
        return predictions is null || Array.Exists(predictions, double.IsNaN) ? null : Of(table, predictions);
    }

    /// <summary>The score of the prediction that needs no program: the mean, or the commonest class, of the training rows.</summary>
    /// <param name="table">The table.</param>
    public static HeldOutScore OfTrivial(PreparedTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var prediction = table.Transformation.Target.Task == TableTask.Regression ? MeanLabel(table) : CommonestClass(table);
        return Of(table, [.. Enumerable.Repeat(prediction, table.HeldOut.Count)]);
    }

    /// <summary>The class that most training rows have, the first on a tie.</summary>
    /// <param name="table">The table.</param>
    internal static int CommonestClass(PreparedTable table)
    {
        var counts = new int[table.Transformation.Target.Classes.Length];
        foreach (var label in table.Training.Labels.Span) counts[(int)label]++;
        return Array.IndexOf(counts, counts.Max());
    }

    /// <summary>The mean label of the training rows, which is 0 where labels are standardized.</summary>
    private static double MeanLabel(PreparedTable table)
    {
        if (table.Transformation.Target.Numbers != Standardization.None) return 0;
        var sum = 0.0;
        foreach (var label in table.Training.Labels.Span) sum += label;
        return sum / table.Training.Count;
    }

    private static HeldOutScore Of(PreparedTable table, double[] predictions)
    {
        var labels = table.HeldOut.Labels.Span;
        var mean = MeanLabel(table);
        var target = table.Transformation.Target;
        var (wrong, squares, spread) = (0, 0.0, 0.0);
        for (var i = 0; i < predictions.Length; i++)
        {
            if (target.Task == TableTask.Classification) wrong += target.Class(predictions[i]) == (int)labels[i] ? 0 : 1;
            squares += (predictions[i] - labels[i]) * (predictions[i] - labels[i]);
            spread += (labels[i] - mean) * (labels[i] - mean);
        }

        return target.Task == TableTask.Classification
            ? new HeldOutScore((double)wrong / labels.Length, 1 - ((double)wrong / labels.Length))
            : new HeldOutScore(Math.Sqrt(squares / labels.Length) * target.Numbers.Scale, 1 - (squares / spread));
    }
}
