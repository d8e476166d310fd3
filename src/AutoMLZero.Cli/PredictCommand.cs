using System.CommandLine;
using AutoMLZero.Data.Csv;

namespace AutoMLZero.Cli;

/// <summary><c>predict</c>: predicts new rows of a table.</summary>
internal static class PredictCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it touches of the world.</param>
    public static Command Create(Surroundings surroundings)
    {
        var directory = new Argument<string>("DIR") { Description = "The folder that search --csv --out wrote." };
        var rows = new Argument<string>("NEW.csv") { Description = "A table with the columns of that search; the target may be missing." };
        var output = new Option<string?>("--output") { HelpName = "FILE", Description = "Writes a CSV file instead of standard output." };
        var command = new Command("predict", "Predicts new rows of a table with the program that a search found.") { directory, rows, output };
        command.SetAction(parsed => Run(parsed.GetValue(directory)!, parsed.GetValue(rows)!, parsed.GetValue(output), surroundings));
        return command;
    }

    private static int Run(string directory, string rows, string? file, Surroundings surroundings)
    {
        var model = new CsvModelFolder(directory).Read(SharedOptions.Catalog(null, surroundings));
        var table = CsvReader.ReadFile(rows, hasHeader: model.Transformation.HasHeader, cancellation: surroundings.Interruption);
        var predictions = model.Predict(table);
        if (file is null) PredictionsFile.Write(model.Transformation.Target.Name, predictions, surroundings.Output);
        else PredictionsFile.Write(model.Transformation.Target.Name, predictions, file);
        return ExitCode.Done;
    }
}
