using AutoMLZero.Language;

namespace AutoMLZero.Tuning;

/// <summary>Where a constant is in a program.</summary>
/// <param name="Function">The component function.</param>
/// <param name="Line">Place of the instruction in the function, from 0.</param>
/// <param name="Index">Which constant of the instruction, from 0.</param>
/// <param name="Role">What it means.</param>
/// <param name="Value">Its value.</param>
internal readonly record struct ConstantPlace(ComponentFunction Function, int Line, int Index, ConstantRole Role, double Value)
{
    /// <summary>Whether the constant may be on either side of zero.</summary>
    public bool IsSigned => Role != ConstantRole.StandardDeviation;

    /// <summary>The constant times a factor, as far as its role and the number format allow.</summary>
    public double Times(double factor)
    {
        var value = Math.Clamp(Value * factor, -double.MaxValue, double.MaxValue);
        return IsSigned ? value : Math.Abs(value);
    }
}
