using System.Collections.Immutable;
using System.Globalization;
using AutoMLZero.Analysis;
using AutoMLZero.Insight.Flow;
using AutoMLZero.Insight.Techniques;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Reading;

/// <summary>Names memory and values by what they are for; where that is not known, by how they are computed. No name is given twice.</summary>
internal sealed class Namer
{
    private static readonly ImmutableHashSet<string> Taken = [
        "features", "label", "one hot label", "zero", "step", "seed", "dimension", "classes", "rows", "labels", "epochs", "examples",
    ];

    private readonly Evidence evidence;
    private readonly HashSet<string> used = [.. Taken];

    /// <summary>Names everything.</summary>
    public Namer(Evidence evidence)
    {
        this.evidence = evidence;
        Memory = [.. Flow.Memory.Select(memory => Fresh(Role(memory)))];
        Values = [.. Flow.Values.Select(value => value.IsLeft ? Memory[value.LeftIn] : Fresh(Role(value)))];
    }

    /// <summary>The name of each memory cell.</summary>
    public ImmutableArray<Name> Memory { get; }

    /// <summary>The name of each value; that of a memory when it is left there.</summary>
    public ImmutableArray<Name> Values { get; }

    /// <summary>The name of an operand.</summary>
    public Name Of(FlowOperand operand) => operand.Origin switch
    {
        FlowOrigin.Value => Values[operand.Index],
        FlowOrigin.Memory => Memory[operand.Index],
        FlowOrigin.Features => new("features"),
        FlowOrigin.Label => new("label"),
        FlowOrigin.OneHotLabel => new("one hot label"),
        _ => new("zero"),
    };

    private DataFlow Flow => evidence.Facts.Flow;

    private Name Fresh(string words)
    {
        var name = words;
        for (var number = 2; !used.Add(name); number++) name = $"{words} {number.ToString(CultureInfo.InvariantCulture)}";
        return new Name(name);
    }

    private string Role(FlowMemory memory)
    {
        if (memory.Index == 0) return memory.Type == OperandType.Scalar ? "prediction" : "scores";
        if (IsRate(memory)) return "learning rate";
        if (evidence.Steps.Where(step => step.Memory == memory.Index).ToArray() is [var step, ..]) return RoleOfLearned(memory, step);
        if (memory.Predict >= 0 && !evidence.Facts.Accumulates(memory.Index)) return Role(Flow.Values[memory.Predict]);
        if (evidence.Facts.IsConstant(Node.OfMemory(memory.Index, ComponentFunction.Learn)) && memory.Type == OperandType.Scalar) return "constant";
        if (memory.Learn >= 0 && !evidence.Facts.Accumulates(memory.Index)) return Role(Flow.Values[memory.Learn]);
        var how = evidence.IsLearned(memory) ? "learned" : "kept";
        return memory.Type == OperandType.Scalar ? $"{how} number" : memory.Type == OperandType.Vector ? $"{how} vector" : $"{how} matrix";
    }

    private bool IsRate(FlowMemory memory) => evidence.Steps.Any(step => step.Factors.Any(factor =>
        IsIn(memory, factor.Node) && evidence.Facts.Numbers.Series(factor.Node) is not null));

    private bool IsIn(FlowMemory memory, Node node) =>
        node.IsMemory ? node.Index == memory.Index : node.IsValue && evidence.Facts.Value(node).LeftIn == memory.Index;

    private string RoleOfLearned(FlowMemory memory, GradientStep step)
    {
        if (step.Path.Partner is null) return memory.Type == Flow.Prediction.Type ? "bias" : "hidden bias";
        if (memory.Type == OperandType.Scalar) return "weight";
        var layers = evidence.Steps.Where(other => other.Path.Partner is not null).Select(other => other.Memory).Distinct().Count();
        return layers == 1 ? "weights" : evidence.Facts.Value(Node.OfValue(step.Path.Values[^1])).Op == Op.MatrixVectorProduct ? "hidden weights" : "output weights";
    }

    private string Role(FlowValue value)
    {
        var node = Node.Of(value);
        if (evidence.Errors.Contains(node)) return "error";
        if (value.Function != ComponentFunction.Setup && value.Info.IsRandom) return "noise";
        if (UnitPatterns.IsNoisyFeatures(evidence, value)) return "noisy features";
        if (Bounds.Rectified(evidence.Facts, value) is not null) return "hidden units";
        var factors = Product.Of(evidence.Facts, node).Factors;
        if (factors.Count > 1 && factors.Any(factor => !factor.IsDivisor && evidence.Errors.Contains(factor.Node)))
            return value.Type == OperandType.Scalar ? "scaled error" : "change";
        return Words.Result(value.Op);
    }
}
