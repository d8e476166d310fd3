using AutoMLZero.Language;

namespace AutoMLZero.Tuning;

/// <summary>A constant of a program that tuning may change, before and after.</summary>
/// <param name="Function">The component function.</param>
/// <param name="Line">Place of the instruction in the function, from 0.</param>
/// <param name="Index">Which constant of the instruction, from 0.</param>
/// <param name="Role">What it means.</param>
/// <param name="Before">Its value in the untuned program; not 0.</param>
/// <param name="After">Its value in the tuned program.</param>
public sealed record TunedConstant(ComponentFunction Function, int Line, int Index, ConstantRole Role, double Before, double After);
