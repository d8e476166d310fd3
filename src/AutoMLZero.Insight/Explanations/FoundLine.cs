using AutoMLZero.Language;

namespace AutoMLZero.Insight.Explanations;

/// <summary>A line of a program as it was found.</summary>
/// <param name="Function">The function that it belongs to.</param>
/// <param name="Line">Its place in the function, from 0.</param>
/// <param name="Instruction">The instruction.</param>
/// <param name="IsEffective">Whether any prediction can depend on it; else it is an intron.</param>
public sealed record FoundLine(ComponentFunction Function, int Line, Instruction Instruction, bool IsEffective);
