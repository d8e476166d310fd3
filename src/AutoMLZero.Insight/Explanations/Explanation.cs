using System.Collections.Immutable;
using AutoMLZero.Insight.Export;
using AutoMLZero.Insight.Reading;
using AutoMLZero.Language;
using AutoMLZero.Tasks;

namespace AutoMLZero.Insight.Explanations;

/// <summary>What a program does and how: as found, for reading, what it remembers, which techniques it uses, what a step costs.</summary>
public sealed class Explanation
{
    private Explanation(Program program, TaskKind kind)
    {
        Readable = ReadableProgram.Of(program, kind);
        Found =
        [
            .. from function in Functions
               from line in Enumerable.Range(0, program[function].Length)
               select new FoundLine(function, line, program[function][line], Readable.Flow.IsEffective(function, line)),
        ];
    }

    /// <summary>The functions, in the order in which they first run.</summary>
    public static ImmutableArray<ComponentFunction> Functions { get; } = [ComponentFunction.Setup, ComponentFunction.Predict, ComponentFunction.Learn];

    /// <summary>All lines as found.</summary>
    public ImmutableArray<FoundLine> Found { get; }

    /// <summary>The program for reading.</summary>
    public ReadableProgram Readable { get; }

    /// <summary>What the effective lines of Predict cost for an example.</summary>
    public StepCost PredictCost => CostOf(ComponentFunction.Predict);

    /// <summary>What the effective lines of Learn cost for an example.</summary>
    public StepCost LearnCost => CostOf(ComponentFunction.Learn);

    /// <summary>What learning from an example costs: Predict and Learn.</summary>
    public StepCost StepCost => PredictCost.Plus(LearnCost);

    /// <summary>The data flow as a graph for Graphviz.</summary>
    public string Graph => DotExporter.Write(Readable);

    /// <summary>Explains a program.</summary>
    /// <param name="program">The program.</param>
    /// <param name="kind">What the task asks for; it decides where the prediction is.</param>
    public static Explanation Of(Program program, TaskKind kind = TaskKind.Regression)
    {
        ArgumentNullException.ThrowIfNull(program);
        return new Explanation(program, kind);
    }

    private StepCost CostOf(ComponentFunction function) => StepCost.Of(Readable[function].Select(line => line.Value.Op));
}
