using AutoMLZero.Language;

namespace AutoMLZero.Analysis;

/// <summary>One instruction as a value: what it computes from what.</summary>
internal struct Value
{
    /// <summary>The instruction.</summary>
    public Instruction Instruction;

    /// <summary>The operation's row of the op table.</summary>
    public OpInfo Info;

    /// <summary>The function that it belongs to.</summary>
    public ComponentFunction Function;

    /// <summary>Its place in the function of the original program.</summary>
    public int OriginalIndex;

    /// <summary>The cell that it writes.</summary>
    public int Cell;

    /// <summary>First input.</summary>
    public Source Input1;

    /// <summary>Second input.</summary>
    public Source Input2;

    /// <summary>What a partial write keeps of.</summary>
    public Source Kept;

    /// <summary>Whether it is what its function leaves in its cell for a later function.</summary>
    public bool IsLeft;

    /// <summary>Whether another value that computes the same takes its place.</summary>
    public bool IsMerged;

    /// <summary>The value that computes the same, or itself.</summary>
    public int Representative;

    /// <summary>A hash of what it computes, whatever the names of cells and the order of instructions.</summary>
    public ulong Label;
}
