using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Flow;

/// <summary>One factor of a product.</summary>
/// <param name="Node">What is multiplied.</param>
/// <param name="IsDivisor">Whether it divides instead.</param>
internal readonly record struct Factor(Node Node, bool IsDivisor);

/// <summary>
/// A value taken apart into what it is a product of, whatever the order and kind of multiplication: scaling, elementwise and outer products,
/// quotients, products with matrices. Broadcasts, transposes and bounds of the size are looked through.
/// </summary>
internal sealed class Product
{
    private readonly FlowFacts facts;
    private readonly List<Factor> factors = [];
    private readonly HashSet<Node> nodes = [];

    private Product(FlowFacts facts) => this.facts = facts;

    /// <summary>What cannot be taken apart further.</summary>
    public IReadOnlyList<Factor> Factors => factors;

    /// <summary>All that was met: the value itself, products within it, and the factors.</summary>
    public IReadOnlySet<Node> Nodes => nodes;

    /// <summary>Places of the instructions that were looked through.</summary>
    public IEnumerable<int> Values => nodes.Where(node => node.IsValue).Select(node => node.Index);

    /// <summary>Takes a value apart.</summary>
    public static Product Of(FlowFacts facts, Node node)
    {
        var product = new Product(facts);
        product.Add(node, false);
        return product;
    }

    private void Add(Node node, bool divides)
    {
        node = facts.Resolve(node);
        if (!nodes.Add(node)) return;
        if (!node.IsValue || !AddParts(facts.Value(node), divides)) factors.Add(new Factor(node, divides));
    }

    private bool AddParts(FlowValue value, bool divides)
    {
        var (first, second) = (FlowFacts.First(value), FlowFacts.Second(value));
        switch (value.Op)
        {
            case Op.ScalarMultiply or Op.VectorMultiply or Op.MatrixMultiply or Op.VectorScale or Op.MatrixScale or Op.VectorOuter
                or Op.MatrixVectorProduct or Op.MatrixProduct:
                return AddBoth(first, divides, second, divides);
            case Op.ScalarDivide or Op.VectorDivide or Op.MatrixDivide:
                return AddBoth(first, divides, second, !divides);
            case Op.ScalarReciprocal or Op.VectorReciprocal or Op.MatrixReciprocal:
                return AddOnly(first, !divides);
            case Op.ScalarBroadcast or Op.VectorBroadcastColumns or Op.VectorBroadcastRows or Op.MatrixTranspose:
                return AddOnly(first, divides);
            case Op.VectorDot when SeesLabel(first) || SeesLabel(second):
                return AddBoth(first, divides, second, divides);
            case Op.ScalarAdd or Op.VectorAdd or Op.MatrixAdd when first == second:
                return AddOnly(first, divides);
            case Op.ScalarSubtract or Op.VectorSubtract or Op.MatrixSubtract when facts.Numbers.Constant(first) is 0:
                return AddOnly(second, divides);
        }

        return Bounds.Bounded(facts, value) is { } bounded && AddOnly(bounded.Value, divides);
    }

    private bool SeesLabel(Node node) => facts.InfluenceOn(node).HasFlag(Influence.Label);

    private bool AddBoth(Node first, bool firstDivides, Node second, bool secondDivides)
    {
        Add(first, firstDivides);
        Add(second, secondDivides);
        return true;
    }

    private bool AddOnly(Node only, bool divides)
    {
        Add(only, divides);
        return true;
    }
}
