namespace AutoMLZero.Search;

/// <summary>Numbers that come and go, of which each counts once however often it is there. All calls take time linear in <see cref="Count"/>.</summary>
internal sealed class UniqueValues
{
    private readonly List<double> values = [];
    private readonly List<int> times = [];

    /// <summary>Number of unique values.</summary>
    public int Count => values.Count;

    /// <summary>Adds a number.</summary>
    public void Add(double value)
    {
        var index = values.BinarySearch(value);
        if (index >= 0)
        {
            times[index]++;
            return;
        }

        values.Insert(~index, value);
        times.Insert(~index, 1);
    }

    /// <summary>Removes a number that was added.</summary>
    public void Remove(double value)
    {
        var index = values.BinarySearch(value);
        if (--times[index] > 0) return;
        values.RemoveAt(index);
        times.RemoveAt(index);
    }

    /// <summary>The smallest value that at least a percentage of the unique values do not exceed; there must be one.</summary>
    /// <param name="percentile">0 to 100.</param>
    public double Percentile(double percentile) => values[Math.Max(0, (int)Math.Ceiling(percentile * Count / 100) - 1)];

    /// <summary>Removes all.</summary>
    public void Clear()
    {
        values.Clear();
        times.Clear();
    }
}
