using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Screening;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Pages;

/// <summary>One decision: outcome, questions that can be answered in place, findings with their proof, and the parties it speaks of.</summary>
internal static class DecisionPage
{
    public static IResult Get(string id, HttpContext context, Store store, ServedLaw law) => Show(context, store, law, new DecisionPlace(null, id), null);

    public static IResult Line(string id, string decision, HttpContext context, Store store, ServedLaw law) => Show(context, store, law, new DecisionPlace(id, decision), ("/scans/" + id, "All records of the scan"));

    private static IResult Show(HttpContext context, Store store, ServedLaw law, DecisionPlace place, (string Path, string Name)? within)
    {
        if (place.Find(context, store) is not { } found) return Page.Missing(context);
        var (head, decision) = found;
        var page = new Html();
        if (within is { } whole) page.Add($"<p><a href=\"{whole.Path}\">{whole.Name}</a></p>\n");
        Head(page, head, decision);
        Doors(context, page, place, decision);
        StatedPart.Questions(context, page, law, place, decision);
        Body(page, decision, open: false);
        Parties(context, page, law, place, decision);
        Facts(page, decision, open: false);
        return Page.Of(context, decision.Title, page);
    }

    public static void Head(Html page, ReportHead head, Decision decision)
    {
        page.Add($"<p>").Add(Page.Badge(Outcomes.Word(decision.Outcome))).Add($" {decision.Source.ToString()}</p>\n<p>As {PlainText.Actor(head.Actor)}, on {PlainText.Day(head.AsOf)}, known by {PlainText.Day(head.KnownAt)}.</p>\n");
        if (decision.Reason is not null) page.Add($"<p>Because {decision.Reason}.</p>\n");
        if (decision.ByCountry.Length > 1) page.Add($"<p>{string.Join("; ", decision.ByCountry.Select(c => $"{c.Country}: {Outcomes.Word(c.Outcome)}"))}</p>\n");
        if (!decision.ByCapacity.IsEmpty)
        {
            page.Add($"<ul class=\"totals\">\n");
            foreach (var (capacity, outcome) in decision.ByCapacity) page.Add($"<li>As {capacity.Replace('-', ' ')}: ").Add(Page.Badge(Outcomes.Word(outcome))).Add($"</li>\n");
            page.Add($"</ul>\n");
        }
        if (decision.Unread is { } unread)
            foreach (var problem in unread.Problems) page.Add($"<p class=\"problem\">{problem.ToString()}</p>\n");
    }

    /// <summary>Findings and duties; folded proofs are open for the findings that give the outcome, or for all.</summary>
    public static void Body(Html page, Decision decision, bool open)
    {
        if (!decision.Findings.IsEmpty) page.Add($"<h2>Findings</h2>\n");
        foreach (var finding in decision.Findings.OrderByDescending(f => f.Outcome)) ProofPart.Write(page, finding, open || (finding.Outcome == decision.Outcome && decision.Outcome > Outcome.Review));
        if (!decision.Obligations.IsEmpty) page.Add($"<h2>Duties</h2>\n");
        foreach (var duty in decision.Obligations) ProofPart.Duty(page, duty);
        foreach (string note in decision.Notes) page.Add($"<p>Note: {note}</p>\n");
    }

    public static void Facts(Html page, Decision decision, bool open)
    {
        if (decision.Facts.IsEmpty) return;
        page.Add($"<details").Add(open ? new Html().Add($" open") : new Html()).Add($"><summary>Facts it rests on</summary>\n");
        Table.Begin(page, "Facts", "Fact", "Value", "Evidence");
        foreach (var (fact, value) in decision.Facts)
            page.Add($"<tr><th scope=\"row\">{fact}</th><td>{value.Display}</td><td>{string.Join("; ", value.Evidence.Select(ExplainText.EvidenceText))}</td></tr>\n");
        Table.End(page);
        page.Add($"</details>\n");
    }

    private static void Doors(HttpContext context, Html page, DecisionPlace place, Decision decision)
    {
        page.Add($"<p class=\"screen\"><a href=\"{place.Path}/record\">Inquiry record for print</a>");
        if (place.Scan is not null && decision.Subject is not null) page.Add($" · <a href=\"{place.Path}/device\">What the device shows</a>");
        if (place.Scan is null && Access.May(context, Role.CaseOfficer)) page.Add($" · <a href=\"/cases/new?decision={place.Decision}\">Refer it for review</a>");
        page.Add($"</p>\n");
    }

    private static void Parties(HttpContext context, Html page, ServedLaw law, DecisionPlace place, Decision decision)
    {
        var parties = decision.Facts.Where(f => f.Value is PartyValue { Attributions.IsEmpty: false }).Select(f => (f.Fact, Party: (PartyValue)f.Value)).ToList();
        if (parties.Count == 0) return;
        page.Add($"<h2>Parties</h2>\n");
        foreach (var same in parties.GroupBy(p => p.Party.Name + p.Party.Signature, StringComparer.Ordinal))
        {
            var (fact, party) = same.First();
            page.Add($"<article>\n<h3>{string.Join(", ", same.Select(p => p.Fact))}: {party.Name}</h3>\n<ul>\n");
            foreach (var attribution in party.Attributions.DistinctBy(a => (a.PartyKey, a.Relation)))
            {
                page.Add($"<li>{(attribution.Truth == Truth.Unknown ? "may be " : "")}{ReportWords.Word(attribution.Relation)}: ");
                if (law.Data.Directory.Find(attribution.PartyKey) is { } listed) page.Add($"<a href=\"/parties/{listed.Key}\">{listed.Name}</a>");
                else page.Add($"{attribution.PartyKey}");
                page.Add($" <span class=\"evidence\">{string.Join("; ", attribution.Evidence.Select(ExplainText.EvidenceText))}</span></li>\n");
            }
            page.Add($"</ul>\n");
            StatedPart.Clear(context, page, law, place, decision, fact, party);
            page.Add($"</article>\n");
        }
    }
}
