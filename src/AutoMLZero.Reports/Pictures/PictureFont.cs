using ScottPlot;
using SkiaSharp;

namespace AutoMLZero.Reports.Pictures;

/// <summary>The font of all pictures. It comes along: what a machine has installed, if anything, does not matter.</summary>
internal sealed class PictureFont : IFontResolver
{
    /// <summary>What pictures call it; no installed font is called so.</summary>
    public const string Name = "AutoMLZero Sans";

    private static readonly Lazy<SKTypeface> Regular = new(() => Load("DejaVuSans.ttf"));
    private static readonly Lazy<SKTypeface> Bold = new(() => Load("DejaVuSans-Bold.ttf"));
    private static readonly Lazy<bool> Registered = new(() =>
    {
        Fonts.FontResolvers.Insert(0, new PictureFont());
        return true;
    });

    /// <summary>Makes the font known.</summary>
    public static void Register() => _ = Registered.Value;

    /// <summary>How wide a text is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">The size of the font, in pixels.</param>
    /// <param name="bold">Whether it is bold.</param>
    public static float WidthOf(string text, float size, bool bold = false)
    {
        using var font = new SKFont(Typeface(bold), size);
        return font.MeasureText(text);
    }

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        CreateTypeface(fontName, weight >= FontWeight.SemiBold, slant != FontSlant.Upright);

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Name ? Typeface(bold) : null;

    private static SKTypeface Typeface(bool bold) => bold ? Bold.Value : Regular.Value;

    private static SKTypeface Load(string file)
    {
        using var stream = typeof(PictureFont).Assembly.GetManifestResourceStream($"AutoMLZero.Reports.Pictures.Fonts.{file}")!;
        return SKTypeface.FromStream(stream);
    }
}
