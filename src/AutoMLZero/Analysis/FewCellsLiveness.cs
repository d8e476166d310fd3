using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>
/// As <see cref="LivenessFixpoint"/>, for programs with few cells, few instructions and no guards: sets are words, and nothing branches on them.
/// Reused from program to program.
/// </summary>
internal sealed class FewCellsLiveness
{
    /// <summary>Number of instructions there can be.</summary>
    public const int MaxLength = 64;

    /// <summary>An address that matters even if the program does not name it: that of the prediction.</summary>
    private const int LeastLargest = 2;

    private readonly FewCellsFootprint[] footprints = new FewCellsFootprint[MaxLength];
    private int predictStart;
    private int learnStart;
    private int length;
    private ulong effective;

    /// <summary>The cells whose content matters before <c>Predict</c>, and after.</summary>
    public ulong BeforePredict { get; private set; }

    /// <inheritdoc cref="BeforePredict"/>
    public ulong AfterPredict { get; private set; }

    /// <summary>The cells that a function finds set by the task.</summary>
    public ulong Given { get; private set; }

    /// <summary>Number of cells that the program can name.</summary>
    public int Cells { get; private set; }

    /// <summary>The largest operation of the program.</summary>
    public Op LargestOp { get; private set; }

    /// <summary>Finds the effective instructions, unless there are too many instructions or cells, or guards.</summary>
    /// <param name="program">The program.</param>
    /// <param name="given">The cells that a function finds set by the task.</param>
    /// <param name="prediction">The cell of the prediction.</param>
    /// <returns>Whether they were found.</returns>
    public bool TryFind(Program program, ulong given, int prediction)
    {
        var (setup, predict, learn) = (program.Setup, program.Predict, program.Learn);
        predictStart = setup.Length;
        learnStart = predictStart + predict.Length;
        length = learnStart + learn.Length;
        if (length > MaxLength) return false;
        var largest = FewCellsFootprint.Read(setup.AsSpan(), footprints, Vector128<byte>.Zero);
        largest = FewCellsFootprint.Read(predict.AsSpan(), footprints.AsSpan(predictStart), largest);
        largest = FewCellsFootprint.Read(learn.AsSpan(), footprints.AsSpan(learnStart), largest);
        LargestOp = (Op)largest[0];
        Cells = Source.Cells(Math.Max(Math.Max(LeastLargest, (int)largest[1]), Math.Max((int)largest[2], largest[3])) + 1);
        if (LargestOp >= Op.IfGreater || Cells > FewCellsFootprint.Capacity) return false;
        Given = given;
        Find(1UL << prediction);
        return true;
    }

    /// <summary>The effective instructions of a function, a bit for the place of each.</summary>
    public ulong Effective(ComponentFunction function) => function switch
    {
        ComponentFunction.Setup => Bits(0, predictStart),
        ComponentFunction.Predict => Bits(predictStart, learnStart),
        _ => Bits(learnStart, length),
    };

    /// <summary>What an instruction of a function touches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly FewCellsFootprint Footprint(ComponentFunction function, int place) =>
        ref footprints[place + (function == ComponentFunction.Setup ? 0 : function == ComponentFunction.Predict ? predictStart : learnStart)];

    /// <summary>Writes the places of the effective instructions of a function.</summary>
    /// <returns>Their number.</returns>
    public int CopyEffective(ComponentFunction function, Span<int> places)
    {
        var count = 0;
        for (var left = Effective(function); left != 0; left &= left - 1) places[count++] = BitOperations.TrailingZeroCount(left);
        return count;
    }

    /// <summary>Goes backwards through instructions once.</summary>
    /// <param name="first">The footprint of the first instruction of all.</param>
    /// <param name="start">The first that is looked at.</param>
    /// <param name="end">The first that is not.</param>
    /// <param name="live">The cells whose content matters after them.</param>
    /// <param name="found">A bit for the place of each instruction that matters.</param>
    /// <returns>The cells whose content matters before them.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Pass(ref FewCellsFootprint first, int start, int end, ulong live, out ulong found)
    {
        var effective = 0UL;
        for (var i = end - 1; i >= start; i--)
        {
            ref readonly var footprint = ref Unsafe.Add(ref first, i);
            var isLive = (live & footprint.Output) != 0 ? 1UL : 0;
            effective |= isLive << i;
            live = (live & ~footprint.Lost) | (footprint.Inputs & (0 - isLive));
        }

        found = effective;
        return live;
    }

    /// <summary>After <c>Predict</c> comes <c>Learn</c>, or, while validating and from epoch to epoch, <c>Predict</c> again.</summary>
    private void Find(ulong prediction)
    {
        var (before, after) = (0UL, prediction);
        effective = 0;
        ulong last;
        do
        {
            last = after;
            before |= Pass(predictStart, learnStart, last) & ~Given;
            after |= before | (Pass(learnStart, length, before) & ~Given);
        }
        while (last != after);
        Pass(0, predictStart, before);
        (BeforePredict, AfterPredict) = (before, after);
    }

    private ulong Pass(int start, int end, ulong live)
    {
        var before = Pass(ref MemoryMarshal.GetArrayDataReference(footprints), start, end, live, out var found);
        effective |= found;
        return before;
    }

    private ulong Bits(int start, int end) => end == start ? 0 : effective >> start & (ulong.MaxValue >> (MaxLength - (end - start)));
}
