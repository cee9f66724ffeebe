using Rubicon.Diagnostics;
using Rubicon.Reports;
using Rubicon.Review;
using Rubicon.Server.Cases;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Pages.Reviews;

/// <summary>Opening a case: first which procedure, then what its first step asks for. A recorded decision may be the referral.</summary>
internal static class CaseOpenPage
{
    public static IResult Get(HttpContext context, ServedLaw law, Store store) =>
        Show(context, law, store, context.Request.Query["procedure"], context.Request.Query["decision"], null, []);

    public static async Task<IResult> Post(HttpContext context, ServedLaw law, Store store)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var problems = new List<Problem>();
        string title = form["title"].ToString().Trim();
        if (title.Length is 0 or > CaseInput.LongestTitle) problems.Add(CaseEndpoints.Bad("a title of another length", $"1 to {CaseInput.LongestTitle} characters"));
        var day = CaseForm.Day(form, "day", law.Today, problems);
        string? decision = form["decision"].ToString().Trim() is { Length: > 0 } stated ? stated : null;
        var input = new CaseInput(null, day, ReviewWords.ParseRole(form["by"].ToString()), CaseForm.Statements(form), null, title, form["procedure"], decision);
        if (problems.Count == 0 && await CaseOpening.Open(law, store, Access.TokenOf(context), input, problems) is { } head) return LoginPage.SeeOther($"/cases/{head.Id}");
        return Show(context, law, store, form["procedure"], decision, form, problems);
    }

    private static IResult Show(HttpContext context, ServedLaw law, Store store, string? procedureId, string? decision, IFormCollection? sent, List<Problem> problems)
    {
        var page = new Html();
        UploadPage.Problems(page, problems);
        if (law.Procedure(procedureId ?? "") is not { } procedure)
        {
            page.Add($"<form method=\"get\" action=\"/cases/new\">\n<fieldset><legend>Which procedure</legend>\n");
            foreach (var one in law.Procedures) page.Add($"<p><label class=\"choice\"><input type=\"radio\" name=\"procedure\" value=\"{one.Id}\" required> {one.Title} <cite>{one.Citation}</cite></label></p>\n");
            page.Add($"</fieldset>\n");
            if (!string.IsNullOrEmpty(decision)) page.Add($"<input type=\"hidden\" name=\"decision\" value=\"{decision}\">");
            page.Add($"<p><button>Go on</button></p>\n</form>\n");
            return Page.Of(context, "Open a case", page);
        }
        var step = CaseOpening.Opening(procedure);
        var version = step.VersionOn(law.Today, law.Today);
        page.Add($"<p>{procedure.Title}, <cite>{procedure.Citation}</cite>. First step: {step.Title}{(version is null ? "" : $" ({version.Citation})")}.</p>\n<form method=\"post\" action=\"/cases/new\">\n").Add(Page.FormKey(context));
        page.Add($"<input type=\"hidden\" name=\"procedure\" value=\"{procedure.Id}\">\n<p><label for=\"title\">Title of the case</label><br><input id=\"title\" name=\"title\" required maxlength=\"300\" size=\"60\" value=\"{sent?["title"].ToString() ?? ""}\"></p>\n");
        page.Add($"<p><label for=\"day\">Day</label><br><input id=\"day\" name=\"day\" type=\"date\" required max=\"{PlainText.Day(law.Today)}\" value=\"{sent?["day"].ToString() ?? PlainText.Day(law.Today)}\"></p>\n");
        CaseForm.By(page, procedure, step.By, ReviewRole.Agency, "by");
        var statements = sent is null ? [] : CaseForm.Statements(sent);
        if (decision is not null && store.Decisions.Find(Access.TokenOf(context).Organization, decision) is { } referred)
        {
            page.Add($"<input type=\"hidden\" name=\"decision\" value=\"{decision}\"><p>Referred from <a href=\"/decisions/{decision}\">a recorded decision</a>.</p>\n");
            if (step.Needs.FirstOrDefault(n => n.Choices.IsEmpty) is { } free && !statements.ContainsKey(free.Id)) statements = statements.Add(free.Id, CaseOpening.Described(referred));
        }
        CaseForm.Needs(page, step, "", statements);
        page.Add($"<p><button>Open the case</button></p>\n</form>\n");
        return Page.Of(context, "Open a case", page, problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}
