using System.Text.Json;
using AutoMLZero.Insight.Explanations;
using AutoMLZero.Language;

namespace AutoMLZero.Cli.Insight;

/// <summary>How <c>explain</c> shows a program with guards, whose data flow is not followed.</summary>
/// <param name="listing">The program as found.</param>
/// <param name="fitness">Its fitness; null when there are no tasks.</param>
internal sealed class ListingReport(Listing listing, double? fitness)
{
    /// <summary>Writes the listing for people.</summary>
    public void Write(TextWriter output)
    {
        var introns = listing.Lines.Count(line => !line.IsEffective);
        output.WriteLine($"as found: {listing.Lines.Length} lines, {introns} of them introns");
        output.WriteLine();
        output.WriteLine(listing.Text);
        if (fitness is { } value) output.WriteLine($"fitness {Shown.OfFitness(value)}");
        output.WriteLine("cost for an example, where one scalar addition costs 1 and there are F features");
        output.WriteLine($"  Predict  {listing.Cost(ComponentFunction.Predict)}");
        output.WriteLine($"  Learn    {listing.Cost(ComponentFunction.Learn)}");
        output.WriteLine();
        output.WriteLine("the program has guards: names, memory and techniques are told of programs without");
    }

    /// <summary>Writes the listing for programs.</summary>
    public void WriteJson(TextWriter output) => JsonLine.Write(output, json =>
    {
        json.WriteString("program", listing.Program.ToString());
        if (fitness is not null) json.Number("fitness", fitness);
        json.WriteStartArray("found");
        foreach (var line in listing.Lines) Write(json, line);
        json.WriteEndArray();
        json.WriteStartObject("cost");
        json.WriteString("predict", listing.Cost(ComponentFunction.Predict).ToString());
        json.WriteString("learn", listing.Cost(ComponentFunction.Learn).ToString());
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, FoundLine line)
    {
        json.WriteStartObject();
        json.WriteString("function", $"{line.Function}");
        json.WriteNumber("line", line.Line + 1);
        json.WriteString("text", $"{line.Instruction}");
        json.WriteBoolean("effective", line.IsEffective);
        json.WriteEndObject();
    }
}
