using System.Collections.Immutable;
using AutoMLZero.Language;

namespace AutoMLZero.Search;

/// <summary>
/// What the registers of linear genetic programming hold when <c>Predict</c> begins (Brameier and Banzhaf, Linear Genetic Programming, section 2.1):
/// <c>s1</c>, where the prediction is left, 0, or of several classes <c>s1</c>, <c>s2</c>, ... for their scores; then the features; then constants; the
/// others 0. All registers can be overwritten.
/// </summary>
/// <param name="Constants">The constants, finite.</param>
public sealed record Registers(ImmutableArray<double> Constants)
{
    /// <summary>The vector that holds the scores of several classes.</summary>
    private const byte ScoresOfClasses = 2;

    /// <summary>The number of scalar addresses that they need at least.</summary>
    /// <param name="features">Number of features F.</param>
    /// <param name="classes">Number of classes C; 0 unless there are several.</param>
    public int Needed(int features, int classes = 0) => BeforeFeatures(classes) + features + Constants.Length;

    /// <summary>The instructions that set all registers, with which every <c>Predict</c> begins: nothing is carried from one example to the next.</summary>
    /// <param name="scalars">Number of scalar addresses.</param>
    /// <param name="features">Number of features F.</param>
    /// <param name="classes">Number of classes C; 0 unless there are several.</param>
    /// <exception cref="InputException">There are fewer addresses than they need.</exception>
    public ImmutableArray<Instruction> Start(int scalars, int features, int classes = 0)
    {
        if (scalars < Needed(features, classes))
            throw new InputException($"the number of scalars is {scalars}, expected at least {Needed(features, classes)} for label, {Outputs(classes)}, {features} features and {Constants.Length} constants");
        var start = ImmutableArray.CreateBuilder<Instruction>(scalars - 1);
        for (var register = 1; register < scalars; register++) start.Add(Setting((byte)register, register - BeforeFeatures(classes), features));
        return start.MoveToImmutable();
    }

    /// <summary>
    /// The instructions with which every <c>Predict</c> ends: of several classes they take the scores from the registers to where scores are; else there
    /// are none. The first does nothing, where a guard before it does no harm.
    /// </summary>
    /// <param name="features">Number of features F, at least C.</param>
    /// <param name="classes">Number of classes C; 0 unless there are several.</param>
    public static ImmutableArray<Instruction> End(int features, int classes) => classes == 0 ? [] :
    [
        new Instruction(Op.NoOp),
        new Instruction(Op.ScalarBroadcast, ScoresOfClasses, 1),
        .. Enumerable.Range(1, classes - 1).Select(index => new Instruction(Op.SetElement, ScoresOfClasses, (byte)(index + 1), Constant1: Position(index, features))),
    ];

    /// <summary>The positions of all features, as the instructions that set registers have them.</summary>
    /// <param name="features">Number of features F.</param>
    public static ImmutableArray<double> Elements(int features) => [.. Enumerable.Range(0, features).Select(feature => Position(feature, features))];

    /// <summary>What registers are for besides features and constants, as an error message says it.</summary>
    internal static string Outputs(int classes) => classes == 0 ? "prediction" : $"{classes} scores";

    private static int BeforeFeatures(int classes) => 1 + Math.Max(1, classes);

    /// <summary>Whether both have the same constants.</summary>
    /// <param name="other">What to compare with.</param>
    public bool Equals(Registers? other) => other is not null && Constants.AsSpan().SequenceEqual(other.Constants.AsSpan());

    /// <summary>A hash for use within one process only.</summary>
    public override int GetHashCode() => Constants.Length;

    private Instruction Setting(byte register, int place, int features)
    {
        if (place >= 0 && place < features) return new Instruction(Op.VectorElement, register, Constant1: Position(place, features));
        var constant = place - features;
        return new Instruction(Op.ScalarConstant, register, Constant1: constant >= 0 && constant < Constants.Length ? Constants[constant] : 0);
    }

    /// <summary>The number with the fewest digits that stands for the position of an element.</summary>
    private static double Position(int element, int features)
    {
        for (var scale = 1.0; ; scale *= 10)
        {
            var position = Math.Ceiling(element * scale / features) / scale;
            if (position < 1 && (int)Math.Floor(features * position) == element) return position;
        }
    }
}
