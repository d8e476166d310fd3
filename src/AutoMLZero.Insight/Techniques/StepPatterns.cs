using AutoMLZero.Analysis;
using AutoMLZero.Insight.Flow;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Techniques;

/// <summary>What is learned, and from what it starts.</summary>
internal static class StepPatterns
{
    /// <summary>Gradient steps.</summary>
    public static IEnumerable<int> Gradient(Evidence evidence) => evidence.Steps.SelectMany(step => step.Lines);

    /// <summary>A learned cell that is added to what depends on the features.</summary>
    public static IEnumerable<int> Bias(Evidence evidence)
    {
        foreach (var memory in evidence.Facts.Flow.Memory.Where(memory => evidence.IsLearned(memory)))
        {
            var sums = Added(evidence, Node.OfMemory(memory.Index, ComponentFunction.Predict), []).ToArray();
            if (sums.Length == 0) continue;
            foreach (var sum in sums) yield return sum;
            foreach (var line in LearnedBy(evidence, memory)) yield return line;
        }
    }

    /// <summary>A learned cell in which Setup leaves random numbers.</summary>
    public static IEnumerable<int> RandomStart(Evidence evidence)
    {
        var facts = evidence.Facts;
        foreach (var memory in facts.Flow.Memory.Where(memory => memory.Setup >= 0 && evidence.IsLearned(memory) && facts.ReachesFrom(memory.Index)))
        {
            var drawn = evidence.Origins(Node.OfValue(memory.Setup)).Where(line => IsDrawn(facts, facts.Flow.Values[line])).ToArray();
            if (drawn.Length == 0) continue;
            foreach (var line in drawn) yield return line;
            yield return memory.Setup;
        }
    }

    /// <summary>The instructions by which a cell is learned.</summary>
    private static IEnumerable<int> LearnedBy(Evidence evidence, FlowMemory memory) => evidence.Steps.Any(step => step.Memory == memory.Index)
        ? evidence.Steps.Where(step => step.Memory == memory.Index).SelectMany(step => step.Lines)
        : [Math.Max(memory.Learn, memory.Predict)];

    private static bool IsDrawn(FlowFacts facts, FlowValue value) => value.Info.IsRandom && facts.Numbers.Constant(Node.Of(value)) is null;

    /// <summary>The sums of Predict that a node and something that depends on the features are terms of.</summary>
    private static IEnumerable<int> Added(Evidence evidence, Node node, HashSet<Node> seen)
    {
        var facts = evidence.Facts;
        if (!seen.Add(node)) yield break;
        foreach (var reader in facts.Readers(node))
        {
            var other = FlowFacts.First(reader) == node ? FlowFacts.Second(reader) : FlowFacts.First(reader);
            var isSum = reader.Op is Op.ScalarAdd or Op.VectorAdd or Op.MatrixAdd or Op.ScalarSubtract or Op.VectorSubtract or Op.MatrixSubtract;
            if (isSum && facts.SeesFeatures(other))
            {
                if (other.Origin != FlowOrigin.Features && Leads(facts, reader)) yield return reader.Index;
                continue;
            }

            var isCopy = isSum || reader.Op is Op.ScalarBroadcast or Op.VectorBroadcastColumns or Op.VectorBroadcastRows
                || (IsScaling(reader.Op) && facts.IsConstant(other));
            if (!isCopy || facts.SeesFeatures(other)) continue;
            foreach (var sum in Added(evidence, Node.Of(reader), seen)) yield return sum;
        }
    }

    private static bool IsScaling(Op op) => op is Op.ScalarMultiply or Op.VectorScale or Op.MatrixScale or Op.VectorMultiply or Op.MatrixMultiply;

    private static bool Leads(FlowFacts facts, FlowValue value) => value.LeftIn == facts.Flow.Prediction.Index || facts.Reaches(Node.Of(value));
}
