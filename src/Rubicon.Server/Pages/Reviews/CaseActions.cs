using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Review;
using Rubicon.Server.Cases;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Pages.Reviews;

/// <summary>What the forms of a case do. Each goes through the same doors as the API.</summary>
internal static class CaseActions
{
    public static Task<IResult> Step(string id, HttpContext context, ServedLaw law, Store store) => Seen(id, context, law, store, async (open, form, problems) =>
    {
        var day = CaseForm.Day(form, "day", law.Today, problems);
        if (day > law.Today) problems.Add(CaseEndpoints.Bad($"day {day:yyyy-MM-dd}", $"a day up to {law.Today:yyyy-MM-dd}"));
        var input = new CaseInput(form["step"], day, ReviewWords.ParseRole(form["by"].ToString()), CaseForm.Statements(form), null, null, null, null);
        return problems.Count > 0 ? Refusal.Unfit(problems) : (await CaseSteps.Take(store, open, Access.TokenOf(context), input)).Refused;
    });

    public static Task<IResult> Extend(string id, HttpContext context, ServedLaw law, Store store) => Seen(id, context, law, store, async (open, form, problems) =>
    {
        var until = CaseForm.Day(form, "until", law.Today, problems);
        var input = new CaseInput(null, law.Today, ReviewWords.ParseRole(form["by"].ToString()), [], new CaseExtension(form["clock"].ToString(), until, form["finding"].ToString().Trim()), null, null, null);
        return problems.Count > 0 ? Refusal.Unfit(problems) : (await CaseSteps.Take(store, open, Access.TokenOf(context), input)).Refused;
    });

    public static Task<IResult> Approve(string id, string draft, HttpContext context, ServedLaw law, Store store) =>
        Seen(id, context, law, store, async (open, _, _) => (await CaseSteps.Approve(store, open, Access.TokenOf(context), draft)).Refused);

    public static Task<IResult> Withdraw(string id, string draft, HttpContext context, ServedLaw law, Store store) =>
        Done(id, context, law, store, async (_, _) => await store.Cases.Withdraw(Access.AuthorOf(context), id, draft) ? null : Refusal.Missing);

    public static Task<IResult> Invite(string id, HttpContext context, ServedLaw law, Store store) => Done(id, context, law, store, async (open, form) =>
    {
        if (!open.IsAgency) return CaseSteps.OnlyAgency;
        string organization = form["organization"].ToString().Trim();
        return ReviewWords.ParseRole(form["side"].ToString()) is { } side && await store.Cases.Invite(Access.AuthorOf(context), id, organization, side)
            ? null
            : Refusal.Unfit([CaseEndpoints.Bad($"the organization {Quote.Text(organization)}", "an organization of this server that does not take part yet")]);
    });

