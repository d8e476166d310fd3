using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Runs;

/// <summary>What a run folder says of its search, read without taking the folder: another process may be searching in it.</summary>
/// <param name="Spec">The spec.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Best">The best program so far.</param>
public sealed record RunSummary(ExperimentSpec Spec, ulong Seed, Program Best)
{
    /// <summary>Reads a folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="catalog">The kinds of tasks that its spec may have; <see cref="SpecCatalog.Core"/> when null.</param>
    /// <exception cref="InputException">There is no run, it is damaged or of a newer version, or it has not found any program yet.</exception>
    public static RunSummary Read(string path, SpecCatalog? catalog = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var files = new RunFiles(path);
        RunDatabase.CheckThere(files);
        var facts = RunFacts.Read(files, catalog ?? SpecCatalog.Core);
        if (facts.Result?.Program is { } program) return new RunSummary(facts.Spec, facts.Seed, program);
        if (!File.Exists(files.Best)) throw new InputException($"the run in '{path}' has not found any program yet");
        return new RunSummary(facts.Spec, facts.Seed, ReadBest(files));
    }

    private static Program ReadBest(RunFiles files)
    {
        try
        {
            return ProgramParser.Parse(File.ReadAllText(files.Best));
        }
        catch (ProgramFormatException problem)
        {
            throw new InputException($"{files.Best}: {problem.Message}", problem);
        }
    }
}
