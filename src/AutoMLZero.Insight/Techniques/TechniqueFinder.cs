using System.Collections.Immutable;
using AutoMLZero.Analysis;
using AutoMLZero.Insight.Flow;

namespace AutoMLZero.Insight.Techniques;

/// <summary>Recognizes techniques of machine learning by what a program computes from what, whatever its names and the order of its lines.</summary>
public static class TechniqueFinder
{
    private static readonly ImmutableArray<Pattern> Patterns =
    [
        new("gradient-step", "A memory grows by an error times what it is multiplied with in the prediction.", StepPatterns.Gradient),
        new("learning-rate", "Steps are scaled by a number that does not depend on the examples.", RatePatterns.Rate),
        new("learning-rate-decay", "The number that scales the steps shrinks from example to example.", RatePatterns.Decay),
        new("bias", "A learned number or vector is added to what depends on the features.", StepPatterns.Bias),
        new("relu", "What depends on the features is kept from being negative.", UnitPatterns.Relu),
        new("noisy-relu", "Random numbers are added before what depends on the features is kept from being negative.", UnitPatterns.NoisyRelu),
        new("input-noise", "Random numbers, drawn for each example, are added to the features.", UnitPatterns.InputNoise),
        new("multiplicative", "Two things that depend on the features are multiplied with each other.", UnitPatterns.Multiplicative),
        new("normalized-gradient", "Steps are divided by the size of the gradient.", RatePatterns.Normalized),
        new("weight-averaging", "Weights are added up over the examples, and the sum predicts, too.", AveragingPattern.Averaging),
        new("clipping", "What depends on the examples is bounded by a constant.", UnitPatterns.Clipping),
        new("random-initialization", "Weights that are learned start as random numbers.", StepPatterns.RandomStart),
        new("weight-derived-learning-rate", "Steps are scaled by a number that is computed from the weights.", RatePatterns.FromWeights),
    ];

    /// <summary>The names of all techniques that are known.</summary>
    public static ImmutableArray<string> Ids { get; } = [.. Patterns.Select(pattern => pattern.Id)];

    /// <summary>The techniques that a program uses, in the order of <see cref="Ids"/>.</summary>
    /// <param name="flow">The program.</param>
    public static ImmutableArray<Technique> Find(DataFlow flow) => Find(new Evidence(new FlowFacts(flow)));

    /// <summary>The techniques of a program that was looked at.</summary>
    internal static ImmutableArray<Technique> Find(Evidence evidence)
    {
        var found = ImmutableArray.CreateBuilder<Technique>();
        foreach (var pattern in Patterns)
        {
            var lines = pattern.Find(evidence).ToImmutableSortedSet();
            if (!lines.IsEmpty) found.Add(new Technique(pattern.Id, pattern.Meaning, [.. lines.Select(line => evidence.Facts.Flow.Values[line])]));
        }

        return found.ToImmutable();
    }
}
