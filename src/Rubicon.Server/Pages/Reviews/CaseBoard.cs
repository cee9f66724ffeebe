using Rubicon.Reports;
using Rubicon.Review;
using Rubicon.Server.Cases;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Pages.Reviews;

/// <summary>The cases in which an organization takes part: the days ahead first, then a board by state.</summary>
internal static class CaseBoard
{
    private const int Shown = 500;

    public static IResult Get(HttpContext context, ServedLaw law, Store store)
    {
        string organization = Access.TokenOf(context).Organization;
        var today = law.Today;
        var heads = store.Cases.Page(organization, null, Shown);
        var cases = heads.Select(h => OpenCase.Find(store, law, organization, h.Id)).OfType<OpenCase>().Select(c => (Case: c, Standing: c.Standing(today, today))).ToList();
        var page = new Html();
        if (Access.May(context, Role.CaseOfficer)) page.Add($"<p><a class=\"button\" href=\"/cases/new\">Open a case</a></p>\n");
        if (cases.Count == 0) page.Add($"<p>Your organization takes part in no case.</p>\n");
        else
        {
            Deadlines(page, cases, today);
            foreach (var procedure in cases.GroupBy(c => c.Case.Review.Procedure.Id).OrderBy(g => g.Key, StringComparer.Ordinal)) Board(page, procedure.First().Case.Review.Procedure, [.. procedure], today);
        }
        if (heads.Count == Shown) page.Add($"<p>The newest {Shown} cases; the API has all.</p>\n");
        return Page.Of(context, "Cases", page);
    }

    /// <summary>Deadlines that run or have run out, the most urgent first.</summary>
    public static IEnumerable<(OpenCase Case, RunningClock Clock)> Ahead(IEnumerable<(OpenCase Case, CaseStanding Standing)> cases) =>
        cases.SelectMany(c => c.Standing.Clocks.Where(k => k is { Clock.Kind: ClockKind.Deadline, State: ClockState.Running or ClockState.Lapsed, Due: not null }).Select(k => (c.Case, k))).OrderBy(c => c.k.Due).ThenBy(c => c.Case.Head.Number, StringComparer.Ordinal);

    public static void Deadlines(Html page, IReadOnlyList<(OpenCase Case, CaseStanding Standing)> cases, DateOnly today)
    {
        var ahead = Ahead(cases).ToList();
        if (ahead.Count == 0) return;
        Table.Begin(page, "Days ahead, the next one first", "Due", "Days left", "What", "For", "Case");
        foreach (var (open, clock) in ahead)
            page.Add($"<tr><td>{PlainText.Day(clock.Due!.Value)}</td><td>").Add(Left(clock, today)).Add($"</td><td>{clock.Clock.Title}</td><td>{open.Review.Procedure.Roles.GetValueOrDefault(clock.Clock.For, ReviewWords.Word(clock.Clock.For))}</td><th scope=\"row\"><a href=\"/cases/{open.Head.Id}\">{open.Head.Number} {open.Head.Title}</a></th></tr>\n");
        Table.End(page);
    }

    /// <summary>Days to a due day in words: colors alone say nothing.</summary>
    public static Html Left(RunningClock clock, DateOnly today) => clock.DaysLeft(today) switch
    {
        null => new Html(),
        < 0 and var late => new Html().Add($"<strong class=\"late\">{-late} days late</strong>"),
        0 => new Html().Add($"<strong class=\"late\">today</strong>"),
        { } left => new Html().Add($"{left}"),
    };

    private static void Board(Html page, Procedure procedure, List<(OpenCase Case, CaseStanding Standing)> cases, DateOnly today)
    {
        page.Add($"<h2>{procedure.Title}</h2>\n<p><cite>{procedure.Citation}</cite></p>\n<div class=\"board\" tabindex=\"0\" role=\"region\" aria-label=\"Board: {procedure.Title}\">\n");
        foreach (var state in procedure.States)
        {
            var here = cases.Where(c => c.Standing.State?.Id == state.Id).ToList();
            if (here.Count == 0) continue;
            page.Add($"<section><h3>{state.Title} ({here.Count})</h3>\n<ul>\n");
            foreach (var (open, standing) in here)
            {
                page.Add($"<li><a href=\"/cases/{open.Head.Id}\">{open.Head.Number}</a><br>{open.Head.Title}<br><small>as {ReviewWords.Word(open.Head.Side)}");
                if (Ahead([(open, standing)]).Select(a => a.Clock).FirstOrDefault() is { } next) page.Add($"; {next.Clock.Title}: {PlainText.Day(next.Due!.Value)}, ").Add(Left(next, today)).Add($"{(next.DaysLeft(today) > 0 ? " days left" : "")}");
                page.Add($"</small></li>\n");
            }
            page.Add($"</ul></section>\n");
        }
        page.Add($"</div>\n");
    }
}
