namespace AutoMLZero.Reports.Pictures;

/// <summary>A measured value with an interval. An end that is not known is infinite.</summary>
/// <param name="Value">The value.</param>
/// <param name="Low">The lower end of the interval, at most the value.</param>
/// <param name="High">The upper end of the interval, at least the value.</param>
public readonly record struct Measured(double Value, double Low, double High)
{
    /// <summary>A value that is known without an interval.</summary>
    /// <param name="value">The value.</param>
    public static Measured Exactly(double value) => new(value, value, value);
}
