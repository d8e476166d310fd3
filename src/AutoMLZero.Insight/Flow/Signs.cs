using AutoMLZero.Language;

namespace AutoMLZero.Insight.Flow;

/// <summary>What is known of the signs of values.</summary>
internal static class Signs
{
    /// <summary>1 when a value is positive wherever it is not 0, -1 when it is negative, 0 when that is not known.</summary>
    public static int Of(FlowFacts facts, Node node)
    {
        if (facts.Numbers.Series(node) is { } series) return series.All(number => number > 0) ? 1 : series.All(number => number < 0) ? -1 : 0;
        return node.IsValue && IsNeverNegative(facts.Value(node).Op) ? 1 : 0;
    }

    private static bool IsNeverNegative(Op op) => op is Op.VectorNorm or Op.MatrixNorm or Op.MatrixColumnNorm or Op.MatrixRowNorm
        or Op.VectorStd or Op.MatrixStd or Op.MatrixRowStd or Op.ScalarAbs or Op.VectorAbs or Op.MatrixAbs or Op.ScalarExp
        or Op.ScalarHeaviside or Op.VectorHeaviside or Op.MatrixHeaviside;
}
