using System.Globalization;
using System.Text.Json;
using AutoMLZero.Search;

namespace AutoMLZero.Cli;

/// <summary>How commands show programs that trade cost for fitness.</summary>
internal static class HallOfFameReport
{
    /// <summary>Writes a row a program, for people, and an empty line.</summary>
    /// <param name="members">The programs, the cheapest first.</param>
    /// <param name="output">Standard output.</param>
    public static void Write(ParetoFront members, TextWriter output)
    {
        output.WriteLine("hall of fame: the fittest programs at each cost of a training step, on search tasks");
        foreach (var member in members)
            output.WriteLine($"  cost {Cost(member.Cost),9}  fitness {Shown.OfFitness(member.Fitness)}  experiment {Shown.Of(member.Experiment + 1)}");
        output.WriteLine();
    }

    /// <summary>Writes an array of programs with cost and fitness, for programs.</summary>
    /// <param name="members">The programs, the cheapest first.</param>
    /// <param name="json">The object that the array is a field of.</param>
    public static void WriteJson(ParetoFront members, Utf8JsonWriter json)
    {
        json.WriteStartArray("hallOfFame");
        foreach (var member in members)
        {
            json.WriteStartObject();
            json.WriteNumber("cost", member.Cost);
            json.WriteNumber("fitness", member.Fitness);
            json.WriteNumber("experiment", member.Experiment + 1);
            json.WriteString("program", member.Program.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A cost, the digits in groups.</summary>
    public static string Cost(double cost) => cost.ToString("#,0.##", CultureInfo.InvariantCulture);
}
