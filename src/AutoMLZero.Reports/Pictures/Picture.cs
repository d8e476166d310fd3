using ScottPlot;

namespace AutoMLZero.Reports.Pictures;

/// <summary>A picture that can be drawn in any size, on light and on dark ground.</summary>
public sealed class Picture
{
    private readonly Func<PictureSize, Theme, Plot> draw;

    internal Picture(string name, string title, string meaning, Func<PictureSize, Theme, Plot> draw, int? height = null)
    {
        Wide = height is null ? PictureSize.Wide : PictureSize.Wide with { Height = height.Value };
        Narrow = height is null ? PictureSize.Narrow : PictureSize.Narrow with { Height = height.Value };
        Name = name;
        Title = title;
        Meaning = meaning;
        this.draw = draw;
    }

    /// <summary>Its name, for files.</summary>
    public string Name { get; }

    /// <summary>What it shows, in some words.</summary>
    public string Title { get; }

    /// <summary>How to read it, in a sentence or two.</summary>
    public string Meaning { get; }

    /// <summary>Its size for screens and paper.</summary>
    public PictureSize Wide { get; }

    /// <summary>Its size for phones.</summary>
    public PictureSize Narrow { get; }

    /// <summary>
    /// The picture as SVG. It follows the reader's preference for light or dark, where the viewer knows of one, and is light elsewhere; texts are in the reader's
    /// usual font without serifs.
    /// </summary>
    /// <param name="size">Its size; <see cref="Wide"/> when null.</param>
    public string Svg(PictureSize? size = null)
    {
        var chosen = size ?? Wide;
        return SvgText.Of(draw(chosen, Theme.Light).GetSvgXml(chosen.Width, chosen.Height), chosen, Title, Meaning);
    }

    /// <summary>The picture as PNG, twice as many pixels wide and high as its size says.</summary>
    /// <param name="dark">Whether on dark ground.</param>
    /// <param name="size">Its size; <see cref="Wide"/> when null.</param>
    public byte[] Png(bool dark = false, PictureSize? size = null)
    {
        var chosen = size ?? Wide;
        var plot = draw(chosen, dark ? Theme.Dark : Theme.Light);
        plot.ScaleFactor = 2;
        return plot.GetImageBytes(2 * chosen.Width, 2 * chosen.Height, ImageFormat.Png);
    }
}
