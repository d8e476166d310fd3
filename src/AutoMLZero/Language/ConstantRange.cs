namespace AutoMLZero.Language;

/// <summary>Which values a constant may have.</summary>
public static class ConstantRange
{
    /// <summary>What is wrong with a constant, or null when nothing is.</summary>
    /// <param name="role">What the constant means.</param>
    /// <param name="value">Its value.</param>
    public static string? Problem(ConstantRole role, double value) => role switch
    {
        _ when !double.IsFinite(value) => "a constant must be finite",
        ConstantRole.Index when value is < 0 or >= 1 => $"an index constant must be at least 0 and below 1, not {ProgramPrinter.Print(value)}",
        ConstantRole.StandardDeviation when value < 0 => $"a standard deviation must not be negative, not {ProgramPrinter.Print(value)}",
        _ => null,
    };
}
