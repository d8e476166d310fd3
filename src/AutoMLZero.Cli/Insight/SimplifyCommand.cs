using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using AutoMLZero.Insight.Simplification;
using AutoMLZero.Tasks;

namespace AutoMLZero.Cli.Insight;

/// <summary><c>simplify</c>: makes a program shorter.</summary>
internal static class SimplifyCommand
{
    private const double UsualTolerance = 0.001;

    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it touches of the world.</param>
    public static Command Create(Surroundings surroundings)
    {
        var tasks = new TaskOptions();
        var tolerance = Tolerance();
        var json = SharedOptions.Json();
        var command = new Command("simplify", "Makes a program shorter: by exact algebra, and with tasks, by all that costs hardly any fitness.");
        tasks.AddTo(command, needsTasks: false);
        command.Add(tolerance);
        command.Add(json);
        command.Validators.Add(result =>
        {
            if (result.GetResult(tolerance) is { Implicit: false } && !tasks.HasTasks(result)) result.AddError("--tolerance belongs to --preset or --run");
        });
        command.SetAction(parsed => Run(tasks.Read(parsed, surroundings), parsed.GetValue(tolerance), parsed.GetValue(json), surroundings));
        return command;
    }

    private static int Run(ChosenTasks chosen, double tolerance, bool json, Surroundings surroundings)
    {
        if (chosen.Tasks is null)
        {
            var simplified = Algebra.Simplify(chosen.Program, chosen.Kind == TaskKind.MultiClass);
            if (json) SimplificationReport.WriteJson(chosen.Program, simplified, surroundings.Output);
            else SimplificationReport.Write(chosen.Program, simplified, surroundings.Output);
            return ExitCode.Done;
        }

        using var evaluator = chosen.Evaluator();
        var result = new ProgressDisplay(surroundings).Run<SimplificationProgress, SimplificationResult>(
            progress => [("lines", Shown.Of(progress.Lines)), ("evaluations", Shown.Of(progress.Evaluations))],
            progress => new Simplifier(evaluator, tolerance, progress).Simplify(chosen.Program, surroundings.Interruption));
        if (json) SimplificationReport.WriteJson(chosen.Program, result, surroundings.Output);
        else SimplificationReport.Write(chosen.Program, result, surroundings.Output);
        return ExitCode.Done;
    }

    private static Option<double> Tolerance() => new("--tolerance")
    {
        HelpName = "X",
        Description = "How much fitness may be lost in all.",
        DefaultValueFactory = _ => UsualTolerance,
        CustomParser = Parse,
    };

    private static double Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)) return value;
        result.AddError($"the value of --tolerance is '{text}', expected a number from 0 to 1 such as 0.001");
        return 0;
    }
}
