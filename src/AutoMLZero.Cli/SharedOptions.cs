using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using AutoMLZero.Data;
using AutoMLZero.Experiments;

namespace AutoMLZero.Cli;

/// <summary>Options that several commands have, and how their values are read.</summary>
internal static class SharedOptions
{
    /// <summary>The name of a preset.</summary>
    public static Option<string?> Preset()
    {
        var names = DataCatalog.PresetNames;
        var option = new Option<string?>("--preset")
        {
            HelpName = "NAME",
            Description = $"An experiment that comes with the program: {string.Join(", ", names)}.",
        };
        option.Validators.Add(result =>
        {
            var name = result.Tokens.Count == 1 ? result.Tokens[0].Value : null;
            if (name is not null && !names.Contains(name))
                result.AddError($"there is no preset '{name}', expected one of {string.Join(", ", names)}");
        });
        return option;
    }

    /// <summary>Where the data sets are.</summary>
    public static Option<string?> DataDirectory() => new("--data-dir")
    {
        HelpName = "DIR",
        Description = $"Where the data sets are; {DataFolder.Variable} or the user's cache folder when not given.",
    };

    /// <summary>The kinds of tasks and the presets, with the data sets where an option or the surroundings say.</summary>
    /// <param name="directory">The value of the option, or null.</param>
    /// <param name="surroundings">Where the data sets are otherwise.</param>
    public static SpecCatalog Catalog(string? directory, Surroundings surroundings) =>
        DataCatalog.Create(Folder(directory, surroundings), new DataMonitor(new DataProgressLines(surroundings), surroundings.Interruption));

    /// <summary>Where the data sets are.</summary>
    /// <param name="directory">The value of the option, or null.</param>
    /// <param name="surroundings">Where they are otherwise.</param>
    public static DataFolder Folder(string? directory, Surroundings surroundings) =>
        directory is null ? surroundings.Data : new DataFolder(Path.GetFullPath(directory));

    /// <summary>The seed.</summary>
    public static Option<ulong> Seed() => new("--seed")
    {
        HelpName = "N",
        Description = "Decides all random choices: the same seed gives the same result. 1 when not given.",
        DefaultValueFactory = _ => 1,
        CustomParser = result => ulong.TryParse(Text(result), NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : Fail<ulong>(result, $"expected a whole number from 0 to {ulong.MaxValue}"),
    };

    /// <summary>A number of at least 1.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="description">What it counts.</param>
    public static Option<long?> Count(string name, string description) => new(name)
    {
        HelpName = "N",
        Description = description,
        CustomParser = result =>
            long.TryParse(Text(result), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
                ? count
                : Fail<long?>(result, $"expected a whole number from 1 to {long.MaxValue}"),
    };

    /// <summary>A duration such as <c>90s</c>, <c>10m</c> or <c>1.5h</c>.</summary>
    /// <param name="name">Name of the option.</param>
    /// <param name="description">What lasts so long.</param>
    public static Option<TimeSpan?> Duration(string name, string description) => new(name)
    {
        HelpName = "TIME",
        Description = description,
        CustomParser = result => DurationText.TryParse(Text(result), out var duration)
            ? duration
            : Fail<TimeSpan?>(result, "expected a duration such as 90s, 10m or 1.5h"),
    };

    /// <summary>Number of threads that search.</summary>
    public static Option<int?> Workers() => new("--workers")
    {
        HelpName = "N",
        Description = "Number of threads that search, which changes no result; the number of cores when not given.",
        CustomParser = result => int.TryParse(Text(result), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 1024
            ? count
            : Fail<int?>(result, "expected a whole number from 1 to 1024"),
    };

    /// <summary>How a search runs on a number of threads, or on all cores.</summary>
    public static SeriesOptions OnWorkers(int? count) => new() { Workers = count ?? Environment.ProcessorCount };

    /// <summary>A run folder.</summary>
    public static Argument<string> RunFolder() => new("DIR") { Description = "A folder that 'automlzero search --out DIR' has made." };

    /// <summary>Values of a spec to change.</summary>
    public static Option<KeyValuePair<string, string>[]> Set() => new("--set")
    {
        HelpName = "KEY=VALUE",
        Description = "Changes a value of the spec, such as evolution.population=500; may be given several times.",
        Arity = ArgumentArity.OneOrMore,
        CustomParser = result => [.. result.Tokens.Select(token => Pair(result, token.Value))],
    };

    /// <summary>Whether results are printed as JSON lines.</summary>
    public static Option<bool> Json() => new("--json")
    {
        Description = "Prints JSON lines on standard output and nothing else there.",
        Arity = ArgumentArity.Zero,
    };

    private static KeyValuePair<string, string> Pair(ArgumentResult result, string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at > 0) return KeyValuePair.Create(text[..at], text[(at + 1)..]);
        result.AddError($"the value of --set is '{text}', expected a key and a value such as evolution.population=500");
        return default;
    }

    private static string Text(ArgumentResult result) => result.Tokens[0].Value;

    private static T Fail<T>(ArgumentResult result, string expected)
    {
        var option = ((OptionResult)result.Parent!).Option.Name;
        result.AddError($"the value of {option} is '{Text(result)}', {expected}");
        return default!;
    }
}
