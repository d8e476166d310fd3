using System.Net;
using AutoMLZero.Insight.Explanations;
using AutoMLZero.Insight.Reading;
using AutoMLZero.Language;

namespace AutoMLZero.Reports.Html;

/// <summary>The explained program.</summary>
internal static class ProgramSection
{
    /// <summary>Writes it.</summary>
    public static void Write(Html html, ReportContent content)
    {
        ReportHeader.Section(html, "program");
        if (content.Explanation is { } explanation) Explained(html, content, explanation);
        else html.Text("p", "The program has guards: names, memory and techniques are told of programs without.");
        Cost(html, content);
        AsFound(html, content.Listing);
    }

    private static void Explained(Html html, ReportContent content, Explanation explanation)
    {
        var readable = explanation.Readable;
        html.Text("p", Introduction(content));
        using (html.In("div", content.Ablation is null ? "code bare" : "code"))
        {
            foreach (var function in Explanation.Functions)
            {
                html.Text("h3", $"{function}");
                foreach (var line in readable[function]) Row(html, line, content.Ablation);
            }
        }

        Memory(html, readable);
        Techniques(html, readable);
    }

    private static void Cost(Html html, ReportContent content)
    {
        html.Text("h3", "Cost");
        var features = content.Spec.Tasks.Search.Dimension;
        var learns = content.Spec.Registers is null;
        var cost = content.Explanation?.StepCost ?? content.Listing.Cost(ComponentFunction.Predict).Plus(content.Listing.Cost(ComponentFunction.Learn));
        html.Text(
            "p",
            $"{(learns ? "Learning from" : "Predicting")} an example costs {cost} with F features, where one scalar addition costs 1: {Shown.Cost(cost.At(features))} with {features}.");
    }

    private static string Introduction(ReportContent content) =>
        $"The lines that matter, with names for reading, of {content.Listing.Lines.Length} that were found."
        + (content.Ablation is { } ablation ? $" The number is what a line adds to the fitness on the selection tasks, {Shown.Fitness(ablation.Fitness)}." : "");

    private static void Row(Html html, ReadableLine line, Ablation? ablation)
    {
        using var row = html.In("div", "row");
        html.Text("code", ReadableText.Of(line));
        if (ablation is not null) html.Text("span", Shown.Difference(ablation.Loss(line.Value)), "worth");
        html.Text("span", line.Note, "note");
    }

    private static void Memory(Html html, ReadableProgram readable)
    {
        html.Text("h3", "What it remembers");
        using var list = html.In("ul");
        foreach (var memory in readable.Memory)
        {
            using var item = html.In("li");
            html.Text("code", memory.Name.Snake).Text($" ({memory.Memory.Name}{(memory.IsLearned ? ", learned" : "")}): {memory.Note}");
        }
    }

    private static void Techniques(Html html, ReadableProgram readable)
    {
        html.Text("h3", readable.Techniques.IsEmpty ? "No known technique" : "Techniques");
        if (readable.Techniques.IsEmpty) return;
        using var list = html.In("ul");
        foreach (var technique in readable.Techniques)
        {
            using var item = html.In("li");
            html.Text("b", technique.Id).Text($": {technique.Meaning}");
        }
    }

    private static void AsFound(Html html, Listing listing)
    {
        using var details = html.Details("The program as it was found; lines without effect are struck out");
        var lines = new List<string>();
        foreach (var function in Explanation.Functions)
        {
            lines.Add($"def {function}():");
            lines.AddRange(listing.Lines.Where(line => line.Function == function).Select(Found));
        }

        html.Markup($"<pre>{string.Join('\n', lines)}</pre>\n");
    }

    private static string Found(FoundLine line)
    {
        var text = WebUtility.HtmlEncode($"{line.Instruction}");
        return line.IsEffective ? $"  {text}" : $"  <span class=\"off\">{text}</span>";
    }
}
