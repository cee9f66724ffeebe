namespace Rubicon.Reports.Html;

/// <summary>Writes elements. Names of elements and attributes are constants of this program; every text and attribute value is escaped.</summary>
internal sealed class HtmlPage(TextOutput output)
{
    internal void Open(string name, string? className = null)
    {
        output.Write('<');
        output.Write(name);
        if (className is not null) output.Write($" class=\"{Escape(className)}\"");
        output.Write('>');
        output.EndLine();
    }

    internal void Close(string name)
    {
        output.Write($"</{name}>");
        output.EndLine();
    }

    /// <summary>The beginning of an element with attributes; it stays open.</summary>
    internal void Tag(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        output.Write('<');
        output.Write(name);
        foreach (var (attribute, value) in attributes) output.Write($" {attribute}=\"{Escape(value)}\"");
        output.Write('>');
    }

    /// <summary>A link to a place on the page.</summary>
    internal void Link(string id, string text)
    {
        Tag("a", ("href", "#" + Uri.EscapeDataString(id)));
        Text(text);
        output.Write("</a>");
    }

    /// <summary>An element with text only.</summary>
    internal void Element(string name, string text, string? className = null)
    {
        Start(name, className);
        output.Write(Escape(text));
        output.Write($"</{name}>");
        output.EndLine();
    }

    /// <summary>The beginning of an element whose texts follow on the same line.</summary>
    internal void Start(string name, string? className = null)
    {
        output.Write('<');
        output.Write(name);
        if (className is not null) output.Write($" class=\"{Escape(className)}\"");
        output.Write('>');
    }

    internal void Text(string text) => output.Write(Escape(text));

    /// <summary>An element inside a line of text.</summary>
    internal void Inline(string name, string text, string? className = null)
    {
        Start(name, className);
        output.Write(Escape(text));
        output.Write($"</{name}>");
    }

    /// <summary>Markup of this program, never text of a record.</summary>
    internal void Constant(string markup)
    {
        output.Write(markup);
        output.EndLine();
    }

    /// <summary>A table: caption, headings, rows; the first cell of a row is its heading.</summary>
    internal void Table(string caption, string[] headings, IEnumerable<string[]> rows)
    {
        Constant("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"" + Escape(caption) + "\"><table>");
        Element("caption", caption);
        Start("thead");
        Start("tr");
        foreach (string heading in headings) output.Write($"<th scope=\"col\">{Escape(heading)}</th>");
        Constant("</tr></thead>");
        Open("tbody");
        foreach (string[] row in rows)
        {
            Start("tr");
            output.Write($"<th scope=\"row\">{Escape(row[0])}</th>");
            foreach (string cell in row.AsSpan(1)) output.Write($"<td>{Escape(cell)}</td>");
            Constant("</tr>");
        }
        Constant("</tbody></table></div>");
    }

    internal void Finish() => output.Finish();

    internal static string Escape(string text) => PlainText.OneLine(text)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);
}
