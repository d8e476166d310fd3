using System.Collections.Immutable;
using System.Text.Json;
using AutoMLZero.Language;

namespace AutoMLZero.Reproduction;

/// <summary>The folder of an experiment: which one it is, and a file with the results of the trials of each step.</summary>
internal sealed class TrialFolder
{
    private readonly string root;

    private TrialFolder(string root) => this.root = root;

    /// <summary>Takes a folder for an experiment.</summary>
    /// <param name="path">A new or empty folder, or one of the same experiment.</param>
    /// <param name="identity">Says which experiment it is.</param>
    /// <exception cref="InputException">The folder holds something else, or cannot be made.</exception>
    public static TrialFolder Open(string path, TrialIdentity identity)
    {
        var file = Path.Combine(path, "reproduction.json");
        var expected = JsonSerializer.Serialize(identity, JsonForm.Lines);
        try
        {
            Directory.CreateDirectory(path);
            if (!File.Exists(file))
            {
                if (Directory.EnumerateFileSystemEntries(path).Any(entry => !entry.EndsWith(".new", StringComparison.Ordinal)))
                    throw new InputException($"the folder '{path}' is not empty, expected a new one or one of an experiment that was begun");
                WholeFile.Write(file, writer => writer.Write(expected + "\n"));
            }
            else if (File.ReadAllText(file).TrimEnd() is var found && found != expected)
            {
                throw new InputException($"the folder '{path}' holds another experiment ({found}), expected {expected}");
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"the folder '{path}' cannot be used: {problem.Message}", problem);
        }

        return new TrialFolder(path);
    }

    /// <summary>The results of a step so far, by the numbers of trials.</summary>
    /// <param name="step">Name of the step.</param>
    /// <param name="count">Number of its trials.</param>
    /// <exception cref="InputException">The file is damaged.</exception>
    public SortedDictionary<int, T> Read<T>(string step, int count)
        where T : notnull
    {
        var results = new SortedDictionary<int, T>();
        var file = FileOf(step);
        if (!File.Exists(file)) return results;
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (!TryParse<T>(line, out var trial) || trial.Trial < 0 || trial.Trial >= count || !results.TryAdd(trial.Trial, trial.Result))
                throw new InputException($"{file}, line {number} is not the result of a trial; without the file, its trials are done again");
        }

        return results;
    }

    /// <summary>Writes the results of a step so far.</summary>
    /// <param name="step">Name of the step.</param>
    /// <param name="results">The results by the numbers of trials.</param>
    public void Write<T>(string step, SortedDictionary<int, T> results)
        where T : notnull
    {
        var lines = results.Select(result => JsonSerializer.Serialize(new NumberedTrial<T>(result.Key, result.Value), JsonForm.Lines) + "\n");
        WholeFile.Write(FileOf(step), writer => writer.Write(string.Concat(lines)));
    }

    /// <summary>Writes a file of the experiment.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">What is in it.</param>
    public void Write(string name, string text) => WholeFile.Write(Path.Combine(root, name), writer => writer.Write(text));

    private static bool TryParse<T>(string line, out NumberedTrial<T> trial)
    {
        try
        {
            trial = JsonSerializer.Deserialize<NumberedTrial<T>>(line, JsonForm.Lines)!;
            return trial is { Result: not null };
        }
        catch (JsonException)
        {
            trial = null!;
            return false;
        }
    }

    private string FileOf(string step) => Path.Combine(root, $"trials-{step}.jsonl");

    private sealed record NumberedTrial<T>(int Trial, T Result);
}

/// <summary>What makes trials the same.</summary>
/// <param name="Name">Name of the experiment.</param>
/// <param name="Scale">How large it is.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Sizes">Its sizes.</param>
internal sealed record TrialIdentity(string Name, Scale Scale, ulong Seed, ImmutableSortedDictionary<string, long> Sizes);
