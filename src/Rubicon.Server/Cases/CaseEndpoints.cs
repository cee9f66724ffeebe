using System.Globalization;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reports;
using Rubicon.Review;
using Rubicon.Server.Answers;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Cases;

/// <summary>/api/v1/procedures and /api/v1/cases: reading, opening, steps, approvals and who takes part.</summary>
internal static class CaseEndpoints
{
    private const int MostLines = 500;

    public static IResult Procedures(HttpContext context, ServedLaw law) => On(context, law, (asOf, knownAt) =>
        CaseJson.Object(json => CaseJson.Array(json, "procedures", law.Procedures, p => CaseJson.Procedure(json, p, asOf, knownAt))));

    /// <summary>Newest first; `after` is the cursor that the page before gave as `next`.</summary>
    public static IResult List(HttpContext context, ServedLaw law, Store store) => On(context, law, (asOf, knownAt) =>
    {
        var problems = new List<Problem>();
        if (Page.Of(context.Request, MostLines, problems) is not { } page) return ProblemAnswer.Of(StatusCodes.Status400BadRequest, problems);
        string organization = Access.TokenOf(context).Organization;
        var heads = store.Cases.Page(organization, page.After, page.Limit);
        return CaseJson.Object(json =>
        {
            CaseJson.Array(json, "cases", heads, head =>
            {
                CaseJson.Head(json, head);
                if (OpenCase.Find(store, law, organization, head.Id)?.Standing(asOf, knownAt) is not { } standing) return;
                if (standing.State is { } state) json.WriteString("state", state.Id);
                if (standing.Clocks.Where(c => c is { State: ClockState.Running or ClockState.Lapsed, Clock.Kind: ClockKind.Deadline, Due: not null }).MinBy(c => c.Due) is { } next)
                {
                    json.WriteStartObject("nextClock");
                    CaseJson.Clock(json, next, asOf);
                    json.WriteEndObject();
                }
            });
            if (heads.Count == page.Limit) json.WriteString("next", $"{heads[^1].Created}~{heads[^1].Id}");
        });
    });

    public static IResult Show(string id, HttpContext context, ServedLaw law, Store store) => On(context, law, (asOf, knownAt) =>
    {
        if (Find(id, context, law, store) is not { } open) return RecordEndpoints.Missing();
        context.Response.Headers.ETag = Tag(open.Events.Count);
        return CaseJson.Object(json => CaseJson.Case(json, open, store.Cases.Members(id), store.Cases.Files.Of(id), asOf, knownAt));
    });

    /// <summary>Opens a case with the step that opens its procedure.</summary>
    public static async Task<IResult> Open(HttpContext context, ServedLaw law, Store store)
    {
        var problems = new List<Problem>();
        if (await Body.Read(context, CaseInput.LargestBody) is not { } body) return Body.TooLarge(CaseInput.LargestBody);
        if (CaseInput.Read(body, law.Today, problems) is not { } input) return Unprocessable(problems);
        if (await CaseOpening.Open(law, store, Access.TokenOf(context), input, problems) is not { } head) return Unprocessable(problems);
        context.Response.Headers.Location = $"/api/v1/cases/{head.Id}";
        context.Response.Headers.ETag = Tag(1);
        return CaseJson.Object(json => CaseJson.Head(json, head), StatusCodes.Status201Created);
    }

    /// <summary>Takes a step or extends a clock. If-Match states the case as it was seen. A step that a second person approves waits (202).</summary>
    public static async Task<IResult> Take(string id, HttpContext context, ServedLaw law, Store store)
    {
        var problems = new List<Problem>();
        if (Find(id, context, law, store) is not { } open) return RecordEndpoints.Missing();
        if (await Body.Read(context, CaseInput.LargestBody) is not { } body) return Body.TooLarge(CaseInput.LargestBody);
        if (CaseInput.Read(body, law.Today, problems) is not { } input) return Unprocessable(problems);
        if (Stale(context, open) is { } stale) return stale;
        var taken = await CaseSteps.Take(store, open, Access.TokenOf(context), input);
        return Answer(context, open, taken);
    }

    public static IResult Drafts(string id, HttpContext context, ServedLaw law, Store store)
    {
        if (Find(id, context, law, store) is not { } open) return RecordEndpoints.Missing();
        context.Response.Headers.ETag = Tag(open.Events.Count);
        return CaseJson.Object(json => CaseJson.Array(json, "drafts", store.Cases.Waiting(Access.TokenOf(context).Organization, id), d =>
        {
            json.WriteString("id", d.Id);
            json.WriteString("prepared", d.Created);
            json.WriteString("preparedBy", d.Token);
            CaseEventJson.Write(json, d.Event);
        }));
    }

