using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Language;

namespace AutoMLZero.Insight.Flow;

/// <summary>Finds the gradient steps of a program.</summary>
internal sealed class GradientSteps
{
    private readonly FlowFacts facts;
    private readonly ErrorSignals errors;

    private GradientSteps(FlowFacts facts, ErrorSignals errors) => (this.facts, this.errors) = (facts, errors);

    /// <summary>The gradient steps, by cell.</summary>
    public static ImmutableArray<GradientStep> Find(FlowFacts facts, ErrorSignals errors)
    {
        var steps = new GradientSteps(facts, errors);
        return [.. facts.Flow.Memory.SelectMany(memory => steps.OfMemory(memory))];
    }

    private IEnumerable<GradientStep> OfMemory(FlowMemory memory)
    {
        if (!facts.Accumulates(memory.Index)) yield break;
        var paths = Paths.Of(facts, errors, memory.Index);
        if (paths.Count == 0) yield break;
        foreach (var update in (ImmutableArray<int>)[memory.Predict, memory.Learn])
        {
            if (update >= 0 && Find(memory.Index, update, paths) is { } step) yield return step;
        }
    }

    private GradientStep? Find(int memory, int update, IReadOnlyList<Path> paths)
    {
        var sum = Sum.Of(facts, Node.OfValue(update), errors.Contains);
        if (sum.Terms.FirstOrDefault(term => term.Sign >= 0 && facts.IsFormer(term.Node, memory)) is not { } former) return null;
        var candidates =
            from term in sum.Terms
            where term != former && !term.Scales.Any(scale => facts.Numbers.Constant(scale) is 0)
            let product = Product.Of(facts, term.Node)
            from factor in product.Factors
            where !product.Factors.Any(other => !other.IsDivisor && facts.Numbers.Constant(other.Node) is 0)
            where !factor.IsDivisor && errors.Contains(factor.Node)
            from path in paths
            where Fits(path, product) && SignOf(term, product, factor.Node, path) >= 0
            orderby path.Partner is null
            select Step(memory, update, sum, term, product, factor.Node, path);
        return candidates.FirstOrDefault();
    }

    private GradientStep Step(int memory, int update, Sum sum, Term term, Product product, Node error, Path path) => new(
        memory,
        update,
        error,
        path,
        [.. product.Factors, .. term.Scales.Select(scale => new Factor(scale, false))],
        [.. product.Nodes],
        [.. sum.Inner, .. product.Values.Where(value => IsPartOfStep(value)), .. sum.Nodes.Where(node => node == term.Node && node.IsValue).Select(node => node.Index), error.Index]);

    /// <summary>Factors from Predict, such as the activations, are not instructions of the step.</summary>
    private bool IsPartOfStep(int value) => facts.Flow.Values[value].Function != ComponentFunction.Setup
        && facts.InfluenceOn(Node.OfValue(value)).HasFlag(Influence.Label);

    private bool Fits(Path path, Product product)
    {
        if (path.Partner is not { } partner) return true;
        if (product.Nodes.Contains(partner)) return true;
        var needed = Product.Of(facts, partner).Factors.Where(factor => facts.SeesFeatures(factor.Node)).ToArray();
        return needed.Length > 0 && needed.All(factor => product.Factors.Contains(factor));
    }

    /// <summary>1 when the step goes down the error, -1 when it goes up, 0 when that is not known.</summary>
    private int SignOf(Term term, Product product, Node error, Path path)
    {
        var sign = term.Sign * (errors.SignOf(error) ?? 0) * path.Sign;
        foreach (var factor in product.Factors)
        {
            if (factor.Node != error && factor.Node != path.Partner && !facts.SeesFeatures(factor.Node)) sign *= Signs.Of(facts, factor.Node);
        }

        foreach (var scale in path.Scales.Where(scale => !product.Nodes.Contains(scale))) sign *= Signs.Of(facts, scale);
        return sign;
    }
}
