using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Insight.Flow;

namespace AutoMLZero.Insight.Techniques;

/// <summary>What patterns look at.</summary>
internal sealed class Evidence
{
    /// <summary>Looks at a program.</summary>
    public Evidence(FlowFacts facts)
    {
        Facts = facts;
        Errors = new ErrorSignals(facts);
        Steps = GradientSteps.Find(facts, Errors);
    }

    /// <summary>What is known of values and memory.</summary>
    public FlowFacts Facts { get; }

    /// <summary>The errors.</summary>
    public ErrorSignals Errors { get; }

    /// <summary>The gradient steps.</summary>
    public ImmutableArray<GradientStep> Steps { get; }

    /// <summary>Whether a cell is made, example by example, from its former content and the label.</summary>
    public bool IsLearned(FlowMemory memory) => Facts.Accumulates(memory.Index)
        && new[] { memory.Predict, memory.Learn }.Any(left => left >= 0 && Facts.InfluenceOn(Node.OfValue(left)).HasFlag(Influence.Label));

    /// <summary>Places of the instructions between a node and what it is made from within one example and from Setup, itself included.</summary>
    public IEnumerable<int> Origins(Node node)
    {
        var seen = new HashSet<int>();
        var open = new Stack<Node>([node]);
        while (open.TryPop(out var next))
        {
            if (next.IsMemory && Facts.Flow.Memory[next.Index] is { Setup: >= 0 } memory && Facts.IsConstant(next)) open.Push(Node.OfValue(memory.Setup));
            if (Facts.Resolve(next) is not { IsValue: true } value || !seen.Add(value.Index)) continue;
            foreach (var operand in FlowFacts.NodesOf(Facts.Value(value))) open.Push(operand);
        }

        return seen;
    }
}
