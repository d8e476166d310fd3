using AutoMLZero.Experiments;
using AutoMLZero.Language;

namespace AutoMLZero.Runs;

/// <summary>What a database says of its run.</summary>
/// <param name="Spec">The spec.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Elapsed">Time that the run took so far.</param>
/// <param name="Result">What the search found; null when it is not at its end.</param>
internal sealed record RunFacts(ExperimentSpec Spec, ulong Seed, TimeSpan Elapsed, SearchResult? Result)
{
    /// <summary>Reads a run folder, and changes nothing.</summary>
    /// <param name="files">The folder.</param>
    /// <param name="readSpec">Reads a spec from a text; the second argument is what complaints call it.</param>
    /// <exception cref="InputException">There is no run, it is damaged, of a newer version, or its spec was changed.</exception>
    public static RunFacts Read(RunFiles files, Func<string, string, ExperimentSpec> readSpec) => RunProblem.Reading(files, () =>
    {
        using var connection = RunDatabase.OpenToRead(files);
        var reader = new RunReader(connection, files);
        if (File.Exists(files.Spec) && File.ReadAllText(files.Spec) != reader.Spec)
        {
            throw new InputException(
                $"'{files.Spec}' was changed since the run began, expected it as it was: a search with another spec needs another folder");
        }

        var spec = readSpec(reader.Spec, files.Spec);
        _ = reader.Outcomes();
        return new RunFacts(spec, reader.Seed, reader.Elapsed, reader.Result(spec.Name));
    });
}
