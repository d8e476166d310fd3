using System.CommandLine;
using System.Reflection;
using AutoMLZero.Data.Csv;
using AutoMLZero.Experiments;
using AutoMLZero.Language;
using AutoMLZero.Reports;

namespace AutoMLZero.Cli.Reports;

/// <summary><c>report</c>: writes a page about a search.</summary>
internal static class ReportCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="surroundings">What it touches of the world.</param>
    public static Command Create(Surroundings surroundings)
    {
        var folder = SharedOptions.RunFolder();
        var output = new Option<string?>("--out") { HelpName = "FOLDER", Description = "Where report.html and the pictures go; the folder 'report' in DIR when not given." };
        var data = SharedOptions.DataDirectory();
        var json = SharedOptions.Json();
        var command = new Command("report", "Writes a page about a search: what was asked, what was found, how it came about, and how to repeat it.") { folder, output, data, json };
        command.SetAction(parsed =>
        {
            var run = parsed.GetValue(folder)!;
            return Run(run, parsed.GetValue(output) ?? Path.Combine(run, "report"), parsed.GetValue(data), parsed.GetValue(json), surroundings);
        });
        return command;
    }

    private static int Run(string folder, string target, string? data, bool json, Surroundings surroundings)
    {
        var settings = new ReportSettings { Catalog = SharedOptions.Catalog(data, surroundings), Others = TunedFor(surroundings.Interruption), Version = Version };
        ReportTarget.Check(target);
        var report = new ProgressDisplay(surroundings).Run<string, RunReport>(
            step => [("report", step)], progress => RunReport.Of(folder, settings, progress, surroundings.Interruption));
        var files = ReportTarget.Write(target, () => report.Write(target));
        if (json) WriteJson(report, target, files, surroundings.Output);
        else Write(report, target, files, surroundings.Output);
        return ExitCode.Done;
    }

    /// <summary>On tables, what people would write has the learning rate that suits the table; elsewhere the built-in programs are as they are.</summary>
    private static Func<ExperimentSpec, ulong, System.Collections.Immutable.ImmutableArray<(string Name, Program Program)>> TunedFor(CancellationToken interruption) => (spec, seed) =>
        spec.Tasks.Select is CsvTaskSource
            ? [.. Baselines.Tune(spec, seed, interruption).Select(baseline => (baseline.Name, baseline.Program))]
            : [.. (spec.Tasks.Test.Classes > 0 ? BuiltInPrograms.OfClassesByName : BuiltInPrograms.ByName).Select(program => (program.Key, program.Value))];

    private static string Version => typeof(ReportCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private static void Write(RunReport report, string target, IReadOnlyList<string> files, TextWriter output)
    {
        foreach (var program in report.Tested)
            output.WriteLine($"{program.Name,-18}  test fitness {Shown.OfFitness(program.Fitness, program.StandardError)}");
        foreach (var milestone in report.Milestones)
            output.WriteLine($"individual {Shown.Of(milestone.Born),13}  fitness {Shown.OfFitness(milestone.Fitness)}  {string.Join(", ", milestone.Techniques)}");
        foreach (var file in files) output.WriteLine(Path.Combine(target, file));
    }

    private static void WriteJson(RunReport report, string target, IReadOnlyList<string> files, TextWriter output) => JsonLine.Write(output, json =>
    {
        json.WriteString("event", "done");
        json.WriteStartArray("programs");
        foreach (var program in report.Tested)
        {
            json.WriteStartObject();
            json.WriteString("name", program.Name);
            json.Number("testFitness", program.Fitness);
            json.Number("testStandardError", program.StandardError);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("milestones");
        foreach (var milestone in report.Milestones)
        {
            json.WriteStartObject();
            json.WriteNumber("individual", milestone.Born);
            json.Number("searchFitness", milestone.Fitness);
            json.WriteStartArray("techniques");
            foreach (var technique in milestone.Techniques) json.WriteStringValue(technique);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("files");
        foreach (var file in files) json.WriteStringValue(Path.Combine(target, file));
        json.WriteEndArray();
    });
}
