using Rubicon.Diagnostics;
using Rubicon.Reports;
using Rubicon.Review;
using Rubicon.Server.Answers;
using Rubicon.Server.Cases;
using Rubicon.Storage;

namespace Rubicon.Server.Pages.Reviews;

/// <summary>One case as one side sees it: state, clocks with their arithmetic, what can be done next, and the record.</summary>
internal static class CasePage
{
    public static IResult Get(string id, HttpContext context, ServedLaw law, Store store) =>
        CaseEndpoints.Find(id, context, law, store) is { } open ? Show(context, law, store, open, [], StatusCodes.Status200OK) : Page.Missing(context);

    public static IResult Show(HttpContext context, ServedLaw law, Store store, OpenCase open, IReadOnlyList<Problem> problems, int status)
    {
        var wrong = problems.ToList();
        var asked = Asked.Days(context.Request.Query, wrong);
        var asOf = asked.AsOf ?? law.Today;
        var standing = open.Standing(asOf, asked.KnownAt ?? asOf);
        var page = new Html();
        UploadPage.Problems(page, wrong);
        Head(page, open, standing);
        page.Add($"<form method=\"get\" action=\"/cases/{open.Head.Id}\" class=\"screen\"><p><label for=\"as_of\">As it stands on</label> <input id=\"as_of\" name=\"as_of\" type=\"date\" value=\"{PlainText.Day(asOf)}\" required> <button class=\"quiet\">Show</button></p></form>\n");
        CaseClockPart.Write(context, page, open, standing, asOf);
        if (asOf == law.Today)
        {
            CaseStepPart.Waiting(context, page, store, open);
            CaseStepPart.Possible(context, page, open, standing, law.Today);
        }
        CaseRecordPart.Events(page, open, store, asOf);
        CaseRecordPart.Files(context, page, open, store);
        if (open.Head.Side != ReviewRole.Consulted) CaseDutyPart.Write(context, page, open, store, law.Today);
        CaseRecordPart.Members(context, page, open, store);
        return Page.Of(context, $"{open.Head.Number} {open.Head.Title}", page, wrong.Count > problems.Count ? StatusCodes.Status400BadRequest : status);
    }

    private static void Head(Html page, OpenCase open, CaseStanding standing)
    {
        var procedure = open.Review.Procedure;
        page.Add($"<p><a href=\"/cases\">Cases</a></p>\n<p>{procedure.Title}, <cite>{procedure.Citation}</cite>. You take part as {procedure.Roles.GetValueOrDefault(open.Head.Side, ReviewWords.Word(open.Head.Side))} ({ReviewWords.Word(open.Head.Side)}).</p>\n");
        if (standing.State is { } state) page.Add($"<p>State: <strong>{state.Title}</strong>{(state.Ends ? ", which ends it" : "")}. {state.Note}</p>\n");
    }
}
