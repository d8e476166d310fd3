using AutoMLZero.Analysis;
using AutoMLZero.Insight.Flow;

namespace AutoMLZero.Insight.Techniques;

/// <summary>Weight averaging.</summary>
internal static class AveragingPattern
{
    /// <summary>
    /// Weights are added up in another cell, and both lead to the prediction. When the weights do so only through the sum, they are a
    /// velocity: that is momentum.
    /// </summary>
    public static IEnumerable<int> Averaging(Evidence evidence)
    {
        var facts = evidence.Facts;
        foreach (var step in evidence.Steps)
        {
            foreach (var sum in facts.Flow.Memory.Where(memory => memory.Index != step.Memory && facts.Accumulates(memory.Index)))
            {
                if (!facts.ReachesFrom(sum.Index) || !facts.ReachesFrom(step.Memory, without: sum.Index)) continue;
                foreach (var update in Updates(sum).Where(update => Adds(evidence, update, sum.Index, step)))
                {
                    yield return step.Update;
                    yield return update;
                }
            }
        }
    }

    private static IEnumerable<int> Updates(FlowMemory memory) => new[] { memory.Predict, memory.Learn }.Where(left => left >= 0);

    private static bool Adds(Evidence evidence, int update, int memory, GradientStep step)
    {
        var sum = Sum.Of(evidence.Facts, Node.OfValue(update), node => evidence.Errors.Contains(node) || node == Node.OfValue(step.Update));
        return sum.Terms.Any(term => evidence.Facts.IsFormer(term.Node, memory))
            && sum.Terms.Any(term => IsWeights(evidence.Facts, term.Node, step));
    }

    private static bool IsWeights(FlowFacts facts, Node node, GradientStep step) =>
        node == Node.OfValue(step.Update) || facts.IsFormer(node, step.Memory);
}
