using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Rubicon.Ownership;

namespace Rubicon.Reports.Pictures;

/// <summary>How a party of a picture is marked.</summary>
public enum PictureMark
{
    /// <summary>One party among others.</summary>
    None,

    /// <summary>The party asked about.</summary>
    Asked,

    /// <summary>A listed party.</summary>
    Listed,

    /// <summary>Surely reached by the listed.</summary>
    Reached,

    /// <summary>Possibly reached.</summary>
    MayBeReached,
}

/// <summary>
/// Owners above, owned below, as SVG: shares, kinds and days on the edges, marks in words and shape and not in color alone, every party and stake with a title that a screen reader
/// reads and the keyboard reaches. Deterministic; no script, no font or picture from elsewhere.
/// </summary>
public static class OwnershipPicture
{
    /// <summary>Most parties that one picture shows; of more the number is written under it.</summary>
    public const int MostParties = 200;

    private const int Width = 190, Height = 48, Beside = 34, Between = 96, Edge = 20, LineLength = 27, MostBeside = 7, RowGap = 40;

    /// <summary>Draws the picture.</summary>
    /// <param name="part">What to draw.</param>
    /// <param name="graph">Where names are from.</param>
    /// <param name="mark">How a party is marked.</param>
    /// <param name="title">What the picture shows, in words.</param>
    public static string Svg(Surroundings part, OwnershipGraph graph, Func<string, PictureMark> mark, string title)
    {
        string[] keys = [.. part.Parties];
        var numbers = keys.Select((k, i) => (k, i)).ToDictionary(p => p.k, p => p.i, StringComparer.Ordinal);
        var bundles = part.Edges.Where(e => numbers.ContainsKey(e.Owner) && numbers.ContainsKey(e.Owned)).GroupBy(e => (From: numbers[e.Owner], To: numbers[e.Owned])).ToList();
        var layout = new LayeredLayout(keys.Length, [.. bundles.Select(b => b.Key)]);
        int columns = Math.Min(MostBeside, layout.Layers.Length == 0 ? 1 : layout.Layers.Max(l => l.Length));
        int width = (columns * (Width + Beside)) - Beside + (2 * Edge);
        var places = Places(layout, width, out int bottom);
        int height = bottom + Edge + 24;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"system-ui, sans-serif\" font-size=\"12\">\n");
        svg.Append("<title>").Append(Text(title)).Append("</title>\n");
        svg.Append("<defs><marker id=\"to\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0 8 4 0 8z\" fill=\"#444\"/></marker></defs>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n");
        foreach (var bundle in bundles) Line(svg, bundle.Key, [.. bundle], places, layout);
        var labels = new LabelPlaces();
        foreach (var bundle in bundles) Label(svg, bundle.Key, [.. bundle], places, layout, labels);
        for (int i = 0; i < keys.Length; i++) Box(svg, graph.NameOf(keys[i]), mark(keys[i]), places[i]);
        string foot = $"{PlainText.Day(graph.Day)}{(part.LeftOut > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {part.LeftOut} more parties are not drawn") : "")}";
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Edge}\" y=\"{height - 8}\" fill=\"#444\">as of {Text(foot)}</text>\n</svg>\n");
        return svg.ToString();
    }

    // A layer of more parties than fit beside each other takes several rows.
    private static (double X, double Y)[] Places(LayeredLayout layout, int width, out int bottom)
    {
        var places = new (double X, double Y)[layout.Layers.Sum(l => l.Length)];
        int y = Edge;
        bottom = Edge + Height;
        foreach (int[] nodes in layout.Layers)
        {
            foreach (int[] row in nodes.Chunk(MostBeside))
            {
                double left = (width - (row.Length * (Width + Beside)) + Beside) / 2.0;
                for (int i = 0; i < row.Length; i++) places[row[i]] = (left + (i * (Width + Beside)), y);
                bottom = y + Height;
                y = bottom + RowGap;
            }
            y = bottom + Between;
        }
        return places;
    }

    private static void Line(StringBuilder svg, (int From, int To) ends, ImmutableArray<StakeEdge> edges, (double X, double Y)[] places, LayeredLayout layout)
    {
        var (x1, y1, x2, y2, bend) = Course(ends, places, layout);
        bool sure = edges.Any(e => e.Share.IsExact && !e.IsDisputed);
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x1:0.#} {y1:0.#}C{x1 + bend:0.#} {y1 + ((y2 - y1) / 2):0.#} {x2 + bend:0.#} {y2 - ((y2 - y1) / 2):0.#} {x2:0.#} {y2:0.#}\" fill=\"none\" stroke=\"#444\" marker-end=\"url(#to)\"{(sure ? "" : " stroke-dasharray=\"5 4\"")}/>\n");
    }

    // Edges that lead upwards close a cycle: they leave and enter at the side.
    private static (double X1, double Y1, double X2, double Y2, double Bend) Course((int From, int To) ends, (double X, double Y)[] places, LayeredLayout layout)
    {
        var (from, to) = (places[ends.From], places[ends.To]);
        return layout.LayerOf(ends.From) < layout.LayerOf(ends.To)
            ? (from.X + (Width / 2.0), from.Y + Height, to.X + (Width / 2.0), to.Y - 1, 0)
            : (from.X + Width - 12, from.Y, to.X + Width - 12, to.Y + Height + 1, Width / 2.0);
    }

    private static void Label(StringBuilder svg, (int From, int To) ends, ImmutableArray<StakeEdge> edges, (double X, double Y)[] places, LayeredLayout layout, LabelPlaces labels)
    {
        var (x1, y1, x2, y2, bend) = Course(ends, places, layout);
        string[] lines = [.. edges.Select(Words).Take(3).Concat(edges.Length > 3 ? [string.Create(CultureInfo.InvariantCulture, $"and {edges.Length - 3} more")] : [])];
        double width = (lines.Max(l => l.Length) * 6.3) + 8, height = (lines.Length * 13) + 4;
        // Where a layer takes several rows the label stands over the entity: half-way it would stand on other boxes.
        bool crowded = layout.Layers[layout.LayerOf(ends.To)].Length > MostBeside;
        var (x, y) = crowded ? (x2, y2 - (height / 2) - 6) : labels.Free((x1 + x2 + (bend * 1.5)) / 2, (y1 + y2) / 2, width, height);
        svg.Append("<g tabindex=\"0\"><title>").Append(Text(string.Join("; ", edges.Select(Sentence)))).Append("</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x - (width / 2):0.#}\" y=\"{y - (height / 2):0.#}\" width=\"{width:0.#}\" height=\"{height:0.#}\" fill=\"#fff\" fill-opacity=\".92\"/>");
        for (int i = 0; i < lines.Length; i++)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{y - (height / 2) + 12 + (i * 13):0.#}\" text-anchor=\"middle\" font-size=\"11\">{Text(lines[i])}</text>");
        svg.Append("</g>\n");
    }

    private static void Box(StringBuilder svg, string name, PictureMark mark, (double X, double Y) place)
    {
        var (fill, stroke, weight, word) = mark switch
        {
            PictureMark.Asked => ("#e8f0fe", "#1a56b0", 2.5, "asked about"),
            PictureMark.Listed => ("#fdecea", "#b3261e", 2.5, "listed"),
            PictureMark.Reached => ("#fff4e5", "#9a5b00", 1.5, "reached"),
            PictureMark.MayBeReached => ("#fffbe6", "#7a6a00", 1.5, "may be reached"),
            _ => ("#f6f6f6", "#666", 1.0, ""),
        };
        svg.Append("<g tabindex=\"0\"><title>").Append(Text(name)).Append(word.Length == 0 ? "" : $", {word}").Append("</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{place.X:0.#}\" y=\"{place.Y:0.#}\" width=\"{Width}\" height=\"{Height}\" rx=\"5\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{weight:0.#}\"{(mark == PictureMark.MayBeReached ? " stroke-dasharray=\"5 4\"" : "")}/>");
        string[] lines = Wrapped(PlainText.OneLine(name));
        double first = place.Y + (Height / 2.0) + 4 - ((lines.Length - 1 + (word.Length > 0 ? 1 : 0)) * 7);
        for (int i = 0; i < lines.Length; i++) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{place.X + (Width / 2.0):0.#}\" y=\"{first + (i * 14):0.#}\" text-anchor=\"middle\">{Text(lines[i])}</text>");
        if (word.Length > 0) svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{place.X + (Width / 2.0):0.#}\" y=\"{first + (lines.Length * 14):0.#}\" text-anchor=\"middle\" font-size=\"10\" fill=\"{stroke}\">{word}</text>");
        svg.Append("</g>\n");
    }

    private static string[] Wrapped(string name)
    {
        const int most = 2;
        var lines = new List<string> { "" };
        foreach (string word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length >= LineLength) lines.Add("");
            lines[^1] = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
        }
        string[] shown = [.. lines.Take(most).Select(l => l.Length > LineLength ? l[..(LineLength - 1)] + "…" : l)];
        if (lines.Count > most) shown[^1] = shown[^1].TrimEnd('…') + "…";
        return shown;
    }

    private static string Words(StakeEdge edge)
    {
        string share = edge.Share == ShareBounds.Unknown ? "share not stated" : edge.Share.ToString();
        string kind = edge.Kind == StakeKind.Equity ? "" : edge.Share == ShareBounds.Unknown ? KindOf(edge.Kind) : $"{share} {KindOf(edge.Kind)}";
        string days = edge.Stakes.Select(s => s.Holds?.ToString()).FirstOrDefault(d => d is not null) ?? "";
        return $"{(kind.Length > 0 ? kind : share)}{(edge.IsIndirect ? ", stated total" : "")}{(edge.IsDisputed ? ", disputed" : "")}{(days.Length > 0 ? $", {days}" : "")}";
    }

    private static string Sentence(StakeEdge edge) => $"{edge.OwnerName} holds of {edge.OwnedName}: {Words(edge)} ({string.Join(", ", edge.Stakes.Select(s => s.Where.ToString()).Distinct())})";

    private static string KindOf(StakeKind kind) => kind switch
    {
        StakeKind.Consolidated => "subsidiary, share not stated",
        StakeKind.SpecialShare => "special share",
        StakeKind.DominantMinority => "dominant minority",
        StakeKind.InConcert => "acts in concert",
        StakeKind.Influence => "significant influence",
        StakeKind.Other => "another interest",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string Text(string text) => PlainText.OneLine(text).Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);
}

/// <summary>Where labels stand already: a new one moves down until it covers none.</summary>
internal sealed class LabelPlaces
{
    private const int MostMoves = 8;

    private readonly List<(double X, double Y, double Width, double Height)> _taken = [];

    public (double X, double Y) Free(double x, double y, double width, double height)
    {
        double wanted = y;
        for (int move = 1; move <= MostMoves && _taken.Exists(t => Math.Abs(t.X - x) * 2 < t.Width + width && Math.Abs(t.Y - y) * 2 < t.Height + height); move++)
            y = wanted + ((move % 2 == 0 ? 1 : -1) * ((move + 1) / 2) * 16);
        _taken.Add((x, y, width, height));
        return (x, y);
    }
}
