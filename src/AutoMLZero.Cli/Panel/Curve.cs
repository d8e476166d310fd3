namespace AutoMLZero.Cli.Panel;

/// <summary>
/// The values of something over time, at equal distances. When there are too many, two neighbors each become one, the greater, so that all of the time stays in
/// view, however long it is.
/// </summary>
/// <param name="capacity">The largest number of values, even.</param>
/// <param name="distance">The first distance between values.</param>
internal sealed class Curve(int capacity, TimeSpan distance)
{
    private readonly List<double> values = [];

    /// <summary>The values; not a number where there was none.</summary>
    public double[] Values => [.. values];

    /// <summary>The time that the values stand for.</summary>
    public TimeSpan Length => distance * values.Count;

    /// <summary>Takes a value at a time; time does not run backwards.</summary>
    /// <param name="time">Time since the start.</param>
    /// <param name="value">The value.</param>
    public void Add(TimeSpan time, double value)
    {
        while (time >= distance * capacity) Merge();
        var place = (int)(time / distance);
        while (values.Count <= place) values.Add(values.Count == 0 ? double.NaN : values[^1]);
        values[place] = value;
    }

    private void Merge()
    {
        for (var i = 0; i < values.Count; i += 2) values[i / 2] = i + 1 < values.Count ? Greater(values[i], values[i + 1]) : values[i];
        values.RemoveRange((values.Count + 1) / 2, values.Count / 2);
        distance *= 2;
    }

    private static double Greater(double first, double second) => first >= second || double.IsNaN(second) ? first : second;
}
