using System.CommandLine;
using System.CommandLine.Parsing;
using AutoMLZero.Data.Csv;

namespace AutoMLZero.Cli.Csv;

/// <summary>The options that say which table to learn from, and how.</summary>
internal sealed class TableOptions
{
    private readonly Option<string?> file = new("--csv") { HelpName = "FILE", Description = "A table of your own, in a CSV file." };

    private readonly Option<string?> target = new("--target")
    {
        HelpName = "COLUMN",
        Description = "The column of the table to predict, by name or, without header, by number.",
    };

    private readonly Option<string?> task = new("--task")
    {
        HelpName = "regression|classification",
        Description = "Whether the target is a number or a class; found out when not given.",
    };

    private readonly Option<bool> impute = new("--impute")
    {
        Description = "Fills in missing values, with the mean or the commonest word; else they are refused.",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<string[]> ignore = new("--ignore")
    {
        HelpName = "COLUMN",
        Description = "A column of the table not to use; may be given several times.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [file, target, task, impute, ignore];

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    public void AddTo(Command command)
    {
        foreach (var option in All) command.Options.Add(option);
        task.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && token.Value is not ("regression" or "classification"))
                result.AddError($"there is no task '{token.Value}', expected regression or classification");
        });
        command.Validators.Add(Check);
    }

    /// <summary>Whether a table is given.</summary>
    /// <param name="result">The command line.</param>
    public bool AreGiven(CommandResult result) => result.GetResult(file) is not null;

    /// <summary>The file and how its rows become examples; null when no table is given.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="splitSeed">Decides which rows are held out.</param>
    public (string File, TableSettings Settings)? Read(ParseResult parsed, ulong splitSeed) => parsed.GetValue(file) is not { } path ? null : (path, new TableSettings
    {
        Target = parsed.GetValue(target)!,
        Task = parsed.GetValue(task) switch
        {
            "regression" => TableTask.Regression,
            "classification" => TableTask.Classification,
            _ => null,
        },
        Impute = parsed.GetValue(impute),
        Ignore = [.. parsed.GetValue(ignore) ?? []],
        SplitSeed = splitSeed,
    });

    private void Check(CommandResult result)
    {
        if (AreGiven(result))
        {
            if (result.GetResult(target) is null) result.AddError("--csv needs a column to predict, expected --target COLUMN");
            return;
        }

        if (All.FirstOrDefault(option => result.GetResult(option) is { Implicit: false }) is { } lost)
            result.AddError($"{lost.Name} belongs to --csv, found without");
    }
}
