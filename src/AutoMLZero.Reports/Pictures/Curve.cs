namespace AutoMLZero.Reports.Pictures;

/// <summary>Curves of long searches in as many points as can be seen.</summary>
internal static class Curve
{
    /// <summary>Number of points beyond which a picture does not gain.</summary>
    public const int MostPoints = 300;

    /// <summary>Every so many of a list, its last included.</summary>
    /// <param name="all">The list.</param>
    public static IReadOnlyList<T> Thinned<T>(IReadOnlyList<T> all)
    {
        if (all.Count <= MostPoints) return all;
        return [.. Enumerable.Range(0, MostPoints).Select(i => all[(int)((long)i * (all.Count - 1) / (MostPoints - 1))])];
    }
}
