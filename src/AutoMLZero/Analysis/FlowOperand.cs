namespace AutoMLZero.Analysis;

/// <summary>An operand of an instruction, traced to where it comes from.</summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Index">Which value or memory; 0 for the other origins.</param>
public readonly record struct FlowOperand(FlowOrigin Origin, int Index = 0)
{
    /// <summary>Whether there is such an operand.</summary>
    public bool Exists => Origin != FlowOrigin.None;
}
