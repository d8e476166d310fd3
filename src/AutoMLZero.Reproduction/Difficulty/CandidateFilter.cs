using System.Numerics;
using AutoMLZero.Language;

namespace AutoMLZero.Reproduction.Difficulty;

/// <summary>
/// Tells, without running them, programs that cannot learn linear regression to the end: those in whose prediction no vector takes part that is made
/// of its own earlier value and of features, by operations on vectors, and of labels and predictions. A vector that sums up nothing, or never hears
/// of its error, does not come close to the weights.
/// </summary>
/// <param name="cells">The memory.</param>
internal sealed class CandidateFilter(Cells cells)
{
    private const uint Example = 1;
    private const uint Labels = 2;
    private const uint Predictions = 4;
    private const uint Directions = 8;
    private const uint Wanted = Labels | Predictions | Directions;
    private const int FirstSelf = 4;
    private const uint OfScalars = Example | Labels | Predictions;

    private readonly uint[] carried = new uint[cells.Count];
    private readonly uint[] origins = new uint[cells.Count];
    private readonly int label = BitOperations.TrailingZeroCount(cells.Label);
    private readonly int features = BitOperations.TrailingZeroCount(cells.Features);
    private readonly uint scalars = cells.All(OperandType.Scalar);
    private readonly uint vectors = cells.Writable(OperandType.Vector);

    /// <summary>Whether a program may be able to.</summary>
    /// <param name="predict">Its Predict.</param>
    /// <param name="learn">Its Learn.</param>
    public bool MayLearn(ReadOnlySpan<Wire> predict, ReadOnlySpan<Wire> learn)
    {
        var weights = Needed(predict, cells.Prediction) & vectors;
        if (weights == 0 || !Reads(predict) || !IsWritten(weights, learn)) return false;
        Array.Clear(carried);
        while (Step(predict, learn))
        {
        }

        for (var rest = weights; rest != 0; rest &= rest - 1)
        {
            var cell = BitOperations.TrailingZeroCount(rest);
            if ((carried[cell] & Wanted) == Wanted && (carried[cell] & Self(cell)) != 0) return true;
        }

        return false;
    }

    /// <summary>What must be there before instructions so that cells are there after them.</summary>
    public static uint Needed(ReadOnlySpan<Wire> instructions, uint after)
    {
        for (var i = instructions.Length - 1; i >= 0; i--)
        {
            if ((after & instructions[i].Output) != 0) after = (after & ~instructions[i].Output) | instructions[i].Inputs;
        }

        return after;
    }

    private static uint Self(int cell) => 1u << (FirstSelf + cell);

    private bool Reads(ReadOnlySpan<Wire> predict) => (Needed(predict, cells.Prediction) & cells.Features) != 0;

    private static bool IsWritten(uint weights, ReadOnlySpan<Wire> learn)
    {
        foreach (var wire in learn)
        {
            if ((wire.Output & weights) != 0) return true;
        }

        return false;
    }

    /// <summary>One example: what the cells are made of after it. Returns whether that is news.</summary>
    private bool Step(ReadOnlySpan<Wire> predict, ReadOnlySpan<Wire> learn)
    {
        carried.AsSpan().CopyTo(origins);
        for (var rest = vectors; rest != 0; rest &= rest - 1)
        {
            var cell = BitOperations.TrailingZeroCount(rest);
            origins[cell] |= Self(cell);
        }

        (origins[label], origins[features]) = (0, Example | Directions);
        Follow(predict);
        for (var rest = scalars; rest != 0; rest &= rest - 1)
        {
            var cell = BitOperations.TrailingZeroCount(rest);
            if ((origins[cell] & Example) != 0) origins[cell] |= Predictions;
        }

        (origins[label], origins[features]) = (Labels, Example | Directions);
        Follow(learn);
        var isNews = false;
        for (var cell = 0; cell < origins.Length; cell++)
        {
            var after = carried[cell] | (origins[cell] & ~Example);
            isNews |= after != carried[cell];
            carried[cell] = after;
        }

        return isNews;
    }

    private void Follow(ReadOnlySpan<Wire> instructions)
    {
        foreach (var wire in instructions)
        {
            var made = 0u;
            for (var rest = wire.Inputs; rest != 0; rest &= rest - 1) made |= origins[BitOperations.TrailingZeroCount(rest)];
            origins[wire.OutputIndex] = (wire.Output & scalars) != 0 ? made & OfScalars : made;
        }
    }
}
