using System.Globalization;
using System.Text.Json;
using AutoMLZero.Insight.Explanations;
using AutoMLZero.Insight.Reading;
using AutoMLZero.Insight.Techniques;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Cli.Insight;

/// <summary>How <c>explain</c> says what a program does.</summary>
/// <param name="explanation">The explanation.</param>
/// <param name="ablation">What each line is worth; null when that was not measured.</param>
/// <param name="tasks">The tasks that it was measured on; null when it was not.</param>
internal sealed class ExplanationReport(Explanation explanation, Ablation? ablation, TaskSet? tasks)
{
    private ReadableProgram Program => explanation.Readable;

    /// <summary>Writes the explanation for people.</summary>
    public void Write(TextWriter output)
    {
        WriteSource(output);
        WriteFound(output);
        WriteReadable(output);
        WriteMemory(output);
        WriteTechniques(output);
        WriteCost(output);
    }

    /// <summary>Writes the explanation for programs.</summary>
    public void WriteJson(TextWriter output) => JsonLine.Write(output, json =>
    {
        json.WriteString("program", Program.Flow.Program.ToString());
        json.WriteString("effective", Program.Effective.Program.ToString());
        if (ablation is not null) json.Number("fitness", ablation.Fitness);
        if (Program.Flow.Program.Source is { } source) json.WriteNumber("routines", source.RoutineCount);
        WriteFound(json);
        WriteReadable(json);
        WriteMemory(json);
        WriteTechniques(json);
        WriteCost(json);
        json.WriteString("graph", explanation.Graph);
    });

    private void WriteSource(TextWriter output)
    {
        if (Program.Flow.Program.Source is not { } source) return;
        output.WriteLine($"with routines, before calls are replaced by what they call: {Shown.Of(source.RoutineCount)} of them");
        output.WriteLine();
        output.WriteLine(Program.Flow.Program.ToString());
    }

    private void WriteFound(TextWriter output)
    {
        var introns = explanation.Found.Count(line => !line.IsEffective);
        output.WriteLine($"as found: {explanation.Found.Length} lines, {introns} of them introns");
        output.WriteLine();
        foreach (var function in Explanation.Functions)
        {
            output.WriteLine($"def {function}():");
            foreach (var line in explanation.Found.Where(line => line.Function == function))
                output.WriteLine(line.IsEffective ? $"  {line.Instruction}" : $"  # {line.Instruction}");
        }

        output.WriteLine();
    }

    private void WriteReadable(TextWriter output)
    {
        output.WriteLine(ablation is null ? "for reading" : $"for reading; fitness {Shown.OfFitness(ablation.Fitness)}, and what each line adds to it");
        output.WriteLine();
        var texts = Explanation.Functions.SelectMany(function => Program[function]).Select(ReadableText.Of);
        var width = texts.Select(text => text.Length).DefaultIfEmpty().Max();
        foreach (var function in Explanation.Functions)
        {
            output.WriteLine($"{function}");
            foreach (var line in Program[function])
            {
                var loss = ablation is null ? "" : $"  {ablation.Loss(line.Value).ToString("+0.000000;-0.000000;0.000000", CultureInfo.InvariantCulture),9}";
                output.WriteLine($"  {ReadableText.Of(line).PadRight(width)}{loss}  # {line.Note}");
            }
        }

        output.WriteLine();
    }

    private void WriteMemory(TextWriter output)
    {
        output.WriteLine("memory");
        foreach (var memory in Program.Memory)
            output.WriteLine($"  {memory.Name.Snake} ({memory.Memory.Name}{(memory.IsLearned ? ", learned" : "")}): {memory.Note}");
        output.WriteLine();
    }

    private void WriteTechniques(TextWriter output)
    {
        output.WriteLine(Program.Techniques.IsEmpty ? "no known technique" : "techniques");
        foreach (var technique in Program.Techniques)
        {
            output.WriteLine($"  {technique.Id}: {technique.Meaning}");
            WriteLines(technique, output);
        }

        output.WriteLine();
    }

    /// <summary>Lines that show a technique: their place in the program as found, as they are there, and as they are for reading.</summary>
    private void WriteLines(Technique technique, TextWriter output)
    {
        var width = technique.Lines.Max(line => $"{line.Instruction}".Length);
        foreach (var line in technique.Lines)
        {
            var readable = Program[line.Function].First(read => read.Value == line);
            output.WriteLine($"    {$"{line.Function} {line.Line + 1}",-10}  {$"{line.Instruction}".PadRight(width)}  {ReadableText.Of(readable)}");
        }
    }

    private void WriteCost(TextWriter output)
    {
        output.WriteLine("cost for an example, where one scalar addition costs 1 and there are F features");
        Write("Predict", explanation.PredictCost);
        Write("Learn", explanation.LearnCost);
        Write("both", explanation.StepCost);

        void Write(string name, StepCost cost) =>
            output.WriteLine($"  {name,-7}  {cost}{(tasks is null ? "" : $" = {HallOfFameReport.Cost(cost.At(tasks.Dimension))} with {tasks.Dimension} features")}");
    }

    private void WriteFound(Utf8JsonWriter json)
    {
        json.WriteStartArray("found");
        foreach (var line in explanation.Found)
        {
            json.WriteStartObject();
            WritePlace(json, line.Function, line.Line, line.Instruction);
            json.WriteBoolean("effective", line.IsEffective);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteReadable(Utf8JsonWriter json)
    {
        json.WriteStartArray("lines");
        foreach (var line in Explanation.Functions.SelectMany(function => Program[function]))
        {
            json.WriteStartObject();
            WritePlace(json, line.Value.Function, line.Value.Line, line.Value.Instruction);
            json.WriteString("readable", ReadableText.Of(line));
            json.WriteString("note", line.Note);
            json.WriteString("cost", StepCost.Of(line.Value.Op).ToString());
            if (ablation is not null)
            {
                json.Number("fitnessWithout", ablation.Without[line.Value.Index]);
                json.Number("loss", ablation.Loss(line.Value));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteMemory(Utf8JsonWriter json)
    {
        json.WriteStartArray("memory");
        foreach (var memory in Program.Memory)
        {
            json.WriteStartObject();
            json.WriteString("name", memory.Name.Snake);
            json.WriteString("address", memory.Memory.Name);
            json.WriteBoolean("learned", memory.IsLearned);
            json.WriteString("note", memory.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteTechniques(Utf8JsonWriter json)
    {
        json.WriteStartArray("techniques");
        foreach (var technique in Program.Techniques) Write(json, technique);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Technique technique)
    {
        json.WriteStartObject();
        json.WriteString("id", technique.Id);
        json.WriteString("meaning", technique.Meaning);
        json.WriteStartArray("lines");
        foreach (var line in technique.Lines)
        {
            json.WriteStartObject();
            WritePlace(json, line.Function, line.Line, line.Instruction);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, ComponentFunction function, int line, Instruction instruction)
    {
        json.WriteString("function", $"{function}");
        json.WriteNumber("line", line + 1);
        json.WriteString("text", $"{instruction}");
    }

    private void WriteCost(Utf8JsonWriter json)
    {
        json.WriteStartObject("cost");
        foreach (var (name, cost) in new[] { ("predict", explanation.PredictCost), ("learn", explanation.LearnCost), ("step", explanation.StepCost) })
        {
            json.WriteStartObject(name);
            json.WriteString("formula", cost.ToString());
            if (tasks is not null) json.WriteNumber("cost", cost.At(tasks.Dimension));
            json.WriteEndObject();
        }

        if (tasks is not null) json.WriteNumber("features", tasks.Dimension);
        json.WriteEndObject();
    }
}
