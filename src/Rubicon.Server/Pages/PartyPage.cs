using System.Text;
using Rubicon.Dates;
using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Rubicon.Parties;
using Rubicon.Reading.Ownership;
using Rubicon.Reports;
using Rubicon.Reports.Pictures;
using Rubicon.Rules.Law;
using Rubicon.Server.Answers;

namespace Rubicon.Server.Pages;

/// <summary>One party: names with their days, identifiers, the lists that name it over time, what it belongs to, and a picture of that.</summary>
internal static class PartyPage
{
    private const int MostDrawn = 40, RelationsShown = 20;

    public static IResult Get(string key, HttpContext context, ServedLaw law)
    {
        if (law.Data.Directory.Find(key) is not { } party) return Page.Missing(context);
        var problems = new List<Problem>();
        var asked = Asked.Days(context.Request.Query, problems);
        var day = asked.AsOf ?? law.Today;
        var page = new Html();
        UploadPage.Problems(page, problems);
        page.Add($"<p><a href=\"/parties\">Parties</a></p>\n<p>{party.Key}{(party.Country is { } country ? $", {country}" : "")}</p>\n<form method=\"get\" action=\"/parties/{key}\" class=\"screen\"><p><label for=\"as_of\">On the day</label> <input id=\"as_of\" name=\"as_of\" type=\"date\" value=\"{PlainText.Day(day)}\" required> <button class=\"quiet\">Show</button></p></form>\n");
        Lists(page, law, party, day);
        Names(page, party);
        Relations(page, law, party, day);
        return Page.Of(context, party.Name, page, problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    /// <summary>The relations around the party on a day, drawn.</summary>
    public static IResult Picture(string key, HttpContext context, ServedLaw law)
    {
        if (law.Data.Directory.Find(key) is not { } party) return Page.Missing(context);
        var day = Asked.Days(context.Request.Query, []).AsOf ?? law.Today;
        var register = new StakeRegister();
        new OwnershipFile(register).Read("makers", law.Data.Directory.Parties);
        var graph = new OwnershipGraph(register, day);
        var above = Surroundings.Above(graph, key, MostDrawn);
        var below = Surroundings.Below(graph, [key], MostDrawn, _ => true);
        var both = new Surroundings([.. above.Parties.Union(below.Parties, StringComparer.Ordinal)], [.. above.Edges.Concat(below.Edges).Distinct()], above.LeftOut + below.LeftOut);
        var listed = law.Data.Law.Lists.SelectMany(l => l.Entries).Where(e => e.PartyKey is not null && e.Effective.Holds(day, day)).Select(e => e.PartyKey!).ToHashSet(StringComparer.Ordinal);
        string svg = OwnershipPicture.Svg(both, graph, k => k == key ? PictureMark.Asked : listed.Contains(k) ? PictureMark.Listed : PictureMark.None, $"What {party.Name} belongs to and what belongs to it");
        return Results.Bytes(Encoding.UTF8.GetBytes(svg), "image/svg+xml; charset=utf-8");
    }

    private static void Lists(Html page, ServedLaw law, Party party, DateOnly day)
    {
        var entries = law.Data.Law.Lists.SelectMany(l => l.Entries.Where(e => e.PartyKey == party.Key).Select(e => (List: l, Entry: e))).OrderBy(e => e.Entry.Effective.From).ThenBy(e => e.Entry.Id, StringComparer.Ordinal).ToList();
        page.Add($"<h2>Lists over time</h2>\n");
        if (entries.Count == 0)
        {
            page.Add($"<p>No list of the packs names it.</p>\n");
            return;
        }
        Table.Begin(page, $"Entries that name it; those that hold on {PlainText.Day(day)} say so", "From", "To", "Holds", "List", "Entry", "By", "Words");
        foreach (var (list, entry) in entries)
            page.Add($"<tr><td>{PlainText.Day(entry.Effective.From)}</td><td>{(entry.Effective.EndAsKnown(day) is { } end ? PlainText.Day(end) : "")}</td><td>").Add(entry.Effective.Holds(day, day) ? new Html().Add($"<strong>yes</strong>") : new Html().Add($"no")).Add($"</td><td>{list.Title} ({list.Id})</td><th scope=\"row\">{entry.Name}{Also(entry)}</th><td>{entry.Citation}</td><td>{entry.Words ?? ""}</td></tr>\n");
        Table.End(page);
    }

    private static string Also(DesignationEntry entry) => entry.Reach.IsEmpty ? "" : $", with {string.Join(", ", entry.Reach.Select(ReportWords.Word))}";

    private static void Names(Html page, Party party)
    {
        page.Add($"<h2>Names and identifiers</h2>\n");
        Table.Begin(page, "Names and identifiers", "Kind", "Name or number", "In use", "Source");
        foreach (var name in party.Names) page.Add($"<tr><td>{Word(name.Kind)}</td><th scope=\"row\">{name.Text}</th><td>{Days(name.InUse)}</td><td>{Of(name.Source)}</td></tr>\n");
        foreach (var identifier in party.Identifiers) page.Add($"<tr><td>{identifier.Scheme}</td><th scope=\"row\">{identifier.Value}</th><td></td><td>{Of(identifier.Source)}</td></tr>\n");
        Table.End(page);
    }

    private static void Relations(Html page, ServedLaw law, Party party, DateOnly day)
    {
        var of = law.Data.Directory.Parties.SelectMany(p => p.Relations.Where(r => r.Other == party.Key).Select(r => (Party: p, Relation: r))).ToList();
        page.Add($"<h2>Ownership</h2>\n");
        if (party.Relations.IsEmpty && of.Count == 0)
        {
            page.Add($"<p>No relation is stated.</p>\n");
            return;
        }
        page.Add($"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Picture of relations\"><img class=\"picture\" src=\"/party-picture/{party.Key}?as_of={PlainText.Day(day)}\" alt=\"Relations of {party.Name} drawn; the table below states them\"></div>\n");
        Table.Begin(page, "Stated relations", "Party", "Is", "Of", "Days", "Source");
        foreach (var relation in party.Relations) Row(page, party, relation, law.Data.Directory.Find(relation.Other), relation.Other);
        foreach (var (other, relation) in of.Take(RelationsShown)) Row(page, other, relation, party, party.Key);
        Table.End(page);
        if (of.Count <= RelationsShown) return;
        page.Add($"<details><summary>{of.Count - RelationsShown} more parties that are stated to belong to it</summary>\n");
        Table.Begin(page, "More stated relations", "Party", "Is", "Of", "Days", "Source");
        foreach (var (other, relation) in of.Skip(RelationsShown)) Row(page, other, relation, party, party.Key);
        Table.End(page);
        page.Add($"</details>\n");
    }

    private static void Row(Html page, Party holder, PartyRelation relation, Party? other, string key) =>
        page.Add($"<tr><th scope=\"row\"><a href=\"/parties/{holder.Key}\">{holder.Name}</a></th><td>{Word(relation.Kind)}</td><td><a href=\"/parties/{key}\">{other?.Name ?? key}</a></td><td>{Days(relation.Holds)}</td><td>{Of(relation.Source)}{(relation.Note is { } note ? $"; {note}" : "")}</td></tr>\n");

    private static string Days(Period? days) => days is { } period ? period.ToString() : "";

    private static string Of(StatementSource source) => source.Title + source.Confidence switch { Confidence.Verified => "", Confidence.Known => " (known, not read again)", _ => " (unsure)" };

    private static string Word(NameKind kind) => kind switch { NameKind.Legal => "legal name", NameKind.Short => "short name", NameKind.Former => "former name", NameKind.Brand => "brand", NameKind.Alias => "other name", _ => "weak name" };

    private static string Word(RelationKind kind) => kind switch { RelationKind.SubsidiaryOf => "subsidiary", RelationKind.AffiliateOf => "affiliate", RelationKind.FormerlyPartOf => "formerly part", RelationKind.BranchOf => "branch", _ => "successor" };
}
