using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Flow;

/// <summary>A value taken apart into what it is a sum of. A product with a constant, and bounds of the size, are looked through.</summary>
internal sealed class Sum
{
    private readonly FlowFacts facts;
    private readonly Func<Node, bool> isWhole;
    private readonly List<Term> terms = [];
    private readonly HashSet<Node> nodes = [];

    private Sum(FlowFacts facts, Func<Node, bool> isWhole) => (this.facts, this.isWhole) = (facts, isWhole);

    /// <summary>What is added up.</summary>
    public IReadOnlyList<Term> Terms => terms;

    /// <summary>All that was met: the value itself, sums within it, and the terms.</summary>
    public IReadOnlySet<Node> Nodes => nodes;

    /// <summary>Places of the instructions that were looked through, terms apart.</summary>
    public IEnumerable<int> Inner => nodes.Where(node => node.IsValue && terms.All(term => term.Node != node)).Select(node => node.Index);

    /// <summary>Takes a value apart.</summary>
    /// <param name="facts">What is known of the program.</param>
    /// <param name="node">The value.</param>
    /// <param name="isWhole">What is not taken apart.</param>
    public static Sum Of(FlowFacts facts, Node node, Func<Node, bool>? isWhole = null)
    {
        var sum = new Sum(facts, isWhole ?? (_ => false));
        sum.Add(node, new Term(node, 1, []));
        return sum;
    }

    private void Add(Node node, Term around)
    {
        node = facts.Resolve(node);
        if (!nodes.Add(node)) return;
        if (!node.IsValue || isWhole(node) || !AddParts(facts.Value(node), around)) terms.Add(around with { Node = node });
    }

    private bool AddParts(FlowValue value, Term around)
    {
        var (first, second) = (FlowFacts.First(value), FlowFacts.Second(value));
        switch (value.Op)
        {
            case Op.ScalarAdd or Op.VectorAdd or Op.MatrixAdd:
                Add(first, around);
                Add(second, around);
                return true;
            case Op.ScalarSubtract or Op.VectorSubtract or Op.MatrixSubtract:
                Add(first, around);
                Add(second, around with { Sign = -around.Sign });
                return true;
            case Op.ScalarMultiply or Op.VectorScale or Op.MatrixScale or Op.VectorMultiply or Op.MatrixMultiply when facts.IsConstant(first):
                Add(second, Scaled(around, first));
                return true;
            case Op.ScalarMultiply or Op.VectorMultiply or Op.MatrixMultiply or Op.ScalarDivide or Op.VectorDivide or Op.MatrixDivide
                when facts.IsConstant(second):
                Add(first, Scaled(around, second));
                return true;
        }

        if (Bounds.Bounded(facts, value) is not { } bounded) return false;
        Add(bounded.Value, around);
        return true;
    }

    private Term Scaled(Term around, Node scale) => around with
    {
        Sign = around.Sign * (facts.Numbers.Constant(scale) is { } number ? Math.Sign(number) : 0),
        Scales = around.Scales.Add(facts.Resolve(scale)),
    };
}
