using ScottPlot;

namespace AutoMLZero.Reports.Pictures;

/// <summary>Where the coordinates of a plot with fixed limits are in its picture.</summary>
internal sealed class PixelMap
{
    private readonly AxisLimits limits;

    /// <summary>The map of a plot whose limits are set.</summary>
    public PixelMap(Plot plot, PictureSize size)
    {
        var padding = Chart.Padding(size);
        limits = plot.Axes.GetLimits();
        Area = new PixelRect(padding.Left, size.Width - padding.Right, size.Height - padding.Bottom, padding.Top);
    }

    /// <summary>Where the data are.</summary>
    public PixelRect Area { get; }

    /// <summary>The place of a point.</summary>
    public Pixel Of(double x, double y) => new(
        (float)(Area.Left + ((x - limits.Left) / limits.HorizontalSpan * Area.Width)),
        (float)(Area.Bottom - ((y - limits.Bottom) / limits.VerticalSpan * Area.Height)));

    /// <summary>A square around a point.</summary>
    public PixelRect Around(double x, double y, float radius)
    {
        var at = Of(x, y);
        return new PixelRect(at.X - radius, at.X + radius, at.Y + radius, at.Y - radius);
    }

    /// <summary>Writes the name of a point, with a thin line to it.</summary>
    public void Name(Plot plot, double x, double y, PixelRect place, string name, Theme theme)
    {
        var point = Of(x, y);
        var near = new Pixel(Math.Clamp(point.X, place.Left, place.Right), Math.Clamp(point.Y, place.Top + 3, place.Bottom - 3));
        var end = Back(near);
        var leader = plot.Add.Line(x, y, end.X, end.Y);
        leader.LineColor = theme.Faint;
        leader.LineWidth = 1;
        var corner = Back(new Pixel(place.Left + 3, (place.Top + place.Bottom) / 2));
        var text = plot.Add.Text(name, corner.X, corner.Y);
        text.LabelFontName = PictureFont.Name;
        text.LabelFontSize = Chart.TextSize - 1;
        text.LabelFontColor = theme.Ink;
        text.LabelAlignment = Alignment.MiddleLeft;
        text.LabelPadding = 0;
    }

    private Coordinates Back(Pixel pixel) => new(
        limits.Left + ((pixel.X - Area.Left) / Area.Width * limits.HorizontalSpan),
        limits.Bottom + ((Area.Bottom - pixel.Y) / Area.Height * limits.VerticalSpan));
}
