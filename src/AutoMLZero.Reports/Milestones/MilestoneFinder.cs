using System.Collections.Immutable;
using AutoMLZero.Insight.Reading;
using AutoMLZero.Language;
using AutoMLZero.Runs;
using AutoMLZero.Tasks;

namespace AutoMLZero.Reports.Milestones;

/// <summary>Finds where the techniques of a champion came from: for each the ancestor since which all have had it.</summary>
public static class MilestoneFinder
{
    /// <summary>The milestones, the earliest first; none when ancestors were not followed.</summary>
    /// <param name="champion">The champion with its ancestors.</param>
    /// <param name="kind">What the tasks ask for.</param>
    public static ImmutableArray<Milestone> Find(ChampionNote champion, TaskKind kind)
    {
        ArgumentNullException.ThrowIfNull(champion);
        var steps = champion.Lineage;
        if (steps.IsEmpty) return [];
        var techniques = steps.Select(step => TechniquesOf(step.Program, kind)).ToArray();
        var since = techniques[^1].GroupBy(technique => Since(technique, techniques)).OrderBy(group => group.Key);
        return
        [
            .. since.Select(group => new Milestone(
                steps[group.Key].Born, steps[group.Key].Fitness, [.. group], group.Key == 1 && champion.Omitted > 0)),
        ];
    }

    private static int Since(string technique, string[][] techniques)
    {
        var first = techniques.Length - 1;
        while (first > 0 && techniques[first - 1].Contains(technique)) first--;
        return first;
    }

    private static string[] TechniquesOf(Program program, TaskKind kind)
    {
        try
        {
            return [.. ReadableProgram.Of(program, kind).Techniques.Select(technique => technique.Id)];
        }
        catch (InputException)
        {
            return [];
        }
    }
}
