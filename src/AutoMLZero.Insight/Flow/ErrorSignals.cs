using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Flow;

/// <summary>Finds errors: the label minus the prediction, or the opposite, whatever of both is scaled or squashed.</summary>
internal sealed class ErrorSignals
{
    private readonly FlowFacts facts;
    private readonly Dictionary<Node, int> predictions = [];
    private readonly HashSet<Node> parts = [];
    private readonly Dictionary<Node, int?> signs = [];

    /// <summary>Looks at a program.</summary>
    public ErrorSignals(FlowFacts facts)
    {
        this.facts = facts;
        var prediction = facts.Resolve(Node.OfMemory(facts.Flow.Prediction.Index, ComponentFunction.Learn));
        predictions.Add(prediction, 1);
        if (!prediction.IsValue) return;
        foreach (var term in Sum.Of(facts, prediction).Terms)
        {
            parts.Add(term.Node);
            foreach (var node in Product.Of(facts, term.Node).Nodes.Where(IsPrediction)) predictions.TryAdd(node, term.Sign);
        }
    }

    /// <summary>1 for label minus prediction, -1 for the opposite, 0 for an error whose sign is not known; null for what is not an error.</summary>
    public int? SignOf(Node node)
    {
        node = facts.Resolve(node);
        if (!node.IsValue) return null;
        if (signs.TryGetValue(node, out var known)) return known;
        signs[node] = null;
        return signs[node] = Find(facts.Value(node));
    }

    /// <summary>Whether a node is an error.</summary>
    public bool Contains(Node node) => SignOf(node) is not null;

    private int? Find(FlowValue value)
    {
        if (value.Function == ComponentFunction.Setup || value.Type == OperandType.Matrix) return null;
        if (value.Op is Op.ScalarSin or Op.ScalarArctan or Op.ScalarTan or Op.ScalarArcsin) return SignOf(FlowFacts.First(value));
        if (Bounds.Bounded(facts, value) is { } bounded) return SignOf(bounded.Value);
        if (!IsSum(value.Op)) return null;
        var terms = Sum.Of(facts, Node.Of(value)).Terms;
        if (!terms.All(term => IsLabel(term) || SignOfPrediction(term) is not null || parts.Contains(term.Node) || facts.IsConstant(term.Node))) return null;
        foreach (var label in terms.Where(IsLabel))
        {
            if (terms.Any(term => SignOfPrediction(term) is { } sign && sign * label.Sign <= 0)) return label.Sign;
        }

        return null;
    }

    private static bool IsSum(Op op) => op is Op.ScalarAdd or Op.ScalarSubtract or Op.VectorAdd or Op.VectorSubtract;

    private bool IsLabel(Term term)
    {
        var product = Product.Of(facts, term.Node);
        return product.Factors.Any(factor => factor.Node.IsLabel) && product.Factors.All(factor => factor.Node.IsLabel || facts.IsConstant(factor.Node));
    }

    /// <summary>1 when the prediction is in a term, -1 when it is subtracted, 0 when that is not known; null when it is not in the term.</summary>
    private int? SignOfPrediction(Term term)
    {
        var product = Product.Of(facts, term.Node);
        if (product.Factors.Any(factor => factor.Node.IsLabel || (factor.IsDivisor && predictions.ContainsKey(factor.Node)))) return null;
        var met = product.Nodes.Where(predictions.ContainsKey).ToArray();
        return met.Length == 0 ? null : term.Sign * predictions[met[0]];
    }

    private bool IsPrediction(Node node) =>
        node.IsValue && facts.Value(node).Type == facts.Flow.Prediction.Type && DependsOnMemory(node, []);

    private bool DependsOnMemory(Node node, HashSet<Node> seen)
    {
        if (!seen.Add(node)) return false;
        if (node.IsMemory) return !facts.IsConstant(node);
        return node.IsValue && FlowFacts.NodesOf(facts.Value(node)).Any(operand => DependsOnMemory(operand, seen));
    }
}
