using AutoMLZero.Reports.Comparison;

namespace AutoMLZero.Reports.Html;

/// <summary>The comparison with what people would write.</summary>
internal static class ComparisonSection
{
    /// <summary>Writes it.</summary>
    public static void Write(Html html, ReportContent content)
    {
        ReportHeader.Section(html, "comparison");
        var (found, others) = (content.Tested[0], content.Tested.Skip(1).ToArray());
        if (others.Length == 0)
        {
            html.Text("p", "There is no other program to compare with.");
            return;
        }

        html.Text("p", $"All programs learn the same {Shown.Of(found.TaskFitness.Length)} test tasks, so they are compared task by task.{Warning(found.TaskFitness.Length)}");
        html.Table(
            ["Program", "test fitness", "standard error", "above the program found", "95 % interval", "tasks better / worse", "p (Wilcoxon)"],
            [[found.Name, Shown.Fitness(found.Fitness), Shown.Error(found.StandardError), "–", "–", "–", "–"], .. others.Select(other => Row(other, found))],
            "first");
        if (others.Select(other => other.Above(found).Test).FirstOrDefault(test => test is not null) is { } test)
        {
            html.Text(
                "p",
                $"p: {test.Name}, of the differences by task. The interval is that of the mean difference by Student's distribution. Neither is corrected for the number of programs.",
                "small faint");
        }

        if (content.Difference is { } picture) ReportPage.Write(html, picture);
    }

    private static string[] Row(TestedProgram other, TestedProgram found)
    {
        var difference = other.Above(found);
        return
        [
            other.Name, Shown.Fitness(other.Fitness), Shown.Error(other.StandardError), Shown.Difference(difference.Mean), Shown.Interval(difference),
            $"{Shown.Of(difference.Better)} / {Shown.Of(difference.Worse)}", Shown.Probability(difference.Test?.PValue),
        ];
    }

    private static string Warning(int tasks) => tasks switch
    {
        1 => " With one task there is no test of whether differences are chance.",
        < 6 => $" With {tasks} tasks the test cannot reach a probability below 0.05.",
        _ => "",
    };
}
