using System.Net;
using System.Text;

namespace AutoMLZero.Reports.Html;

/// <summary>Writes a page. All texts are escaped, so that no name or program becomes markup.</summary>
internal sealed class Html
{
    private readonly StringBuilder text = new();

    /// <summary>Opens an element, which ends when the result is disposed of.</summary>
    /// <param name="tag">Its name.</param>
    /// <param name="style">Its class; null for none.</param>
    /// <param name="id">Its place in the page; null for none.</param>
    public IDisposable In(string tag, string? style = null, string? id = null)
    {
        Open(tag, style, id);
        return new Element(this, tag);
    }

    /// <summary>An element with nothing but text.</summary>
    public Html Text(string tag, string content, string? style = null)
    {
        Open(tag, style, null);
        text.Append(Escaped(content)).Append("</").Append(tag).Append(tag is "b" or "code" ? ">" : ">\n");
        return this;
    }

    /// <summary>Text within the element that is open.</summary>
    public Html Text(string content)
    {
        text.Append(Escaped(content));
        return this;
    }

    /// <summary>Markup as it is.</summary>
    public Html Markup(string markup)
    {
        text.Append(markup);
        return this;
    }

    /// <summary>Names and values.</summary>
    public void Facts(IEnumerable<(string Name, string Value)> facts)
    {
        using var list = In("dl");
        foreach (var (name, value) in facts) Text("dt", name).Text("dd", value);
    }

    /// <summary>A table, which scrolls where it is too wide. All columns but the first are for numbers.</summary>
    public void Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows, string? style = null)
    {
        using var scroll = In("div", "scroll");
        using var table = In("table", style);
        using (In("thead"))
        using (In("tr"))
        {
            foreach (var head in heads) Text("th", head);
        }

        using var body = In("tbody");
        foreach (var row in rows)
        {
            using var line = In("tr");
            foreach (var (column, cell) in row.Index()) Text(column == 0 ? "th" : "td", cell);
        }
    }

    /// <summary>What opens on demand.</summary>
    public IDisposable Details(string summary)
    {
        var details = In("details");
        Text("summary", summary);
        return details;
    }

    /// <summary>The page so far.</summary>
    public override string ToString() => text.ToString();

    private static string Escaped(string content) => WebUtility.HtmlEncode(content);

    private void Open(string tag, string? style, string? id)
    {
        text.Append('<').Append(tag);
        if (style is not null) text.Append(" class=\"").Append(Escaped(style)).Append('"');
        if (id is not null) text.Append(" id=\"").Append(Escaped(id)).Append('"');
        text.Append('>');
    }

    private sealed class Element(Html html, string tag) : IDisposable
    {
        public void Dispose() => html.text.Append("</").Append(tag).Append(">\n");
    }
}