    public static async Task<IResult> Approve(string id, string draft, HttpContext context, ServedLaw law, Store store)
    {
        if (Find(id, context, law, store) is not { } open) return RecordEndpoints.Missing();
        if (Stale(context, open) is { } stale) return stale;
        return Answer(context, open, await CaseSteps.Approve(store, open, Access.TokenOf(context), draft));
    }

    public static async Task<IResult> Withdraw(string id, string draft, HttpContext context, ServedLaw law, Store store) =>
        Find(id, context, law, store) is not null && await store.Cases.Withdraw(Access.AuthorOf(context), id, draft) ? Results.NoContent() : RecordEndpoints.Missing();

    /// <summary>Lets another organization take part: {"organization", "side"}.</summary>
    public static async Task<IResult> Invite(string id, HttpContext context, ServedLaw law, Store store)
    {
        if (Find(id, context, law, store) is not { } open) return RecordEndpoints.Missing();
        if (!open.IsAgency) return CaseSteps.OnlyAgency.Answer;
        if (await Body.Read(context, 4096) is not { } body) return Body.TooLarge(4096);
        try
        {
            using var json = JsonDocument.Parse(body);
            string organization = json.RootElement.GetProperty("organization").GetString() ?? "";
            if (ReviewWords.ParseRole(json.RootElement.GetProperty("side").GetString() ?? "") is not { } side) return Unprocessable([Bad("a side of another name", "party, consulted or agency")]);
            return await store.Cases.Invite(Access.AuthorOf(context), id, organization, side) ? Results.NoContent() : Unprocessable([Bad($"the organization {Quote.Text(organization)}", "an organization of this server that does not take part yet")]);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return Unprocessable([Bad("a body that is not understood", "{\"organization\": \"o...\", \"side\": \"party\"}")]);
        }
    }

    /// <summary>The numbered document of a case, as HTML to print.</summary>
    public static IResult Document(string id, string number, HttpContext context, ServedLaw law, Store store)
    {
        if (Find(id, context, law, store) is not { } open) return RecordEndpoints.Missing();
        if (open.Document(number, store.Cases.Files.Of(id)) is not { } document) return RecordEndpoints.Missing();
        using var html = new MemoryStream();
        CaseDocumentHtml.Write(html, document);
        return Results.File(html.ToArray(), "text/html; charset=utf-8", $"{number}.html");
    }

    public static OpenCase? Find(string id, HttpContext context, ServedLaw law, Store store) => OpenCase.Find(store, law, Access.TokenOf(context).Organization, id);

    public static IResult On(HttpContext context, ServedLaw law, Func<DateOnly, DateOnly, IResult> answer)
    {
        var problems = new List<Problem>();
        var asked = Asked.Of(context.Request, problems);
        var asOf = asked.AsOf ?? law.Today;
        return problems.Count > 0 ? ProblemAnswer.Of(StatusCodes.Status400BadRequest, problems) : answer(asOf, asked.KnownAt ?? asOf);
    }

    public static IResult Unprocessable(IReadOnlyList<Problem> problems) => ProblemAnswer.Of(StatusCodes.Status422UnprocessableEntity, problems);

    public static Problem Bad(string found, string expected) => new(ProblemCatalog.BadQuery, new SourceLocation("body"), found, expected);

    private static IResult Answer(HttpContext context, OpenCase open, StepAnswer answer)
    {
        if (answer.Refused is { } refused) return refused.Answer;
        if (answer.Draft is { } draft)
        {
            context.Response.Headers.Location = $"/api/v1/cases/{open.Head.Id}/drafts";
            return CaseJson.Object(json =>
            {
                json.WriteString("draft", draft);
                json.WriteString("state", "waiting");
            }, StatusCodes.Status202Accepted);
        }
        context.Response.Headers.ETag = Tag(open.Events.Count + 1);
        return CaseJson.Object(json => json.WriteNumber("number", open.Events.Count + 1), StatusCodes.Status201Created);
    }

    private static IResult? Stale(HttpContext context, OpenCase open)
    {
        string match = context.Request.Headers.IfMatch.ToString();
        if (match.Length == 0) return ProblemAnswer.Of(StatusCodes.Status428PreconditionRequired, ProblemCatalog.MatchMissing, "no If-Match");
        return match == Tag(open.Events.Count) ? null : ProblemAnswer.Of(StatusCodes.Status412PreconditionFailed, ProblemCatalog.MatchStale, Quote.Text(match), Tag(open.Events.Count));
    }

    private static string Tag(int events) => string.Create(CultureInfo.InvariantCulture, $"\"{events}\"");
}
