using AutoMLZero.Experiments;

namespace AutoMLZero.Cli.Panel;

/// <summary>Shows how far a search is: a panel on a terminal, else a line every few seconds.</summary>
internal static class SearchDisplay
{
    /// <summary>Searches and shows how far it is.</summary>
    /// <param name="spec">What is searched.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="maxTime">Another limit of time; that of the spec when null.</param>
    /// <param name="surroundings">Where to show it.</param>
    /// <param name="search">The search, which reports how far it is.</param>
    public static SearchResult Run(
        ExperimentSpec spec, ulong seed, TimeSpan? maxTime, Surroundings surroundings, Func<IProgress<SearchProgress>, SearchResult> search)
    {
        var panel = new SearchPanel($"{spec.Name}, seed {seed}", SearchLimits.Of(spec, maxTime));
        return new ProgressDisplay(surroundings).Run<SearchProgress, SearchResult>(
            progress => SearchReport.Describe(progress, maxTime ?? spec.Budget.Time),
            search,
            (progress, console) =>
            {
                panel.Note(progress);
                return panel.Draw(console.Profile.Width, console.Profile.Height, console.Profile.Capabilities.Unicode);
            });
    }
}
