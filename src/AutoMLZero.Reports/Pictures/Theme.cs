using System.Collections.Immutable;
using ScottPlot;

namespace AutoMLZero.Reports.Pictures;

/// <summary>The colors of a picture. Series differ in lightness, too, so that they can be told apart without seeing their hue.</summary>
internal sealed record Theme
{
    /// <summary>On a light ground.</summary>
    public static Theme Light { get; } = new()
    {
        Ground = Color.FromHex("#FFFFFF"),
        Ink = Color.FromHex("#1F2429"),
        Faint = Color.FromHex("#57606B"),
        Grid = Color.FromHex("#E3E7EC"),
        Series = [.. new[] { "#0B62C4", "#C2410C", "#15803D", "#7C3AED", "#B0307A", "#8A6400" }.Select(Color.FromHex)],
    };

    /// <summary>On a dark ground.</summary>
    public static Theme Dark { get; } = new()
    {
        Ground = Color.FromHex("#12171D"),
        Ink = Color.FromHex("#E8ECF1"),
        Faint = Color.FromHex("#A3AEBB"),
        Grid = Color.FromHex("#2B333D"),
        Series = [.. new[] { "#62AEFF", "#FF9A5C", "#4CCB77", "#B99BFF", "#FF86C3", "#E3B341" }.Select(Color.FromHex)],
    };

    /// <summary>What lies behind everything.</summary>
    public required Color Ground { get; init; }

    /// <summary>Text and axes.</summary>
    public required Color Ink { get; init; }

    /// <summary>What matters less.</summary>
    public required Color Faint { get; init; }

    /// <summary>Lines of the grid.</summary>
    public required Color Grid { get; init; }

    /// <summary>What the data are drawn in.</summary>
    public required ImmutableArray<Color> Series { get; init; }

    /// <summary>All colors, in the same order in each theme.</summary>
    public IEnumerable<Color> All => [Ground, Ink, Faint, Grid, .. Series];

    /// <summary>The color of a series.</summary>
    /// <param name="index">Which, from 0; colors repeat.</param>
    public Color Of(int index) => Series[index % Series.Length];
}
