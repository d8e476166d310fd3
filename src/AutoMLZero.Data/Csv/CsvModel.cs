using AutoMLZero.Execution;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Data.Csv;

/// <summary>A program that was found for a table, with all that it takes to predict new rows. Immutable.</summary>
/// <param name="Spec">The experiment; its test tasks are of the table.</param>
/// <param name="Program">The program.</param>
/// <param name="Transformation">How rows become examples.</param>
/// <param name="Training">The training rows.</param>
public sealed record CsvModel(ExperimentSpec Spec, Program Program, TableTransformation Transformation, Examples Training)
{
    /// <summary>Trains the program on all training rows, as for the report on held-out rows, and predicts new rows.</summary>
    /// <param name="table">The new rows.</param>
    /// <returns>For each row a number or the name of a class; nothing where the program leaves what is not a number.</returns>
    /// <exception cref="InputException">The rows do not fit, or the program fails to learn.</exception>
    public string[] Predict(CsvTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Rows == 0) throw new InputException($"{table.Source} has no rows to predict, expected at least one");
        var rows = new Examples(Transformation.PaddedWidth, Transformation.Features(table), new double[table.Rows]);
        var task = CsvTasks.Final(Training, ((CsvTaskSource)Spec.Tasks.Test).Settings, rows);
        var predictions = Predictor.Predict(Program, task, Spec.Evaluation)
            ?? throw new InputException("the program fails to learn from the training rows: its errors grow too large");
        return Array.ConvertAll(predictions, Transformation.Target.Text);
    }
}
