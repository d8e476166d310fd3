using System.Globalization;
using AutoMLZero.Experiments;
using AutoMLZero.Search;

namespace AutoMLZero.Runs;

/// <summary>The best program of a run so far, kept in <c>best.txt</c>: the best champion, or before there is any, the best individual.</summary>
/// <param name="name">The name of the spec.</param>
/// <param name="seed">The seed.</param>
internal sealed class BestProgram(string name, ulong seed)
{
    private readonly SortedDictionary<int, Champion> champions = [];
    private Individual? individual;
    private string? written;

    /// <summary>Takes note of what an earlier process found.</summary>
    public void Note(IEnumerable<ExperimentOutcome> outcomes)
    {
        foreach (var outcome in outcomes)
        {
            if (outcome.Champion is { } champion) champions[outcome.Index] = champion;
        }
    }

    /// <summary>Takes note of epochs.</summary>
    public void Note(IEnumerable<ExperimentNotes> notes)
    {
        foreach (var epoch in notes.SelectMany(note => note.Epochs))
        {
            if (epoch.Champion is { } champion) champions[epoch.Experiment] = champion;
            if (individual is null || epoch.Best?.Fitness > individual.Fitness) individual = epoch.Best;
        }
    }

    /// <summary>Writes the program, if it is another one than before.</summary>
    public void Write(RunFiles files)
    {
        var text = Text();
        if (text is null || text == written) return;
        WholeFile.Write(files.Best, writer => writer.Write(text));
        written = text;
    }

    /// <summary>Writes the program of a result.</summary>
    public static void Write(RunFiles files, SearchResult result)
    {
        if (result.Program is null) return;
        var fitness = (result.TestFitness, result.SelectFitness) switch
        {
            ({ } test, { } select) => $"selection fitness {Shown(select)}, test fitness {Shown(test)}",
            (_, { } select) => $"selection fitness {Shown(select)}",
            _ => $"search fitness {Shown(result.SearchFitness)}",
        };
        WholeFile.Write(files.Best, writer => writer.Write($"# {result.Name}, seed {result.Seed}: {fitness}\n{result.Program}"));
    }

    private string? Text()
    {
        var best = champions.Count == 0 ? null : champions.Values.Aggregate((first, second) => second.SelectFitness > first.SelectFitness ? second : first);
        if (best is not null) return $"# {name}, seed {seed}: selection fitness {Shown(best.SelectFitness)}\n{best.Individual.Program}";
        return individual is null ? null : $"# {name}, seed {seed}: search fitness {Shown(individual.Fitness)}\n{individual.Program}";
    }

    private static string Shown(double? fitness) => fitness?.ToString("R", CultureInfo.InvariantCulture) ?? "unknown";
}
