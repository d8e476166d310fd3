using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using AutoMLZero.Execution;
using AutoMLZero.Insight.Export;
using AutoMLZero.Insight.Export.Onnx;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Cli.Insight;

/// <summary><c>export</c>: writes a program in another language.</summary>
internal static class ExportCommand
{
    private const string Formats = "csharp, numpy, c, latex, dot or onnx";

    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it touches of the world.</param>
    public static Command Create(Surroundings surroundings)
    {
        var tasks = new TaskOptions();
        var format = Format();
        var output = new Option<string?>("--out") { HelpName = "FILE", Description = "Writes a file instead of standard output; onnx needs one." };
        var name = new Option<string>("--name") { HelpName = "NAME", Description = "The name of the class.", DefaultValueFactory = _ => "EvolvedLearner" };
        var features = SharedOptions.Count("--features", "Number of features in c; that of the tasks, of the registers, or 8, when not given.");
        var classes = SharedOptions.Count("--classes", "Number of classes of a multi-class program; that of the tasks when not given.");
        var task = SharedOptions.Count("--task", "Which of the tasks onnx is trained on, from 1; the first when not given.");
        var command = new Command("export", "Writes a program in another language, or what it has learned as an ONNX model.");
        tasks.AddTo(command, needsTasks: false);
        foreach (var option in (Option[])[format, output, name, features, classes, task]) command.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(format) is { Tokens: [var token] } && token.Value == "onnx" && result.GetResult(output) is null)
                result.AddError("onnx is not text, expected --out with the name of a file");
        });
        command.SetAction(parsed =>
        {
            var chosen = tasks.Read(parsed, surroundings);
            var settings = Settings(chosen, parsed.GetValue(name)!, parsed.GetValue(features), parsed.GetValue(classes));
            var content = parsed.GetValue(format) == ExportFormat.Onnx
                ? Onnx(chosen, parsed.GetValue(task) ?? 1, surroundings)
                : Encoding.UTF8.GetBytes(ProgramExporter.Write(chosen.Program, parsed.GetValue(format), settings));
            if (parsed.GetValue(output) is { } file) OutputFile.Write(file, content);
            else surroundings.Output.Write(Encoding.UTF8.GetString(content));
            return ExitCode.Done;
        });
        return command;
    }

    private static ExportSettings Settings(ChosenTasks chosen, string name, long? features, long? classes) => new ExportSettings
    {
        Kind = chosen.Kind,
        Name = name,
        FeatureNames = chosen.FeatureNames,
        Dimension = (int)Math.Min(int.MaxValue, features ?? chosen.Tasks?.Dimension ?? ProgramExporter.FeaturesOf(chosen.Program) ?? Math.Max(8, classes ?? 0)),
        Classes = chosen.Kind == TaskKind.MultiClass ? (int)Math.Min(int.MaxValue, classes ?? chosen.Tasks?.Classes ?? 0) : 0,
    }.Validated();

    private static byte[] Onnx(ChosenTasks chosen, long task, Surroundings surroundings)
    {
        if (chosen.Tasks is not { } tasks) throw new InputException("onnx has what the program learned, expected --preset or --run to learn from");
        if (task > tasks.Count) throw new InputException($"the value of --task is {task}, expected a number from 1 to {tasks.Count}");
        var trained = tasks.Tasks[(int)task - 1];
        using var learner = new Learner(chosen.Program, trained.Kind, tasks.Dimension, tasks.Classes, trained.Seed);
        learner.Learn(tasks, (int)task - 1);
        var model = OnnxExporter.Write(learner);
        surroundings.Error.WriteLine($"trained on '{trained.Name}': {Shown.Of(trained.Train.Count)} examples of {Shown.Of(tasks.Dimension)} features, {Shown.Of(tasks.Epochs)} times");
        return model;
    }

    private static Option<ExportFormat> Format() => new("--format")
    {
        HelpName = "csharp|numpy|c|latex|dot|onnx",
        Description = "The language.",
        Required = true,
        CustomParser = Parse,
    };

    private static ExportFormat Parse(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        switch (text)
        {
            case "csharp": return ExportFormat.CSharp;
            case "numpy": return ExportFormat.Numpy;
            case "c": return ExportFormat.C;
            case "latex": return ExportFormat.Latex;
            case "dot": return ExportFormat.Dot;
            case "onnx": return ExportFormat.Onnx;
            default:
                result.AddError($"there is no format '{text}', expected {Formats}");
                return default;
        }
    }
}
