using AutoMLZero.Reports.Milestones;

namespace AutoMLZero.Reports.Html;

/// <summary>The course of the search: pictures and milestones.</summary>
internal static class CourseSection
{
    /// <summary>Writes it.</summary>
    public static void Write(Html html, ReportContent content)
    {
        ReportHeader.Section(html, "course");
        if (content.Pictures.IsEmpty) html.Text("p", "The folder keeps too little of the search for pictures: it ended before its first epoch, or was made by an earlier version.");
        foreach (var (index, picture) in content.Pictures.Index())
        {
            ReportPage.Write(html, picture);
            if (index == 0 && picture.Name == "fitness") Milestones(html, content);
        }
    }

    private static void Milestones(Html html, ReportContent content)
    {
        if (content.Milestones.IsEmpty) return;
        html.Table(
            ["Milestone", "individual", "fitness on search tasks"],
            content.Milestones.Select(milestone => (string[])[Name(milestone), Shown.Of(milestone.Born), Shown.Fitness(milestone.Fitness)]));
    }

    private static string Name(Milestone milestone) => string.Join(", ", milestone.Techniques) + (milestone.IsFirstKept ? " (or earlier)" : "");
}
