using AutoMLZero.Analysis;
using AutoMLZero.Insight.Flow;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Techniques;

/// <summary>What single instructions do to what depends on the example.</summary>
internal static class UnitPatterns
{
    /// <summary>max(x, 0), also as x times whether x is positive, in Predict.</summary>
    public static IEnumerable<int> Relu(Evidence evidence) => Rectifiers(evidence).SelectMany(unit => unit.Lines);

    /// <summary>max(x + noise, 0) in Predict.</summary>
    public static IEnumerable<int> NoisyRelu(Evidence evidence)
    {
        foreach (var (lines, input) in Rectifiers(evidence))
        {
            var sum = Sum.Of(evidence.Facts, input);
            var noise = sum.Terms.Where(term => IsNoise(evidence, term.Node)).ToArray();
            if (noise.Length == 0 || !sum.Terms.Any(term => evidence.Facts.SeesFeatures(term.Node))) continue;
            foreach (var line in lines.Concat(sum.Inner).Concat(noise.SelectMany(term => evidence.Origins(term.Node)))) yield return line;
        }
    }

    /// <summary>Features plus or minus noise, in Predict.</summary>
    public static IEnumerable<int> InputNoise(Evidence evidence)
    {
        foreach (var value in Predict(evidence).Where(value => IsNoisyFeatures(evidence, value) && Leads(evidence.Facts, value)))
        {
            yield return value.Index;
            foreach (var term in Sum.Of(evidence.Facts, Node.Of(value)).Terms.Where(term => IsNoise(evidence, term.Node)))
            {
                foreach (var line in evidence.Origins(term.Node)) yield return line;
            }
        }
    }

    /// <summary>Whether an instruction gives features plus or minus noise.</summary>
    public static bool IsNoisyFeatures(Evidence evidence, FlowValue value)
    {
        if (value.Op is not (Op.VectorAdd or Op.VectorSubtract or Op.MatrixAdd or Op.MatrixSubtract)) return false;
        var terms = Sum.Of(evidence.Facts, Node.Of(value)).Terms;
        return terms.Any(term => IsNoise(evidence, term.Node)) && terms.Any(term => IsFeatures(evidence.Facts, term.Node));
    }

    /// <summary>A product in Predict of two things that both depend on the features, other than a switch.</summary>
    public static IEnumerable<int> Multiplicative(Evidence evidence)
    {
        var facts = evidence.Facts;
        foreach (var value in Predict(evidence).Where(value => IsProduct(value.Op) && Leads(facts, value)))
        {
            var (first, second) = (FlowFacts.First(value), FlowFacts.Second(value));
            if (!Grows(facts, first, []) || !Grows(facts, second, [])) continue;
            yield return value.Index;
            foreach (var line in evidence.Origins(first).Concat(evidence.Origins(second)).Where(line => facts.Flow.Values[line].Function == ComponentFunction.Predict && facts.SeesFeatures(Node.OfValue(line))))
                yield return line;
        }
    }

    /// <summary>A minimum or maximum with a constant other than 0 of what depends on the examples.</summary>
    public static IEnumerable<int> Clipping(Evidence evidence)
    {
        var facts = evidence.Facts;
        foreach (var value in facts.Flow.Values.Where(value => value.Function != ComponentFunction.Setup))
        {
            if (Bounds.Bounded(facts, value) is not { } bounded || !DependsOnExamples(facts, bounded.Value, [])) continue;
            yield return value.Index;
            foreach (var line in evidence.Origins(bounded.Limit)) yield return line;
        }
    }

    private static IEnumerable<FlowValue> Predict(Evidence evidence) => evidence.Facts.Flow.Of(ComponentFunction.Predict);

    private static IEnumerable<(int[] Lines, Node Input)> Rectifiers(Evidence evidence)
    {
        var facts = evidence.Facts;
        foreach (var value in Predict(evidence).Where(value => Leads(facts, value)))
        {
            if (Bounds.Rectified(facts, value) is { } input && facts.SeesFeatures(input)) yield return ([value.Index], input);
            if (Switched(facts, value) is { } switched && facts.SeesFeatures(switched.Input)) yield return ([switched.Switch, value.Index], switched.Input);
        }
    }

    /// <summary>x times heaviside(x).</summary>
    private static (int Switch, Node Input)? Switched(FlowFacts facts, FlowValue value)
    {
        if (value.Op is not (Op.ScalarMultiply or Op.VectorMultiply or Op.MatrixMultiply)) return null;
        var (first, second) = (FlowFacts.First(value), FlowFacts.Second(value));
        if (IsSwitchOf(facts, first, second)) return (facts.Resolve(first).Index, second);
        return IsSwitchOf(facts, second, first) ? (facts.Resolve(second).Index, first) : null;
    }

    private static bool IsSwitchOf(FlowFacts facts, Node node, Node input) =>
        facts.Resolve(node) is { IsValue: true } resolved && IsSwitch(facts.Value(resolved).Op) && FlowFacts.First(facts.Value(resolved)) == input;

    private static bool IsSwitch(Op op) => op is Op.ScalarHeaviside or Op.VectorHeaviside or Op.MatrixHeaviside;

    private static bool IsProduct(Op op) => op is Op.ScalarMultiply or Op.VectorMultiply or Op.MatrixMultiply or Op.VectorScale or Op.MatrixScale
        or Op.VectorDot or Op.VectorOuter or Op.MatrixVectorProduct or Op.MatrixProduct;

    /// <summary>Noise, whatever scales it, that nothing of the example is in.</summary>
    private static bool IsNoise(Evidence evidence, Node node) => evidence.Facts.InfluenceOn(node) == Influence.Noise;

    private static bool IsFeatures(FlowFacts facts, Node node) => Product.Of(facts, node).Factors is var factors
        && factors.Any(factor => factor.Node.Origin == FlowOrigin.Features)
        && factors.All(factor => factor.Node.Origin == FlowOrigin.Features || facts.IsConstant(factor.Node));

    /// <summary>Whether a node depends on the features otherwise than through switches, norms and the like.</summary>
    private static bool Grows(FlowFacts facts, Node node, HashSet<Node> seen)
    {
        if (node.Origin == FlowOrigin.Features) return true;
        if (!node.IsValue || !seen.Add(node)) return false;
        var value = facts.Value(node);
        return !IsSwitch(value.Op) && value.Op is not (Op.VectorNorm or Op.MatrixNorm or Op.VectorStd or Op.MatrixStd or Op.MatrixRowNorm
            or Op.MatrixColumnNorm or Op.MatrixRowStd) && FlowFacts.NodesOf(value).Any(operand => Grows(facts, operand, seen));
    }

    private static bool DependsOnExamples(FlowFacts facts, Node node, HashSet<Node> seen)
    {
        node = facts.Resolve(node);
        if (node.Origin is FlowOrigin.Features || node.IsLabel) return true;
        if (!seen.Add(node)) return false;
        if (node.IsMemory)
        {
            var memory = facts.Flow.Memory[node.Index];
            return new[] { memory.Predict, memory.Learn }.Any(left => left >= 0 && DependsOnExamples(facts, Node.OfValue(left), seen));
        }

        return node.IsValue && FlowFacts.NodesOf(facts.Value(node)).Any(operand => DependsOnExamples(facts, operand, seen));
    }

    private static bool Leads(FlowFacts facts, FlowValue value) => value.LeftIn == facts.Flow.Prediction.Index || facts.Reaches(Node.Of(value))
        || (value.LeftIn >= 0 && facts.ReachesFrom(value.LeftIn));
}
