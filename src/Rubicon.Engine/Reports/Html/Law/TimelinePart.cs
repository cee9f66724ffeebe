using System.Globalization;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;

namespace Rubicon.Reports.Html.Law;

/// <summary>
/// The dates of a provision as a picture, an SVG without script: a row for its instrument, one for each version, a line for the day asked about. The same days stand as
/// text in a table under it, for those who cannot see the picture and for paper.
/// </summary>
internal static class TimelinePart
{
    private const int Width = 960;
    private const int RowHeight = 34;
    private const int Top = 20;

    private readonly record struct Bar(DateOnly From, DateOnly? To, string Text, string Class);

    internal static void Write(HtmlPage page, Provision provision, Instrument? instrument, DateOnly asOf)
    {
        var rows = new List<(string Name, List<Bar> Bars)>();
        if (instrument is { Status.IsEmpty: false }) rows.Add((instrument.Title, Statuses(instrument)));
        foreach (var version in provision.Versions)
            if (version.Effective.Final is { } period) rows.Add(($"version known {PlainText.Day(version.Effective.Known)}", [new Bar(period.From, period.To, State(version), Class(version))]));
        if (rows.Count == 0) return;
        var bars = rows.SelectMany(r => r.Bars).ToList();
        int first = bars.Min(b => b.From.Year), last = Math.Max(asOf.Year, bars.Max(b => Math.Max(b.From.Year, b.To?.Year ?? 0))) + 1;
        Picture(page, $"Timeline of {provision.Id}", rows, first, Math.Min(last, DateOnly.MaxValue.Year), asOf);
        page.Table("Dates", ["What", "From", "To", "State"], rows.SelectMany(r => r.Bars.Select(b =>
            new[] { r.Name, PlainText.Day(b.From), b.To is { } to ? PlainText.Day(to) : "open", b.Text })));
    }

    /// <summary>What a version does, or where it stands when it does nothing.</summary>
    internal static string State(ProvisionVersion version) =>
        version.Status == LegalStatus.InForce ? Outcomes.Word(version.Effect) : $"{PlainText.Status(version.Status)}: {Outcomes.Word(version.Effect)}";

    /// <summary>The class of its color; a version that decides nothing is drawn with a dashed border.</summary>
    internal static string Class(ProvisionVersion version) => version.Status switch
    {
        LegalStatus.Unconfirmed => "review",
        LegalStatus.InForce => version.Effect switch
        {
            Effect.Prohibited => "prohibited",
            Effect.LicenseRequired => "license-required",
            Effect.Reviewable => "review",
            Effect.Allowed => "allowed",
            _ => "plain",
        },
        _ => "not-assessed",
    };

    private static List<Bar> Statuses(Instrument instrument)
    {
        var bars = new List<Bar>();
        for (int i = 0; i < instrument.Status.Length; i++)
        {
            var status = instrument.Status[i];
            DateOnly? to = i + 1 < instrument.Status.Length && instrument.Status[i + 1].From > status.From ? instrument.Status[i + 1].From.AddDays(-1) : null;
            if (i + 1 < instrument.Status.Length && to is null) continue;
            bars.Add(new Bar(status.From, to, PlainText.Status(status.Is), status.Is == LegalStatus.InForce ? "plain" : "not-assessed"));
        }
        return bars;
    }

    private static void Picture(HtmlPage page, string label, List<(string Name, List<Bar> Bars)> rows, int firstYear, int lastYear, DateOnly asOf)
    {
        int start = new DateOnly(firstYear, 1, 1).DayNumber, days = Math.Max(1, new DateOnly(lastYear, 12, 31).DayNumber - start);
        double X(DateOnly day) => Math.Clamp((day.DayNumber - start) / (double)days, 0, 1) * Width;
        int height = Top + (rows.Count * RowHeight) + 24;
        page.Tag("svg", ("class", "timeline"), ("viewBox", $"0 0 {Number(Width)} {Number(height)}"), ("role", "img"), ("aria-label", $"{label}; the table below has the same days"));
        int step = Math.Max(1, (int)Math.Ceiling((lastYear - firstYear + 1) / 12.0));
        for (int year = firstYear; year <= lastYear; year += step)
        {
            double x = X(new DateOnly(year, 1, 1));
            page.Tag("line", ("class", "tick"), ("x1", Number(x)), ("x2", Number(x)), ("y1", Number(Top)), ("y2", Number(height - 20)));
            page.Close("line");
            Label(page, x + 2, height - 6, year.ToString(CultureInfo.InvariantCulture), "year");
        }
        int y = Top;
        foreach (var (name, bars) in rows)
        {
            for (int i = 0; i < bars.Count; i++)
            {
                var bar = bars[i];
                double from = X(bar.From), to = bar.To is { } end ? X(end.AddDays(end < DateOnly.MaxValue ? 1 : 0)) : Width;
                page.Tag("rect", ("class", $"bar {bar.Class}"), ("x", Number(from)), ("y", Number(y + 14)), ("width", Number(Math.Max(2, to - from))), ("height", Number(14)), ("rx", "2"));
                page.Element("title", $"{name}: {bar.Text}, from {PlainText.Day(bar.From)}{(bar.To is { } last ? $" to {PlainText.Day(last)}" : "")}");
                page.Close("rect");
            }
            Label(page, Math.Min(X(bars[0].From), Width * 0.6), y + 11, $"{(name.Length > 60 ? name[..60] + "…" : name)}: {string.Join(", ", bars.Select(b => b.Text).Distinct(StringComparer.Ordinal).Take(4))}", "name");
            y += RowHeight;
        }
        double today = X(asOf);
        page.Tag("line", ("class", "asof"), ("x1", Number(today)), ("x2", Number(today)), ("y1", Number(Top - 6)), ("y2", Number(height - 20)));
        page.Close("line");
        Label(page, Math.Min(today + 3, Width - 90), 12, PlainText.Day(asOf), "name");
        page.Close("svg");
    }

    private static void Label(HtmlPage page, double x, double y, string text, string className)
    {
        page.Tag("text", ("class", className), ("x", Number(x)), ("y", Number(y)));
        page.Text(text);
        page.Close("text");
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
