using AutoMLZero.Analysis;
using AutoMLZero.Insight.Flow;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Techniques;

/// <summary>What gradient steps are scaled by.</summary>
internal static class RatePatterns
{
    /// <summary>A factor that follows from the program alone.</summary>
    public static IEnumerable<int> Rate(Evidence evidence) => Lines(evidence, (_, factor) => IsRate(evidence, factor));

    /// <summary>A factor that follows from the program alone and shrinks.</summary>
    public static IEnumerable<int> Decay(Evidence evidence) => Lines(evidence, (_, factor) => Shrinks(evidence, factor));

    /// <summary>A number made from weights alone, by a mean, a norm or the like.</summary>
    public static IEnumerable<int> FromWeights(Evidence evidence) => Lines(evidence, (_, factor) => IsMadeOfWeights(evidence, factor.Node));

    /// <summary>A divisor that is the norm of the gradient, or of what the gradient is made of.</summary>
    public static IEnumerable<int> Normalized(Evidence evidence) => Lines(evidence, (step, factor) => factor.IsDivisor && IsSizeOfGradient(evidence, step, factor.Node));

    private static IEnumerable<int> Lines(Evidence evidence, Func<GradientStep, Factor, bool> isMeant)
    {
        foreach (var step in evidence.Steps)
        {
            foreach (var factor in step.Factors.Where(factor => isMeant(step, factor)))
            {
                foreach (var line in evidence.Origins(factor.Node).Where(line => line != step.Update)) yield return line;
                foreach (var line in Changes(evidence, factor.Node)) yield return line;
                foreach (var line in Uses(evidence, step, factor.Node)) yield return line;
            }
        }
    }

    /// <summary>The instructions that make a number that changes by a fixed rule.</summary>
    private static IEnumerable<int> Changes(Evidence evidence, Node node)
    {
        var memories = new[] { node }.Concat(evidence.Origins(node).SelectMany(line => FlowFacts.NodesOf(evidence.Facts.Flow.Values[line])))
            .Where(made => made.IsMemory && evidence.Facts.Numbers.Series(made) is not null)
            .Select(made => evidence.Facts.Flow.Memory[made.Index]);
        return memories.SelectMany(memory => new[] { memory.Setup, memory.Predict, memory.Learn }).Where(line => line >= 0);
    }

    /// <summary>The instructions of the step that read the factor.</summary>
    private static IEnumerable<int> Uses(Evidence evidence, GradientStep step, Node factor) => step.Lines
        .Where(line => FlowFacts.NodesOf(evidence.Facts.Flow.Values[line]).Any(node => evidence.Facts.Resolve(node) == factor));

    private static bool IsRate(Evidence evidence, Factor factor) =>
        evidence.Facts.Numbers.Series(factor.Node) is { } series && series.Any(number => number != 0);

    private static bool Shrinks(Evidence evidence, Factor factor)
    {
        if (evidence.Facts.Numbers.Series(factor.Node) is not { } series) return false;
        double[] sizes = [.. series.Select(number => factor.IsDivisor ? 1 / Math.Abs(number) : Math.Abs(number))];
        return sizes[^1] < sizes[0] && sizes.Zip(sizes.Skip(1), (before, after) => after <= before).All(falls => falls);
    }

    private static bool IsSizeOfGradient(Evidence evidence, GradientStep step, Node divisor) =>
        Sum.Of(evidence.Facts, divisor).Terms.Any(term => Product.Of(evidence.Facts, term.Node).Factors.Any(factor =>
            factor.Node.IsValue && IsSize(evidence.Facts.Value(factor.Node)) && IsOfGradient(evidence, step, evidence.Facts.Value(factor.Node))));

    private static bool IsSize(FlowValue value) => value.Op is Op.VectorNorm or Op.MatrixNorm or Op.MatrixColumnNorm or Op.MatrixRowNorm
        || (value.Op == Op.VectorDot && value.Input1 == value.Input2);

    private static bool IsOfGradient(Evidence evidence, GradientStep step, FlowValue size)
    {
        var measured = Product.Of(evidence.Facts, FlowFacts.First(size));
        return measured.Nodes.Any(node => evidence.Facts.InfluenceOn(node) != Influence.None && step.Nodes.Contains(node))
            || measured.Factors.Any(factor => evidence.Facts.SeesFeatures(factor.Node) || evidence.Errors.Contains(factor.Node));
    }

    private static bool IsMadeOfWeights(Evidence evidence, Node node)
    {
        if (!node.IsValue || evidence.Facts.Value(node).Type != OperandType.Scalar || evidence.Facts.InfluenceOn(node) != Influence.None) return false;
        return evidence.Origins(node).Select(line => evidence.Facts.Flow.Values[line]).Any(line => IsSummary(line) && FlowFacts.NodesOf(line).Any(operand => IsLearned(evidence, operand)));
    }

    private static bool IsSummary(FlowValue value) => value.Type == OperandType.Scalar && value.Info.Input1 is OperandType.Vector or OperandType.Matrix;

    private static bool IsLearned(Evidence evidence, Node node) => node.IsMemory
        ? evidence.Steps.Any(step => evidence.Facts.IsFormer(node, step.Memory))
        : node.IsValue && FlowFacts.NodesOf(evidence.Facts.Value(node)).Any(operand => IsLearned(evidence, operand));
}
