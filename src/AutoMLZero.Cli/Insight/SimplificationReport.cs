using AutoMLZero.Insight.Simplification;
using AutoMLZero.Language;

namespace AutoMLZero.Cli.Insight;

/// <summary>How <c>simplify</c> says what it made.</summary>
internal static class SimplificationReport
{
    /// <summary>Writes what algebra alone made, for people.</summary>
    public static void Write(Program before, Program after, TextWriter output)
    {
        output.WriteLine(after);
        output.WriteLine($"{before.Length} lines before, {after.Length} after; predictions stay the same");
    }

    /// <summary>Writes what a search made, for people.</summary>
    public static void Write(Program before, SimplificationResult result, TextWriter output)
    {
        output.WriteLine(result.Program);
        output.WriteLine("         before      after");
        output.WriteLine($"lines    {before.Length,9}  {result.Program.Length,9}");
        output.WriteLine($"cost     {HallOfFameReport.Cost(result.CostBefore),9}  {HallOfFameReport.Cost(result.Cost),9}");
        output.WriteLine($"fitness  {Shown.OfFitness(result.FitnessBefore),9}  {Shown.OfFitness(result.Fitness),9}");
        output.WriteLine();
        output.WriteLine($"the fittest of {Shown.Of(result.Evaluations)} programs at each cost of a training step");
        foreach (var member in result.Front) output.WriteLine($"  cost {HallOfFameReport.Cost(member.Cost),9}  fitness {Shown.OfFitness(member.Fitness)}");
    }

    /// <summary>Writes what algebra alone made, for programs.</summary>
    public static void WriteJson(Program before, Program after, TextWriter output) => JsonLine.Write(output, json =>
    {
        json.WriteString("program", after.ToString());
        json.WriteNumber("lines", after.Length);
        json.WriteNumber("linesBefore", before.Length);
    });

    /// <summary>Writes what a search made, for programs.</summary>
    public static void WriteJson(Program before, SimplificationResult result, TextWriter output) => JsonLine.Write(output, json =>
    {
        json.WriteString("program", result.Program.ToString());
        json.WriteNumber("lines", result.Program.Length);
        json.WriteNumber("linesBefore", before.Length);
        json.WriteNumber("cost", result.Cost);
        json.WriteNumber("costBefore", result.CostBefore);
        json.Number("fitness", result.Fitness);
        json.Number("fitnessBefore", result.FitnessBefore);
        json.WriteNumber("evaluations", result.Evaluations);
        json.WriteStartArray("front");
        foreach (var member in result.Front)
        {
            json.WriteStartObject();
            json.WriteNumber("cost", member.Cost);
            json.WriteNumber("fitness", member.Fitness);
            json.WriteString("program", member.Program.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
