using Rubicon.Reports;
using Rubicon.Review;
using Rubicon.Server.Cases;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Pages.Reviews;

/// <summary>Duties of a mitigation agreement, with the days on which they fall due and what was reported.</summary>
internal static class CaseDutyPart
{
    private const int DaysShown = 12;

    public static void Write(HttpContext context, Html page, OpenCase open, Store store, DateOnly today)
    {
        var duties = store.Cases.Duties.Of(open.Head.Id);
        bool may = CaseSteps.Right(open, Access.TokenOf(context)) is null;
        if (duties.Count == 0 && !(may && open.IsAgency)) return;
        page.Add($"<h2>Duties of mitigation</h2>\n");
        if (duties.Count == 0) page.Add($"<p>None.</p>\n");
        var reports = store.Cases.Duties.Reports(open.Head.Id);
        foreach (var duty in duties)
        {
            var days = duty.Standing([.. reports.Where(r => r.Duty == duty.Id).Select(r => (r.Due, r.Done))], today);
            page.Add($"<article class=\"{(days.Any(d => d.State == DutyState.Overdue) ? "prohibited" : "")}\">\n<h3>{duty.Text}</h3>\n<p>{(duty.EveryMonths > 0 ? $"every {duty.EveryMonths} months from {PlainText.Day(duty.First)}" : $"once, on {PlainText.Day(duty.First)}")}{(duty.Until is { } until ? $", until {PlainText.Day(until)}" : "")}</p>\n");
            Table.Begin(page, "Days of: " + duty.Text, "Due", "State", "Evidence");
            foreach (var day in days.TakeLast(DaysShown))
            {
                string evidence = string.Join("; ", reports.Where(r => r.Duty == duty.Id && r.Due == day.Due).Select(r => $"{PlainText.Day(r.Done)}: {r.Evidence}"));
                page.Add($"<tr><th scope=\"row\">{PlainText.Day(day.Due)}</th><td>{Word(day.State)}</td><td>{evidence}</td></tr>\n");
            }
            Table.End(page);
            if (may && days.Any(d => d.Done is null)) Report(context, page, open, duty, days.First(d => d.Done is null).Due, today);
            page.Add($"</article>\n");
        }
        if (may && open.IsAgency) Form(context, page, open);
    }

    private static void Report(HttpContext context, Html page, OpenCase open, MitigationDuty duty, DateOnly due, DateOnly today)
    {
        page.Add($"<details class=\"screen\"><summary>Report it as done</summary>\n<form method=\"post\" action=\"/cases/{open.Head.Id}/duties/{duty.Id}/reports\">\n").Add(Page.FormKey(context));
        page.Add($"<p><label for=\"due-{duty.Id}\">Due day</label><br><input id=\"due-{duty.Id}\" name=\"due\" type=\"date\" required value=\"{PlainText.Day(due)}\"></p>\n<p><label for=\"done-{duty.Id}\">Done on</label><br><input id=\"done-{duty.Id}\" name=\"done\" type=\"date\" required max=\"{PlainText.Day(today)}\" value=\"{PlainText.Day(today)}\"></p>\n<p><label for=\"evidence-{duty.Id}\">What shows it</label><br><textarea id=\"evidence-{duty.Id}\" name=\"evidence\" rows=\"2\" cols=\"60\" required maxlength=\"2000\"></textarea></p>\n<p><button>Report</button></p>\n</form></details>\n");
    }

    private static void Form(HttpContext context, Html page, OpenCase open)
    {
        page.Add($"<details class=\"screen\"><summary>Add a duty</summary>\n<form method=\"post\" action=\"/cases/{open.Head.Id}/duties\">\n").Add(Page.FormKey(context));
        page.Add($"<p><label for=\"duty-text\">What is to be done</label><br><textarea id=\"duty-text\" name=\"text\" rows=\"2\" cols=\"60\" required maxlength=\"2000\"></textarea></p>\n<p><label for=\"duty-first\">First day</label><br><input id=\"duty-first\" name=\"first\" type=\"date\" required></p>\n<p><label for=\"duty-months\">Again every so many months (0: once)</label><br><input id=\"duty-months\" name=\"months\" type=\"number\" min=\"0\" max=\"120\" value=\"0\" required></p>\n<p><label for=\"duty-until\">Last day (may be left out)</label><br><input id=\"duty-until\" name=\"until\" type=\"date\"></p>\n<p><button>Add</button></p>\n</form></details>\n");
    }

    private static string Word(DutyState state) => state switch { DutyState.Ahead => "ahead", DutyState.Done => "done", DutyState.DoneLate => "done late", _ => "overdue" };
}