    public static Task<IResult> AddFile(string id, HttpContext context, ServedLaw law, Store store) => Done(id, context, law, store, async (open, form) =>
    {
        if (CaseSteps.Right(open, Access.TokenOf(context)) is { } refused) return refused;
        string title = form["title"].ToString().Trim();
        if (title.Length is 0 or > CaseFileEndpoints.LongestTitle || form.Files is not [{ Length: > 0 and <= CaseFiles.Largest } file])
            return Refusal.Unfit([CaseEndpoints.Bad("no title or no file", $"a title of 1 to {CaseFileEndpoints.LongestTitle} characters and a file of 1 to {CaseFiles.Largest:N0} bytes")]);
        byte[] content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, context.RequestAborted);
        await store.Cases.Files.Add(Access.AuthorOf(context), id, title, form["restricted"] == "yes", content);
        return null;
    });

    public static Task<IResult> AddDuty(string id, HttpContext context, ServedLaw law, Store store) => Done(id, context, law, store, async (open, form) =>
    {
        if (!open.IsAgency) return CaseSteps.OnlyAgency;
        if (CaseSteps.Right(open, Access.TokenOf(context)) is { } refused) return refused;
        var problems = new List<Problem>();
        string text = form["text"].ToString().Trim();
        var first = CaseForm.Day(form, "first", law.Today, problems);
        DateOnly? until = form["until"].ToString().Length > 0 ? CaseForm.Day(form, "until", law.Today, problems) : null;
        if (!int.TryParse(form["months"], NumberStyles.None, CultureInfo.InvariantCulture, out int months) || !CaseDutyEndpoints.Fits(text, first, months, until)) problems.Add(CaseEndpoints.Bad("a duty that is not understood", CaseDutyEndpoints.Expected));
        if (problems.Count > 0) return Refusal.Unfit(problems);
        await store.Cases.Duties.Add(Access.AuthorOf(context), id, text, first, months, until);
        return null;
    });

    public static Task<IResult> ReportDuty(string id, string duty, HttpContext context, ServedLaw law, Store store) => Done(id, context, law, store, async (open, form) =>
    {
        if (open.Head.Side == ReviewRole.Consulted || store.Cases.Duties.Of(id).FirstOrDefault(d => d.Id == duty) is not { } kept) return Refusal.Missing;
        if (CaseSteps.Right(open, Access.TokenOf(context)) is { } refused) return refused;
        var problems = new List<Problem>();
        var (due, done) = (CaseForm.Day(form, "due", law.Today, problems), CaseForm.Day(form, "done", law.Today, problems));
        string evidence = form["evidence"].ToString().Trim();
        if (problems.Count == 0 && !CaseDutyEndpoints.Fits(kept, due, done, evidence, law.Today)) problems.Add(CaseEndpoints.Bad("a report that does not fit", CaseDutyEndpoints.Expected));
        if (problems.Count > 0) return Refusal.Unfit(problems);
        await store.Cases.Duties.Report(Access.AuthorOf(context), id, new DutyReport(duty, due, done, evidence));
        return null;
    });

    /// <summary>The numbered document, made for print.</summary>
    public static IResult Document(string id, string number, HttpContext context, ServedLaw law, Store store)
    {
        if (CaseEndpoints.Find(id, context, law, store) is not { } open || open.Document(number, store.Cases.Files.Of(id)) is not { } document) return Page.Missing(context);
        using var html = new MemoryStream();
        Reports.CaseDocumentHtml.Write(html, document);
        return ScanPage.ForPrint(context, html.ToArray());
    }

    /// <summary>The bytes of a file, for keeping and never for showing.</summary>
    public static IResult Content(string id, string file, HttpContext context, ServedLaw law, Store store) =>
        CaseEndpoints.Find(id, context, law, store) is { } open && store.Cases.Files.Of(id).FirstOrDefault(f => f.Id == file) is { } found && open.Sees(found) && store.Cases.Files.Content(id, file) is { } content
            ? Results.File(content, "application/octet-stream", found.Number)
            : Page.Missing(context);

    private static Task<IResult> Seen(string id, HttpContext context, ServedLaw law, Store store, Func<OpenCase, IFormCollection, List<Problem>, Task<Refusal?>> act) => Done(id, context, law, store, (open, form) =>
        form["seen"] == open.Events.Count.ToString(CultureInfo.InvariantCulture)
            ? act(open, form, [])
            : Task.FromResult<Refusal?>(new Refusal(StatusCodes.Status412PreconditionFailed, [])));

    private static async Task<IResult> Done(string id, HttpContext context, ServedLaw law, Store store, Func<OpenCase, IFormCollection, Task<Refusal?>> act)
    {
        if (CaseEndpoints.Find(id, context, law, store) is not { } open) return Page.Missing(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return await act(open, form) switch
        {
            null => LoginPage.SeeOther($"/cases/{id}"),
            { Status: StatusCodes.Status412PreconditionFailed } => Page.Changed(context, $"/cases/{id}", "Somebody else acted in the case since you opened the page; what you sent was not taken in."),
            { Status: StatusCodes.Status404NotFound } => Page.Missing(context),
            { } refused => CasePage.Show(context, law, store, open, refused.Problems, refused.Status),
        };
    }
}
