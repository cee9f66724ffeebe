using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Matching;
using Rubicon.Reports;
using Rubicon.Screening;
using Rubicon.Server.Answers;

namespace Rubicon.Server.Pages;

/// <summary>Names looked up: entries of lists that they may mean, with what was compared, and parties that have such a name.</summary>
internal static class PartyPages
{
    private const int LongestName = 500, PartiesShown = 15, EntriesShown = 25;

    public static IResult Search(HttpContext context, ServedLaw law)
    {
        var problems = new List<Problem>();
        var asked = Asked.Days(context.Request.Query, problems);
        string name = context.Request.Query["q"].ToString().Trim();
        if (name.Length > LongestName) problems.Add(new Problem(ProblemCatalog.BadQuery, new SourceLocation("q"), $"a name of {name.Length} characters", $"at most {LongestName} characters"));
        var day = asked.AsOf ?? law.Today;
        var page = new Html();
        UploadPage.Problems(page, problems);
        page.Add($"<form method=\"get\" action=\"/parties\" role=\"search\"><p><label for=\"q\">Name, in any script</label><br><input id=\"q\" name=\"q\" required maxlength=\"500\" size=\"50\" value=\"{name}\"></p>\n<p><label for=\"as_of\">On the day</label> <input id=\"as_of\" name=\"as_of\" type=\"date\" value=\"{PlainText.Day(day)}\"> <button>Look up</button></p></form>\n");
        if (name.Length > 0 && problems.Count == 0) Found(page, law, name, day, asked.KnownAt ?? day);
        return Page.Of(context, "Parties", page, problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    private static void Found(Html page, ServedLaw law, string name, DateOnly day, DateOnly knownAt)
    {
        var answer = law.Names(day, knownAt).Screen(new NameQuery(name), new ScreeningThresholds(MatchThreshold.Possible));
        if (!answer.IsAssessed)
        {
            page.Add($"<p role=\"alert\" class=\"wrong\">Not assessed: {(answer.HasText ? "the name is too long to be compared whole" : "the name has no letter and no digit")}.</p>\n");
            return;
        }
        page.Add($"<h2>Entries of lists</h2>\n");
        foreach (var problem in law.Lists(day, knownAt).Problems) page.Add($"<p class=\"problem\">{problem.Where.ToString()}: {problem.Kind.Title}: found {problem.Found}</p>\n");
        if (answer.Matches.IsEmpty) page.Add($"<p>No entry has a name like it, in the lists of the packs{(!law.Lists(day, knownAt).Snapshots.IsEmpty ? " and the imported ones" : "")}. That is no clearance: it says what was compared.</p>\n");
        else Entries(page, law, answer.Matches, "Entries with a name like it, best first");
        if (!answer.Related.IsEmpty) Entries(page, law, answer.Related, "Entries that reach the party by a stated relation");
        var parties = law.Data.Names.Find(new NameQuery(name), MatchThreshold.Possible);
        if (parties.IsEmpty) return;
        page.Add($"<h2>Parties</h2>\n");
        Table.Begin(page, "Parties with a name like it, best first", "Party", "Country", "Score", "What was compared");
        foreach (var match in parties.Take(PartiesShown))
            page.Add($"<tr><th scope=\"row\"><a href=\"/parties/{match.Party.Key}\">{match.Party.Name}</a></th><td>{match.Party.Country}</td><td>{Score(match.Score)}</td><td>{string.Join("; ", match.Reasons.Select(r => r.Text))}</td></tr>\n");
        Table.End(page);
    }

    private static void Entries(Html page, ServedLaw law, IReadOnlyList<ListMatch> matches, string caption)
    {
        Table.Begin(page, caption, "Entry", "List", "In force", "Score", "What was compared");
        foreach (var match in matches.Take(EntriesShown))
            page.Add($"<tr><th scope=\"row\">").Add(Named(law, match)).Add($"{(match.IsCertain ? "" : " (may be)")}</th><td>{match.ListTitle}{(match.ListState is { } state ? $", state of {PlainText.Day(state)}" : "")}</td><td>{(match.InForce ? "yes" : "no")}{(match.From is { } from ? $", from {PlainText.Day(from)}" : "")}{(match.To is { } to ? $" to {PlainText.Day(to)}" : "")}</td><td>{Score(match.Score)}</td><td>{string.Join("; ", match.Reasons)}</td></tr>\n");
        Table.End(page);
        if (matches.Count > EntriesShown) page.Add($"<p>The best {EntriesShown} of {matches.Count}.</p>\n");
    }

    /// <summary>The entry's name, leading to its party where the packs name it.</summary>
    private static Html Named(ServedLaw law, ListMatch match) =>
        law.PartyOf(match.Entry) is { } key ? new Html().Add($"<a href=\"/parties/{key}\">{match.Name}</a>") : new Html().Add($"{match.Name}");

    private static string Score(double score) => score.ToString("0.00", CultureInfo.InvariantCulture);
}
