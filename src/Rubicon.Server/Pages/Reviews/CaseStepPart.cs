using System.Globalization;
using Rubicon.Reports;
using Rubicon.Review;
using Rubicon.Server.Cases;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Pages.Reviews;

/// <summary>What can be done in a case now: steps with their forms, and steps that wait for a second person.</summary>
internal static class CaseStepPart
{
    /// <summary>How many events the form's reader saw: another number means that somebody was first.</summary>
    public static Html Seen(OpenCase open) => new Html().Add($"<input type=\"hidden\" name=\"seen\" value=\"{open.Events.Count.ToString(CultureInfo.InvariantCulture)}\">");

    public static void Waiting(HttpContext context, Html page, Store store, OpenCase open)
    {
        var own = Access.TokenOf(context);
        var waiting = store.Cases.Waiting(own.Organization, open.Head.Id);
        if (waiting.Count == 0) return;
        var names = store.Tokens.In(own.Organization).ToDictionary(t => t.Id, t => t.Name, StringComparer.Ordinal);
        page.Add($"<h2>Waits for a second person</h2>\n");
        foreach (var draft in waiting)
        {
            var step = open.Review.Procedure.FindStep(draft.Event.Step ?? "");
            page.Add($"<article class=\"review\">\n<h3>{step?.Title ?? draft.Event.Step}</h3>\n<p>Prepared by {names.GetValueOrDefault(draft.Token, draft.Token)} on {Table.Time(draft.Created)} UTC, for {PlainText.Day(draft.Event.Day)}.</p>\n");
            Statements(page, step, draft.Event);
            page.Add($"<div class=\"screen row\">");
            if (draft.Token != own.Id && Access.May(context, Role.Approver)) Button(context, page, open, $"/cases/{open.Head.Id}/drafts/{draft.Id}/approve", "Approve", "");
            else page.Add($"<p>{(draft.Token == own.Id ? "Another person approves it: whoever prepared it may not." : "An approver may approve it.")}</p>");
            if (Access.May(context, Role.Analyst)) Button(context, page, open, $"/cases/{open.Head.Id}/drafts/{draft.Id}/withdraw", "Take it back", "quiet");
            page.Add($"</div>\n</article>\n");
        }
    }

    public static void Possible(HttpContext context, Html page, OpenCase open, CaseStanding standing, DateOnly today)
    {
        page.Add($"<h2>What can be done</h2>\n");
        if (standing.Steps.IsEmpty) page.Add($"<p>{(standing.State is { Ends: true } ? "Nothing: the case is over." : "Nothing by your side now.")}</p>\n");
        bool may = CaseSteps.Right(open, Access.TokenOf(context)) is null;
        foreach (var possible in standing.Steps)
        {
            var step = possible.Step;
            page.Add($"<details class=\"step\"><summary>{step.Title}{(possible.Why is null ? "" : possible.From is { } from ? $" (from {PlainText.Day(from)})" : " (not yet)")}</summary>\n<p>");
            if (possible.Version.Words is { } words) page.Add($"<q>{words}</q> ");
            page.Add($"<cite>{possible.Version.Citation}</cite></p>\n");
            if (possible.Version.Note is { } note) page.Add($"<p>Note: {note}</p>\n");
            if (possible.Why is { } why) page.Add($"<p>Not yet: {why}</p>\n");
            else if (may) Form(context, page, open, step, today);
            else page.Add($"<p>Your role may not take it.</p>\n");
            page.Add($"</details>\n");
        }
    }

    /// <summary>What was stated with a step.</summary>
    public static void Statements(Html page, ProcedureStep? step, CaseEvent done)
    {
        if (done.Statements.IsEmpty) return;
        page.Add($"<dl>\n");
        foreach (var (id, text) in done.Statements.OrderBy(s => Place(step, s.Key)).ThenBy(s => s.Key, StringComparer.Ordinal))
            page.Add($"<dt>{step?.Needs.FirstOrDefault(n => n.Id == id)?.Title ?? id}</dt><dd class=\"said\">{text}</dd>\n");
        page.Add($"</dl>\n");
    }

    private static int Place(ProcedureStep? step, string id)
    {
        for (int i = 0; i < step?.Needs.Length; i++)
            if (step.Needs[i].Id == id) return i;
        return int.MaxValue;
    }

    private static void Form(HttpContext context, Html page, OpenCase open, ProcedureStep step, DateOnly today)
    {
        page.Add($"<form class=\"screen\" method=\"post\" action=\"/cases/{open.Head.Id}/steps\">\n").Add(Page.FormKey(context)).Add(Seen(open));
        page.Add($"<input type=\"hidden\" name=\"step\" value=\"{step.Id}\">\n<p><label for=\"{step.Id}-day\">Day</label><br><input id=\"{step.Id}-day\" name=\"day\" type=\"date\" required max=\"{PlainText.Day(today)}\" value=\"{PlainText.Day(today)}\"></p>\n");
        CaseForm.By(page, open.Review.Procedure, open.IsAgency ? step.By : [open.Head.Side], open.Head.Side, step.Id + "-by");
        CaseForm.Needs(page, step, step.Id + "-", []);
        if (step.Document is not null) page.Add($"<p>It makes a numbered document.</p>\n");
        page.Add($"<p><button>{(step.Approved ? "Prepare for approval" : "Take the step")}</button>{(step.Approved ? " A second person approves it." : "")}</p>\n</form>\n");
    }

    private static void Button(HttpContext context, Html page, OpenCase open, string action, string text, string kind) =>
        page.Add($"<form method=\"post\" action=\"{action}\">").Add(Page.FormKey(context)).Add(Seen(open)).Add($"<button class=\"{kind}\">{text}</button></form>");
}
