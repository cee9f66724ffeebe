using System.Globalization;
using System.Text;
using Rubicon.Reports.Pictures;

namespace Rubicon.Reports.Network;

/// <summary>
/// The linked devices of a map as SVG. How a device is known is told by words and line, not by color alone; every device and link has a title that a screen reader
/// reads. Deterministic; no script, nothing from elsewhere.
/// </summary>
internal static class NetworkPicture
{
    /// <summary>Most devices drawn; the page says how many linked ones are not.</summary>
    public const int MostDevices = 150;

    private const int Width = 180, Height = 50, Beside = 14, Between = 74, RowGap = 26, Edge = 12, MostBeside = 5, LineLength = 26;

    /// <summary>The picture, and how many linked devices it leaves out; null when nothing is linked.</summary>
    public static (string Svg, int LeftOut)? Draw(NetworkMap map)
    {
        var linked = map.Links.SelectMany(l => new[] { l.From, l.To }).Distinct().Order().ToList();
        if (linked.Count == 0) return null;
        var drawn = linked.Take(MostDevices).ToList();
        var number = drawn.Select((n, i) => (n, i)).ToDictionary(p => p.n, p => p.i);
        var links = map.Links.Where(l => number.ContainsKey(l.From) && number.ContainsKey(l.To) && l.From != l.To)
            .GroupBy(l => (From: Math.Min(number[l.From], number[l.To]), To: Math.Max(number[l.From], number[l.To]))).ToList();
        var layout = new LayeredLayout(drawn.Count, [.. links.Select(l => l.Key)]);
        int columns = Math.Min(MostBeside, layout.Layers.Max(l => l.Length));
        int width = columns * (Width + Beside) - Beside + 2 * Edge;
        var places = Places(layout, drawn.Count, width, out int bottom);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {width} {bottom + Edge}\" width=\"{width}\" height=\"{bottom + Edge}\" font-family=\"system-ui, sans-serif\" font-size=\"12\">\n");
        svg.Append("<title>Devices and their neighbors</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{bottom + Edge}\" fill=\"#fff\"/>\n");
        foreach (var link in links) Line(svg, places[link.Key.From], places[link.Key.To], string.Join("; ", link.Select(l => $"{map.Nodes[l.From].Label}, {l.Ports}, {map.Nodes[l.To].Label} ({l.Where})")));
        for (int i = 0; i < drawn.Count; i++) Box(svg, map.Nodes[drawn[i]], places[i]);
        svg.Append("</svg>\n");
        return (svg.ToString(), linked.Count - drawn.Count);
    }

    private static (double X, double Y)[] Places(LayeredLayout layout, int count, int width, out int bottom)
    {
        var places = new (double X, double Y)[count];
        int y = Edge;
        bottom = Edge;
        foreach (int[] layer in layout.Layers)
        {
            foreach (int[] row in layer.Chunk(MostBeside))
            {
                double left = (width - row.Length * (Width + Beside) + Beside) / 2.0;
                for (int i = 0; i < row.Length; i++) places[row[i]] = (left + i * (Width + Beside), y);
                bottom = y + Height;
                y = bottom + RowGap;
            }
            y = bottom + Between;
        }
        return places;
    }

    private static void Line(StringBuilder svg, (double X, double Y) one, (double X, double Y) other, string title)
    {
        var (upper, lower) = one.Y <= other.Y ? (one, other) : (other, one);
        svg.Append("<g tabindex=\"0\"><title>").Append(Text(title)).Append("</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{upper.X + Width / 2.0:0.#}\" y1=\"{upper.Y + Height:0.#}\" x2=\"{lower.X + Width / 2.0:0.#}\" y2=\"{(lower.Y > upper.Y ? lower.Y : lower.Y + Height):0.#}\" stroke=\"#555\" stroke-width=\"1.5\"/></g>\n");
    }

    private static void Box(StringBuilder svg, MapNode node, (double X, double Y) place)
    {
        bool doubt = node.Device is { } device && (!device.Seen.Conflicts.IsEmpty || !device.Seen.Suspects.IsEmpty);
        var (fill, stroke, dash) = node.Kind switch
        {
            MapNodeKind.SeenOnly => ("#fffbe6", "#7a6a00", " stroke-dasharray=\"5 4\""),
            MapNodeKind.Observer => ("#ffffff", "#666", " stroke-dasharray=\"2 3\""),
            _ => (doubt ? "#fdecea" : "#eef4fb", doubt ? "#b3261e" : "#1a56b0", ""),
        };
        string what = NetworkPage.What(node);
        string known = node.Kind switch { MapNodeKind.SeenOnly => "seen, not read", MapNodeKind.Observer => "not named by its output", _ => doubt ? "signals disagree" : "" };
        svg.Append("<g tabindex=\"0\"><title>").Append(Text($"{node.Label}: {what}{(known.Length > 0 ? ", " + known : "")} ({node.Where})")).Append("</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{place.X:0.#}\" y=\"{place.Y:0.#}\" width=\"{Width}\" height=\"{Height}\" rx=\"5\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{(doubt ? 2.5 : 1.5):0.#}\"{dash}/>");
        string[] lines = known.Length > 0 ? [node.Label, what, known] : [node.Label, what];
        double first = place.Y + Height / 2.0 + 4 - (lines.Length - 1) * 7;
        for (int i = 0; i < lines.Length; i++)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{place.X + Width / 2.0:0.#}\" y=\"{first + i * 14:0.#}\" text-anchor=\"middle\" fill=\"#1b1f24\"{(i == 0 ? " font-weight=\"600\"" : " font-size=\"11\"")}>{Text(Short(lines[i]))}</text>");
        svg.Append("</g>\n");
    }

    private static string Short(string text) => text.Length <= LineLength ? text : text[..(LineLength - 1)] + "\u2026";

    private static string Text(string text) => PlainText.OneLine(text).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}
