using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Flow;

/// <summary>Follows a memory cell forward to the prediction.</summary>
internal sealed class Paths
{
    private readonly FlowFacts facts;
    private readonly ErrorSignals errors;
    private readonly List<Path> found = [];
    private readonly HashSet<Node> seen = [];

    private Paths(FlowFacts facts, ErrorSignals errors) => (this.facts, this.errors) = (facts, errors);

    /// <summary>The ways by which a cell leads to the prediction.</summary>
    public static IReadOnlyList<Path> Of(FlowFacts facts, ErrorSignals errors, int memory)
    {
        var paths = new Paths(facts, errors);
        paths.FollowMemory(memory, new Path(null, 1, [], []));
        return paths.found;
    }

    private void FollowMemory(int memory, Path path)
    {
        foreach (var content in FlowFacts.Contents(memory)) Follow(content, path);
    }

    private void Follow(Node node, Path path)
    {
        if (!seen.Add(node)) return;
        foreach (var reader in facts.Readers(node)) Follow(node, reader, path with { Values = path.Values.Add(reader.Index) });
    }

    private void Follow(Node node, FlowValue reader, Path path)
    {
        if (FlowFacts.First(reader) == node && Step(reader, isFirst: true, path) is { } byFirst) Arrive(reader, byFirst);
        else if (FlowFacts.Second(reader) == node && Step(reader, isFirst: false, path) is { } bySecond) Arrive(reader, bySecond);
    }

    private void Arrive(FlowValue reader, Path path)
    {
        var isPrediction = reader.LeftIn == facts.Flow.Prediction.Index;
        if (path.Partner is not null || isPrediction)
        {
            if (isPrediction || Leads(reader)) found.Add(path with { Sign = path.Sign * (isPrediction ? 1 : SignFrom(Node.Of(reader), [])) });
            if (path.Partner is not null) return;
        }

        Follow(Node.Of(reader), path);
        if (reader.LeftIn >= 0 && !isPrediction) FollowMemory(reader.LeftIn, path);
    }

    private bool Leads(FlowValue value) => facts.Reaches(Node.Of(value)) || (value.LeftIn >= 0 && facts.ReachesFrom(value.LeftIn));

    /// <summary>1 when the prediction grows with a value of Predict, -1 when it shrinks, 0 when that is not known.</summary>
    private int SignFrom(Node node, HashSet<Node> visited)
    {
        var signs = new HashSet<int>();
        if (!visited.Add(node)) return 0;
        foreach (var reader in facts.Readers(node))
        {
            if (Step(reader, FlowFacts.First(reader) == node, new Path(null, 1, [], [])) is not { } step) continue;
            var sign = step.Partner is null ? step.Scales.Aggregate(step.Sign, (product, scale) => product * Signs.Of(facts, scale)) : 0;
            signs.Add(sign * (reader.LeftIn == facts.Flow.Prediction.Index ? 1 : SignFrom(Node.Of(reader), visited)));
        }

        return signs.Count == 1 ? signs.Single() : 0;
    }

    /// <summary>What becomes of a path at an instruction; null when it ends there.</summary>
    private Path? Step(FlowValue reader, bool isFirst, Path path)
    {
        var other = isFirst ? FlowFacts.Second(reader) : FlowFacts.First(reader);
        if (IsSquashed(reader.Op)) return null;
        if (reader.Op is Op.ScalarSubtract or Op.VectorSubtract or Op.MatrixSubtract) return isFirst ? path : path with { Sign = -path.Sign };
        if (reader.Op is Op.VectorScale or Op.MatrixScale && !isFirst) return Scaled(path, other);
        if (reader.Op is Op.ScalarDivide && isFirst) return Scaled(path, other);
        if (!IsProduct(reader.Op)) return KeepsSign(reader.Op) ? path : path with { Sign = 0 };
        if (reader.Op is Op.MatrixVectorProduct && !isFirst) return path with { Sign = 0 };
        if (facts.IsConstant(other)) return Scaled(path, other);
        if (reader.Function == ComponentFunction.Learn) return null;
        return facts.SeesFeatures(other) ? path with { Partner = facts.Resolve(other) } : path with { Sign = 0 };
    }

    /// <summary>What an error multiplies is not a way to the prediction but a step of something else.</summary>
    private Path? Scaled(Path path, Node scale) =>
        Product.Of(facts, scale).Factors.Any(factor => errors.Contains(factor.Node)) ? null : path with { Scales = path.Scales.Add(facts.Resolve(scale)) };

    private static bool IsSquashed(Op op) => op is Op.ScalarHeaviside or Op.VectorHeaviside or Op.MatrixHeaviside;

    private static bool IsProduct(Op op) => op is Op.ScalarMultiply or Op.VectorMultiply or Op.MatrixMultiply or Op.VectorScale or Op.MatrixScale
        or Op.VectorDot or Op.MatrixVectorProduct or Op.MatrixProduct or Op.VectorOuter or Op.ScalarDivide or Op.VectorDivide or Op.MatrixDivide;

    private static bool KeepsSign(Op op) => op is Op.ScalarAdd or Op.VectorAdd or Op.MatrixAdd or Op.ScalarMinimum or Op.VectorMinimum or Op.MatrixMinimum
        or Op.ScalarMaximum or Op.VectorMaximum or Op.MatrixMaximum or Op.ScalarBroadcast or Op.VectorBroadcastColumns or Op.VectorBroadcastRows
        or Op.MatrixTranspose or Op.VectorMean or Op.MatrixMean or Op.MatrixRowMean or Op.VectorElement or Op.ScalarArctan or Op.ScalarArcsin or Op.ScalarExp
        or Op.VectorConstant or Op.MatrixConstant or Op.SetElement;
}
