using AutoMLZero.Experiments;

namespace AutoMLZero.Reports.Html;

/// <summary>How to repeat the search.</summary>
internal static class RepeatSection
{
    /// <summary>Writes it.</summary>
    public static void Write(Html html, ReportContent content)
    {
        ReportHeader.Section(html, "repeat");
        html.Text("p", Promise(content.Run.Result?.Stop));
        if (content.PresetCommand is { } command) html.Text("pre", command, "wrap");
        html.Text("p", content.PresetCommand is null ? "Save the spec below as spec.json (the run folder has it, too), then:" : "Or save the spec below as spec.json (the run folder has it, too), then:");
        html.Text("pre", SearchCommandLine.OfFile(content.Run.Seed), "wrap");
        html.Facts([("Seed", $"{content.Run.Seed}"), ("Version", content.Version.Length == 0 ? "unknown" : content.Version)]);
        using (html.Details("The spec")) html.Text("pre", SpecWriter.Write(content.Spec));
        using (html.Details("The program, to copy")) html.Text("pre", content.Program.ToString());
    }

    private static string Promise(StopReason? stop) => stop switch
    {
        StopReason.TimeSpent => "The same version of AutoMLZero goes the same way with the same spec and seed. The time ended this search, so a repetition may come less far, or farther.",
        null => "The same version of AutoMLZero goes the same way with the same spec and seed, on any number of threads.",
        _ => "The same version of AutoMLZero finds the same program with the same spec and seed, on any number of threads.",
    };
}
