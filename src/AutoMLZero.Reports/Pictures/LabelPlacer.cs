using ScottPlot;

namespace AutoMLZero.Reports.Pictures;

/// <summary>Finds places for the names of points where they cover neither points nor each other. All in pixels of the picture.</summary>
/// <param name="area">Where names may be.</param>
/// <param name="obstacles">What they must not cover.</param>
internal sealed class LabelPlacer(PixelRect area, IEnumerable<PixelRect> obstacles)
{
    private const float Height = Chart.TextSize + 4;
    private static readonly float[] Distances = [10, 22, 36, 52, 70, 90, 112, 136, 162, 190, 220];
    private readonly List<PixelRect> taken = [.. obstacles];

    /// <summary>The place of a name; null when there is none.</summary>
    /// <param name="point">What is named.</param>
    /// <param name="text">The name.</param>
    public PixelRect? Place(Pixel point, string text)
    {
        var width = PictureFont.WidthOf(text, Chart.TextSize - 1) + 6;
        foreach (var distance in Distances)
        {
            foreach (var (x, y) in Candidates(point, width, distance))
            {
                var place = new PixelRect(x, x + width, y + Height, y);
                if (!IsInside(place) || taken.Any(other => Overlap(place, other))) continue;
                taken.Add(place);
                return place;
            }
        }

        return null;
    }

    /// <summary>Upper left corners: first below to the right, where a rising curve leaves room.</summary>
    private static (float X, float Y)[] Candidates(Pixel point, float width, float distance) =>
    [
        (point.X + (distance * 0.7f), point.Y + (distance * 0.7f)),
        (point.X + distance, point.Y - (Height / 2)),
        (point.X - width - (distance * 0.7f), point.Y - (distance * 0.7f) - Height),
        (point.X - (width / 2), point.Y + distance),
        (point.X - (width / 2), point.Y - distance - Height),
        (point.X - width - (distance * 0.7f), point.Y + (distance * 0.7f)),
        (point.X + (distance * 0.7f), point.Y - (distance * 0.7f) - Height),
        (point.X - width - distance, point.Y - (Height / 2)),
    ];

    private bool IsInside(PixelRect place) => place.Left >= area.Left && place.Right <= area.Right && place.Top >= area.Top && place.Bottom <= area.Bottom;

    private static bool Overlap(PixelRect a, PixelRect b) => a.Left < b.Right && b.Left < a.Right && a.Top < b.Bottom && b.Top < a.Bottom;
}
