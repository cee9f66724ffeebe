using Rubicon.Reports.Html;
using Rubicon.Subjects;

namespace Rubicon.Reports.Network;

/// <summary>
/// The devices of a network as one HTML page: by maker and by site, the neighbors as a picture and as a table, what was seen and has no record, what could not
/// be read, and the ledger of every device whose signals disagree. No script, nothing from outside, all text escaped.
/// </summary>
public static class NetworkPage
{
    /// <summary>Most rows of one table; the page says how many more there are.</summary>
    public const int MostRows = 2000;

    /// <summary>Writes the page. The stream is flushed at the end and stays open.</summary>
    /// <param name="stream">Where to write, UTF-8.</param>
    /// <param name="map">The devices and their links.</param>
    /// <param name="unread">Records that could not be read.</param>
    public static void Write(Stream stream, NetworkMap map, IReadOnlyList<UnreadRecord> unread)
    {
        var page = new HtmlPage(new TextOutput(stream));
        var read = map.Nodes.Where(n => n.Kind == MapNodeKind.Read).ToList();
        var seen = map.Nodes.Where(n => n.Kind == MapNodeKind.SeenOnly).ToList();
        HeadSection.Open(page, "The network by maker", "");
        page.Element("p", $"{PlainText.Count(read.Count, "device")} read, {PlainText.Number(read.Count(n => n.Device!.Maker is not null))} with a maker; {PlainText.Number(seen.Count)} seen by a neighbor and not read; {PlainText.Number(unread.Count)} not assessed.", "sum");
        Section(page, "Makers", "Devices by maker", ["Maker", "Devices", "By what", "Sites", "Categories"], read.GroupBy(n => n.Device!.Maker ?? "unknown", StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(MakerRow));
        Section(page, "Sites", "Devices by site", ["Site", "Devices", "Makers", "Place"], read.Where(n => Site(n) is not null).GroupBy(n => Site(n)!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(SiteRow));
        Neighbors(page, map);
        Section(page, "Seen, not read", "A neighbor names these devices; no record says more of them", ["Device", "What it tells of itself", "Named by"], seen.Select(n => new[] { n.Label, What(n), n.Where.ToString() }));
        Section(page, "Signals that disagree", "Devices whose signals name several makers", ["Device", "Concluded", "What disagrees", "May have made it"],
            map.Nodes.Where(n => n.Device is { } d && (!d.Seen.Conflicts.IsEmpty || !d.Seen.Suspects.IsEmpty)).Select(DoubtRow));
        Section(page, "Devices", "Each device that was read", ["Device", "Maker and model", "Known by", "Site", "Read from"],
            read.Select(n => new[] { n.Label, What(n), n.Device!.Seen.Strength is { } strength ? ReportWords.Word(strength) : "nothing", Site(n) ?? "", string.Join(", ", n.Device.Subject.Joined.Prepend(n.Where)) }));
        Section(page, "Not assessed", "Records that could not be read", ["Record", "Why"], unread.Select(u => new[] { u.Source.ToString(), string.Join("; ", u.Problems.Select(p => $"{p.Kind.Code} {p.Kind.Title}: found {p.Found}")) }));
        page.Close("main");
        page.Open("footer");
        page.Element("p", "Who made a device is concluded from the signals of its records; the ledger of each stands in the JSON output. The maker of a network interface is never taken for that of the device.");
        page.Close("footer");
        page.Close("body");
        page.Close("html");
        page.Finish();
    }

    /// <summary>Maker, model and category in words.</summary>
    internal static string What(MapNode node) => node.Device is not { } device ? "maker unknown"
        : $"{device.Maker ?? "maker unknown"}{(device.Model is { } model && model != node.Label ? " " + model : "")}{(device.Category is { } category ? ", " + category : "")}";

    private static void Neighbors(HtmlPage page, NetworkMap map)
    {
        if (NetworkPicture.Draw(map) is not { } picture) return;
        page.Open("section");
        page.Element("h2", "Neighbors");
        page.Constant("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Picture of the neighbors\">" + picture.Svg + "</div>");
        if (picture.LeftOut > 0) page.Element("p", $"{PlainText.Number(picture.LeftOut)} more linked devices are not drawn; the table below has their links.", "left");
        Table(page, "Links as the records state them", ["Device", "Ports", "Neighbor", "Stated in"],
            map.Links.Select(l => new[] { map.Nodes[l.From].Label, l.Ports, $"{map.Nodes[l.To].Label} ({What(map.Nodes[l.To])}{(map.Nodes[l.To].Kind == MapNodeKind.SeenOnly ? "; seen, not read" : "")})", l.Where.ToString() }));
        page.Close("section");
    }

    private static string[] MakerRow(IGrouping<string, MapNode> maker) =>
    [
        maker.Key, PlainText.Number(maker.Count()),
        string.Join(", ", maker.GroupBy(n => n.Device!.Seen.Strength).OrderByDescending(g => g.Key).Select(g => $"{(g.Key is { } strength ? ReportWords.Word(strength) : "nothing")} {PlainText.Number(g.Count())}")),
        Listed(maker.Select(Site).OfType<string>()), Listed(maker.Select(n => n.Device!.Category ?? "unknown")),
    ];

    private static string[] SiteRow(IGrouping<string, MapNode> site)
    {
        var places = site.Select(n => (Latitude: n.Device!.Subject.First(Field.Latitude), Longitude: n.Device!.Subject.First(Field.Longitude))).Where(p => p.Latitude is not null && p.Longitude is not null);
        return [site.Key, PlainText.Number(site.Count()), Listed(site.Select(n => n.Device!.Maker ?? "unknown")), places.Select(p => $"{p.Latitude}, {p.Longitude}").FirstOrDefault() ?? ""];
    }

    private static string[] DoubtRow(MapNode node) =>
    [
        $"{node.Label} ({node.Where})", What(node), string.Join("; ", node.Device!.Seen.Conflicts), string.Join(", ", node.Device.Seen.Suspects),
    ];

    /// <summary>The commonest first, with how many of each.</summary>
    private static string Listed(IEnumerable<string> words)
    {
        const int most = 8;
        var counted = words.GroupBy(w => w, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        string text = string.Join(", ", counted.Take(most).Select(g => g.Count() == 1 ? g.Key : $"{g.Key} ({PlainText.Number(g.Count())})"));
        return counted.Count > most ? $"{text} and {PlainText.Number(counted.Count - most)} more" : text;
    }

    private static string? Site(MapNode node) => node.Device?.Subject.First(Field.Site);

    private static void Section(HtmlPage page, string title, string caption, string[] headings, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0) return;
        page.Open("section");
        page.Element("h2", title);
        Table(page, caption, headings, all);
        page.Close("section");
    }

    private static void Table(HtmlPage page, string caption, string[] headings, IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        page.Table(caption, headings, all.Take(MostRows));
        if (all.Count > MostRows) page.Element("p", $"{PlainText.Number(all.Count - MostRows)} more rows are not shown; the JSON output has them.", "left");
    }
}
