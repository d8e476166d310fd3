using AutoMLZero.Experiments;

namespace AutoMLZero.Reports.Html;

/// <summary>The top of a report: what matters most.</summary>
internal static class ReportHeader
{
    private static readonly (string Id, string Name)[] Sections =
    [
        ("asked", "What was asked"), ("found", "What was found"), ("course", "The course of the search"), ("program", "The program"),
        ("comparison", "Comparison"), ("repeat", "How to repeat it"),
    ];

    /// <summary>The head of a section.</summary>
    public static void Section(Html html, string id)
    {
        using (html.In("h2", id: id)) html.Text(Array.Find(Sections, section => section.Id == id).Name);
    }

    /// <summary>Writes it.</summary>
    public static void Write(Html html, ReportContent content)
    {
        using var header = html.In("header");
        var result = content.Run.Result;
        html.Text("h1", $"{content.Spec.Name}, seed {content.Run.Seed}");
        html.Text("span", ReportPage.Ending(result, content.Spec.SolvedAt), $"badge{(result?.Stop switch { StopReason.Solved => " good", null => "", _ => content.Spec.SolvedAt < 1 ? " bad" : "" })}");
        using (html.In("div", "tiles"))
        {
            var program = content.Tested[0];
            Tile(html, Shown.Fitness(program.Fitness), program.StandardError is { } error ? $"test fitness (standard error {Shown.Error(error)})" : "test fitness");
            if (content.Tested.Length > 1)
            {
                var best = content.Tested.Skip(1).MaxBy(other => other.Fitness)!;
                Tile(html, Shown.Fitness(best.Fitness), $"best of what people would write: {best.Name}");
            }

            Tile(html, Pictures.Chart.ShortCount(content.Run.Individuals), "individuals");
            Tile(html, Shown.Of(content.Run.Elapsed), "time of the search");
        }

        using var nav = html.In("nav");
        foreach (var (id, name) in Sections) html.Markup($"<a href=\"#{id}\">{name}</a>\n");
    }

    private static void Tile(Html html, string value, string meaning)
    {
        using var tile = html.In("div", "tile");
        html.Text("b", value).Text("span", meaning);
    }
}
