using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>What of <c>Predict</c> matters in the last validation, after which <c>Learn</c> never runs again.</summary>
internal static class ValidationPart
{
    /// <summary>The largest number of instructions of which a part is found.</summary>
    public const int MaxLength = 8;

    private const int MaxAddress = (FewCellsFootprint.Capacity / 3) - 1;

    /// <summary>The instructions on which predictions of regression or two classes depend.</summary>
    /// <param name="predict">Instructions without guards.</param>
    /// <param name="part">Room for <see cref="MaxLength"/>.</param>
    /// <returns>The part; all of them when there are too many instructions or cells to look at.</returns>
    public static ReadOnlySpan<Instruction> Of(ReadOnlySpan<Instruction> predict, Span<Instruction> part)
    {
        if (predict.Length > MaxLength) return predict;
        var found = Find(predict);
        var count = 0;
        for (var i = 0; i < predict.Length; i++)
        {
            part[count] = predict[i];
            count += (int)(found >> i & 1);
        }

        return part[..count];
    }

    /// <returns>A bit for the place of each instruction on which a prediction depends.</returns>
    [SkipLocalsInit]
    private static ulong Find(ReadOnlySpan<Instruction> predict)
    {
        Span<FewCellsFootprint> footprints = stackalloc FewCellsFootprint[MaxLength];
        var largest = FewCellsFootprint.Read(predict, footprints, Vector128<byte>.Zero);
        if (Math.Max(largest[1], Math.Max(largest[2], largest[3])) > MaxAddress) return ulong.MaxValue;
        var given = Bit(OperandType.Scalar, 0) | Bit(OperandType.Vector, 0);
        var after = Bit(OperandType.Scalar, 1);
        ulong found, last;
        do
        {
            last = after;
            after |= FewCellsLiveness.Pass(ref footprints[0], 0, predict.Length, last, out found) & ~given;
        }
        while (after != last);
        return found;
    }

    private static ulong Bit(OperandType type, int address) => 1UL << Source.Cell(type, address);
}
