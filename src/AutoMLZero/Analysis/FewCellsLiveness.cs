using System.Numerics;

namespace AutoMLZero.Analysis;

/// <summary>As <see cref="LivenessFixpoint"/>, for programs with few cells and few instructions: sets are words, and nothing branches on them.</summary>
internal ref struct FewCellsLiveness
{
    /// <summary>Number of instructions there can be.</summary>
    public const int MaxLength = 64;

    /// <summary>What the instructions of <c>Setup</c>, <c>Predict</c> and <c>Learn</c> touch.</summary>
    public ReadOnlySpan<FewCellsFootprint> Footprints;

    /// <summary>Where <c>Predict</c> and <c>Learn</c> start.</summary>
    public int PredictStart, LearnStart;

    /// <summary>The cells that a function finds set by the task.</summary>
    public ulong Given;

    /// <summary>The cells whose content matters before <c>Predict</c>, and after.</summary>
    public ulong BeforePredict, AfterPredict;

    /// <summary>The effective instructions.</summary>
    public ulong Effective;

    /// <summary>After <c>Predict</c> comes <c>Learn</c>, or, while validating and from epoch to epoch, <c>Predict</c> again.</summary>
    /// <param name="prediction">The cell of the prediction.</param>
    public void Find(int prediction)
    {
        ulong after;
        AfterPredict = 1UL << prediction;
        do
        {
            after = AfterPredict;
            BeforePredict |= Pass(PredictStart, LearnStart, after) & ~Given;
            AfterPredict |= BeforePredict | (Pass(LearnStart, Footprints.Length, BeforePredict) & ~Given);
        }
        while (after != AfterPredict);
        Pass(0, PredictStart, BeforePredict);
    }

    /// <summary>Writes the places of the effective instructions from one place up to another.</summary>
    /// <returns>Their number.</returns>
    public readonly int CopyEffective(int start, int end, Span<int> places)
    {
        var left = end == start ? 0 : Effective >> start & (ulong.MaxValue >> (MaxLength - (end - start)));
        var count = 0;
        for (; left != 0; left &= left - 1) places[count++] = BitOperations.TrailingZeroCount(left);
        return count;
    }

    private ulong Pass(int start, int end, ulong live)
    {
        var effective = 0UL;
        for (var i = end - 1; i >= start; i--)
        {
            ref readonly var footprint = ref Footprints[i];
            var isLive = (live & footprint.Output) != 0 ? 1UL : 0;
            effective |= isLive << i;
            live = (live & ~footprint.Lost) | (footprint.Inputs & (0 - isLive));
        }

        Effective |= effective;
        return live;
    }
}
