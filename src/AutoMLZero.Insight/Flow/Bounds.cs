using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Flow;

/// <summary>Minimum and maximum with a constant.</summary>
internal static class Bounds
{
    /// <summary>What an instruction keeps below or above a constant other than 0; null when it does nothing of the kind.</summary>
    public static (Node Value, Node Limit)? Bounded(FlowFacts facts, FlowValue value) =>
        Parts(facts, value) is { } parts && facts.Numbers.Constant(parts.Limit) is not (null or 0) ? parts : null;

    /// <summary>What an instruction keeps from being negative; null when it does nothing of the kind.</summary>
    public static Node? Rectified(FlowFacts facts, FlowValue value) =>
        IsMaximum(value.Op) && Parts(facts, value) is { } parts && facts.Numbers.Constant(parts.Limit) is 0 ? parts.Value : null;

    private static (Node Value, Node Limit)? Parts(FlowFacts facts, FlowValue value)
    {
        if (!IsMaximum(value.Op) && !IsMinimum(value.Op)) return null;
        var (first, second) = (FlowFacts.First(value), FlowFacts.Second(value));
        return (facts.IsConstant(first), facts.IsConstant(second)) switch
        {
            (true, false) => (second, first),
            (false, true) => (first, second),
            _ => null,
        };
    }

    private static bool IsMaximum(Op op) => op is Op.ScalarMaximum or Op.VectorMaximum or Op.MatrixMaximum;

    private static bool IsMinimum(Op op) => op is Op.ScalarMinimum or Op.VectorMinimum or Op.MatrixMinimum;
}
