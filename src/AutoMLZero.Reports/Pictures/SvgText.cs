using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace AutoMLZero.Reports.Pictures;

/// <summary>
/// Makes of the SVG of a light plot one that follows the reader's preference for light or dark, and whose texts need no particular font: a text is anchored as a
/// whole, instead of letter by letter.
/// </summary>
internal static class SvgText
{
    private const string Font = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
    private const float Tolerance = 1.5f;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly Dictionary<string, int> Colors = LightColors();

    /// <summary>Changes a picture.</summary>
    /// <param name="xml">The light plot.</param>
    /// <param name="size">Its size.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="meaning">How to read it.</param>
    public static string Of(string xml, PictureSize size, string title, string meaning)
    {
        var root = XDocument.Parse(xml).Root!;
        var used = new SortedSet<(string Property, int Color)>();
        foreach (var element in root.Descendants().ToList())
        {
            if (element.Name == Svg + "text") Anchor(element);
            foreach (var property in (string[])["fill", "stroke"]) Classify(element, property, used);
        }

        RenameClips(root, $"{title}/{size}");
        root.SetAttributeValue("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {size.Width} {size.Height}"));
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("font-family", Font);
        root.AddFirst(new XElement(Svg + "title", title), new XElement(Svg + "desc", meaning), new XElement(Svg + "style", Style(used)));
        return root.ToString(SaveOptions.DisableFormatting) + "\n";
    }

    private static Dictionary<string, int> LightColors()
    {
        var colors = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["white"] = 0 };
        foreach (var (index, color) in Theme.Light.All.Index()) colors[color.ToStringRGB()] = index;
        return colors;
    }

    /// <summary>Colors stay as attributes, for viewers without style sheets.</summary>
    private static void Classify(XElement element, string property, SortedSet<(string Property, int Color)> used)
    {
        var color = element.Attribute(property)?.Value ?? (property == "fill" && element.Name == Svg + "text" ? "black" : null);
        if (color is null || !Colors.TryGetValue(color, out var index)) return;
        used.Add((property, index));
        var before = element.Attribute("class")?.Value;
        element.SetAttributeValue("class", $"{before}{(before is null ? "" : " ")}{ClassOf(property, index)}");
    }

    private static string Style(IEnumerable<(string Property, int Color)> used)
    {
        var dark = Theme.Dark.All.ToArray();
        var style = new StringBuilder("@media (prefers-color-scheme:dark){");
        foreach (var (property, color) in used) style.Append(CultureInfo.InvariantCulture, $".{ClassOf(property, color)}{{{property}:{dark[color].ToStringRGB()}}}");
        return style.Append('}').ToString();
    }

    private static string ClassOf(string property, int color) => string.Create(CultureInfo.InvariantCulture, $"amlz-{property[0]}{color}");

    private static void Anchor(XElement element)
    {
        var text = element.Value.Trim('\n', '\r', '\t');
        var size = Number(element.Attribute("font-size")!.Value);
        var x = Number(element.Attribute("x")!.Value.Split(',')[0]);
        var width = PictureFont.WidthOf(text, size, element.Attribute("font-weight") is not null);
        var (anchor, at) = Math.Abs(x) < Tolerance ? ("start", x)
            : Math.Abs(x + (width / 2)) < Tolerance ? ("middle", x + (width / 2))
            : Math.Abs(x + width) < Tolerance ? ("end", x + width)
            : ("start", x);
        element.Value = text;
        element.SetAttributeValue("x", Text(at));
        element.SetAttributeValue("y", Text(Number(element.Attribute("y")!.Value.Split(',')[0])));
        element.SetAttributeValue("font-family", null);
        if (anchor != "start") element.SetAttributeValue("text-anchor", anchor);
    }

    /// <summary>Several pictures on a page must not take each other's clips, and the same picture always has the same.</summary>
    private static void RenameClips(XElement root, string salt)
    {
        var suffix = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(salt)).AsSpan(0, 4));
        var names = new Dictionary<string, string>();
        foreach (var clip in root.Descendants().Where(element => element.Attribute("id") is not null))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"amlz-{suffix}-{names.Count}");
            names.Add($"url(#{clip.Attribute("id")!.Value})", $"url(#{name})");
            clip.SetAttributeValue("id", name);
        }

        foreach (var user in root.Descendants().Where(element => element.Attribute("clip-path") is not null))
            user.SetAttributeValue("clip-path", names[user.Attribute("clip-path")!.Value]);
    }

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(float number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
