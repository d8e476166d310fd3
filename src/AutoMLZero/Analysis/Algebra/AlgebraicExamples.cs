using AutoMLZero.Numerics;

namespace AutoMLZero.Analysis.Algebra;

/// <summary>Examples of random field elements, always the same, each also with other features and with another label.</summary>
internal sealed class AlgebraicExamples
{
    private const ulong Seed = 0x416C676562726121;

    private readonly ulong[][] features;
    private readonly ulong[] labels;
    private readonly int count;

    /// <summary>Draws the examples.</summary>
    /// <param name="dimension">Number of features F, of which memory holds some.</param>
    /// <param name="count">Number of examples.</param>
    public AlgebraicExamples(int dimension, int count)
    {
        this.count = count;
        var random = new RandomSource(Seed);
        var elements = Math.Min(dimension, AlgebraicMemory.MostElements);
        features = [.. Enumerable.Range(0, 2 * count).Select(_ => Draw(elements, random))];
        labels = Draw(2 * count, random);
    }

    /// <summary>The features of an example.</summary>
    public ReadOnlySpan<ulong> Features(int example, bool moved) => features[moved ? count + example : example];

    /// <summary>The label of an example.</summary>
    public ulong Label(int example, bool relabeled) => labels[relabeled ? count + example : example];

    /// <summary>Elements that stand for a one-hot label.</summary>
    public static void OneHot(ulong label, Span<ulong> target)
    {
        for (var i = 0; i < target.Length; i++) target[i] = AlgebraicFunctions.Hash((ulong)i, label);
    }

    private static ulong[] Draw(int count, RandomSource random)
    {
        var drawn = new ulong[count];
        for (var i = 0; i < count; i++) drawn[i] = PrimeField.OfBits(random.NextBits());
        return drawn;
    }
}
