using System.Collections.Immutable;
using Rubicon.Parties;
using Rubicon.Rules.Checks;
using Rubicon.Rules.Law;

namespace Rubicon.Reports.Html.Law;

/// <summary>One provision: dates, words and tests by version, cases.</summary>
internal static class ProvisionPart
{
    private static readonly string[] Confidences = ["text read", "known, not read again", "unsure"];

    internal static void Write(HtmlPage page, LawBook law, Provision provision, LawLinks links, IReadOnlyCollection<LawCase> cases, DateOnly asOf)
    {
        page.Tag("section", ("id", provision.Id));
        page.Element("h2", provision.Title);
        page.Start("p", "rule");
        page.Inline("b", provision.Citation);
        page.Text($" ({provision.Id})");
        page.Constant("</p>");
        var instrument = law.FindInstrument(provision.InstrumentId);
        if (instrument is not null) page.Element("p", $"{instrument.Title}; {instrument.Citation}", "citation");
        TimelinePart.Write(page, provision, instrument, asOf);
        foreach (var version in provision.Versions) Version(page, provision, version, links, law, asOf);
        Cases(page, [.. cases.Where(c => c.ProvisionId == provision.Id).OrderBy(c => c.AsOf)]);
        page.Close("section");
    }

    private static void Version(HtmlPage page, Provision provision, ProvisionVersion version, LawLinks links, LawBook law, DateOnly asOf)
    {
        bool current = ReferenceEquals(version, provision.VersionOn(asOf, asOf));
        page.Open("article", current ? "current" : null);
        page.Start("h3");
        page.Text(Period(version.Effective));
        page.Text(": ");
        page.Inline("span", TimelinePart.State(version), $"badge {TimelinePart.Class(version)}");
        if (current) page.Text($" holds on {PlainText.Day(asOf)}");
        page.Constant("</h3>");
        page.Element("p", $"Known from {PlainText.Day(version.Effective.Known)}.{string.Concat(version.Effective.Revised.Select(r => $" From {PlainText.Day(r.Known)} on its end was known to be {(r.To is { } to ? PlainText.Day(to) : "open")}."))}", "citation");
        if (version.Citation is { } citation) page.Element("p", citation, "citation");
        WordsPart.Write(page, $"{provision.Title}, {Period(version.Effective)}", [("binds", version.Binds), ("act", version.Act), ("when", version.When)]);
        Named(page, "Unless", version.Unless, links, law);
        Named(page, "Waivable by", version.WaivableBy, links, law);
        Named(page, "Brings the duty", version.Obligations, links, law);
        if (version.Do is { } duty) page.Element("p", $"To do: {duty}", "do");
        if (version.Clock is { } clock) page.Element("p", $"Due: \"{clock.Words}\"", "do");
        if (version.Note is { } note) page.Element("p", $"Note: {note}");
        if (!version.Sources.IsEmpty)
        {
            page.Element("p", "Sources", "citation");
            page.Open("ul");
            foreach (var source in version.Sources) page.Element("li", Source(source), "citation");
            page.Close("ul");
        }
        page.Close("article");
    }

    private static void Named(HtmlPage page, string what, ImmutableArray<string> ids, LawLinks links, LawBook law)
    {
        foreach (string id in ids)
        {
            var named = law.Provision(id);
            page.Start("p");
            page.Text($"{what}: ");
            links.Write(page, id, named.Title);
            page.Text($" ({named.Citation})");
            page.Constant("</p>");
        }
    }

    private static void Cases(HtmlPage page, IReadOnlyCollection<LawCase> cases)
    {
        if (cases.Count == 0) return;
        page.Table($"Cases ({PlainText.Number(cases.Count)})", ["Case", "As of", "Facts", "Result"], cases.Select(c => new[]
        {
            c.Name, PlainText.Day(c.AsOf) + (c.KnownAt == c.AsOf ? "" : $", known by {PlainText.Day(c.KnownAt)}"),
            string.Join("; ", c.Facts.Stated.Select(s => $"{s.Fact.Name}: {s.Value.Display}").Concat(c.Facts.Components.Select(p => $"part: {string.Join(", ", p.Stated.Select(s => $"{s.Fact.Name} {s.Value.Display}"))}"))),
            c.Expect + (c.Due is { } due ? $", due {PlainText.Day(due)}" : "") + (c.Asks.IsEmpty ? "" : $", asks {string.Join(", ", c.Asks)}"),
        }));
    }

    internal static string Period(Effective effective) =>
        $"from {PlainText.Day(effective.From)}{(effective.EndAsKnown(DateOnly.MaxValue) is { } to ? $" to {PlainText.Day(to)}" : "")}";

    private static string Source(StatementSource source) =>
        $"{source.Title}{(source.Published is { } day ? $", {day}" : "")} ({Confidences[(int)source.Confidence]})";
}
