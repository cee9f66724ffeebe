using System.Text.Json;
using Rubicon.Rules.Evaluation;
using Rubicon.Server.StoredReports;

namespace Rubicon.Server.Pages;

/// <summary>How many records of a scan have each outcome, as the store keeps it beside the scan.</summary>
internal sealed record OutcomeCounts(long Read, IReadOnlyList<(Outcome Outcome, long Count)> Each)
{
    private static readonly Outcome[] Order = [.. Enum.GetValues<Outcome>().OrderBy(ReportLines.Rank)];

    public static OutcomeCounts None { get; } = new(0, []);

    /// <summary>Reads what a scan that is done keeps; none for one that is not.</summary>
    public static OutcomeCounts Of(string? json)
    {
        if (json is null) return None;
        var counts = JsonSerializer.Deserialize<SortedDictionary<string, long>>(json)!;
        return new OutcomeCounts(counts.GetValueOrDefault("read"), [.. Order.Select(o => (o, counts.GetValueOrDefault(Outcomes.Word(o)))).Where(o => o.Item2 > 0)]);
    }

    /// <summary>The counts of several scans together.</summary>
    public static OutcomeCounts Sum(IEnumerable<OutcomeCounts> several)
    {
        var all = several.ToList();
        return new OutcomeCounts(all.Sum(c => c.Read), [.. Order.Select(o => (o, all.Sum(c => c.Each.Where(e => e.Outcome == o).Sum(e => e.Count)))).Where(o => o.Item2 > 0)]);
    }

    /// <summary>Badges with counts; each leads to its lines when a path is given.</summary>
    public void Write(Html page, string? path = null)
    {
        page.Add($"<ul class=\"totals\">\n");
        foreach (var (outcome, count) in Each)
        {
            string word = Outcomes.Word(outcome);
            page.Add($"<li>");
            if (path is null) page.Add(Page.Badge(word));
            else page.Add($"<a href=\"{path}?outcome={word}\">").Add(Page.Badge(word)).Add($"</a>");
            page.Add($" {count}</li>\n");
        }
        page.Add($"</ul>\n");
    }

    /// <summary>The share of each outcome as a bar; the numbers stand beside it, so it says nothing to those who hear the page.</summary>
    public void Bar(Html page)
    {
        long total = Each.Sum(e => e.Count), from = 0;
        if (total == 0) return;
        page.Add($"<svg class=\"bar\" viewBox=\"0 0 1000 12\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\">");
        foreach (var (outcome, count) in Each)
        {
            // What is there is seen: a share below two thousandths is drawn as two.
            long width = Math.Max(2, count * 1000 / total);
            page.Add($"<rect class=\"{Outcomes.Word(outcome)}\" x=\"{Text(from)}\" y=\"0\" width=\"{Text(width)}\" height=\"12\"/>");
            from += width;
        }
        page.Add($"</svg>\n");
    }

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
