using AutoMLZero.Experiments;
using AutoMLZero.Reports.Pictures;

namespace AutoMLZero.Reports.Html;

/// <summary>The page of a report: it has no script, and the browser is told to load nothing.</summary>
internal static class ReportPage
{
    private const string Head =
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
        <link rel="icon" href="data:,">

        """;

    /// <summary>Writes the page.</summary>
    public static string Write(ReportContent content)
    {
        var html = new Html();
        html.Markup(Head).Text("title", $"{content.Spec.Name}, seed {content.Run.Seed}");
        html.Markup("<style>\n").Markup(Style()).Markup("</style>\n</head>\n<body>\n");
        ReportHeader.Write(html, content);
        using (html.In("main"))
        {
            AskedSection.Write(html, content);
            FoundSection.Write(html, content);
            CourseSection.Write(html, content);
            ProgramSection.Write(html, content);
            ComparisonSection.Write(html, content);
            RepeatSection.Write(html, content);
        }

        using (html.In("footer")) html.Text("p", $"Written by AutoMLZero {content.Version}.".Replace(" .", ".", StringComparison.Ordinal));
        return html.Markup("</body>\n</html>\n").ToString();
    }

    /// <summary>A picture in the size that suits the screen, with how to read it.</summary>
    public static void Write(Html html, Picture picture)
    {
        using var figure = html.In("figure");
        using (html.In("div", "wide")) html.Markup(picture.Svg(picture.Wide));
        using (html.In("div", "narrow")) html.Markup(picture.Svg(picture.Narrow));
        html.Text("figcaption", picture.Meaning);
    }

    /// <summary>How a search ended, in a few words.</summary>
    public static string Ending(SearchResult? result, double solvedAt) => (result?.Stop, solvedAt < 1) switch
    {
        (StopReason.Solved, _) => "solved",
        (StopReason.BudgetSpent, true) => "not solved, the budget is spent",
        (StopReason.BudgetSpent, false) => "the budget is spent",
        (StopReason.TimeSpent, true) => "not solved, the time is over",
        (StopReason.TimeSpent, false) => "the time is over",
        _ => "not at its end",
    };

    private static string Style()
    {
        using var reader = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream("AutoMLZero.Reports.Html.report.css")!);
        return reader.ReadToEnd();
    }
}
