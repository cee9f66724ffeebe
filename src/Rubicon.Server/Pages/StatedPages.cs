using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reading.Requests;
using Rubicon.Server.Cases;
using Rubicon.Server.Portfolios;
using Rubicon.Server.Security;
using Rubicon.Server.Stated;
using Rubicon.Storage;
using Rubicon.Subjects;

namespace Rubicon.Server.Pages;

/// <summary>What people answered and cleared: the list with what holds and what lapsed and why, and the forms that state, approve and take back.</summary>
internal static class StatedPages
{
    private const int Shown = 200;

    public static IResult List(HttpContext context, ServedLaw law, Store store) => Show(context, law, store, [], StatusCodes.Status200OK);

    public static async Task<IResult> Answer(HttpContext context, ServedLaw law, Store store)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var place = DecisionPlace.Of(form);
        if (place.Find(context, store) is not { Decision.Subject: { } subject }) return Page.Missing(context);
        return await State(context, law, store, json =>
        {
            json.WriteString("fact", form["fact"].ToString());
            json.WriteString("value", form["value"].ToString().Trim());
            json.WriteStartObject("for");
            foreach (var (name, text) in For(subject, form["for"].ToString())) json.WriteString(name, text);
            json.WriteEndObject();
            json.WriteStartArray("provisions");
            foreach (string? provision in form["provisions"]) json.WriteStringValue(provision);
            json.WriteEndArray();
            Reason(json, form);
        });
    }

    public static async Task<IResult> Clear(HttpContext context, ServedLaw law, Store store)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return await State(context, law, store, json =>
        {
            json.WriteStartObject("clear");
            json.WriteString("name", form["name"].ToString());
            json.WriteString("party", form["party"].ToString());
            json.WriteEndObject();
            Reason(json, form);
        });
    }

    public static async Task<IResult> Approve(string id, HttpContext context, ServedLaw law, Store store, PortfolioWorker worker)
    {
        var token = Access.TokenOf(context);
        switch (await store.Statements.Approve(Access.AuthorOf(context), CaseSteps.Name(token), id))
        {
            case Approval.SamePerson:
                return Show(context, law, store, [new Problem(ProblemCatalog.AnswerApproval, new SourceLocation(id), $"{Quote.Text(CaseSteps.Name(token))} as author and approver")], StatusCodes.Status422UnprocessableEntity);
            case Approval.Missing:
                return Page.Missing(context);
            default:
                worker.Wake();
                return LoginPage.SeeOther("/answers");
        }
    }

    public static async Task<IResult> Withdraw(string id, HttpContext context, Store store, PortfolioWorker worker)
    {
        if (!await store.Statements.Withdraw(Access.AuthorOf(context), id)) return Page.Missing(context);
        worker.Wake();
        return LoginPage.SeeOther("/answers");
    }

    /// <summary>What a statement says, in words.</summary>
    public static string Words(StatedAnswer answer)
    {
        using var body = JsonDocument.Parse(answer.Body);
        var root = body.RootElement;
        if (answer.Kind == "clearance") return $"\"{root.GetProperty("name").GetString()}\" is not {(root.TryGetProperty("partyName", out var party) ? party.GetString() : root.GetProperty("party").GetString())}";
        string For() => root.TryGetProperty("for", out var fields) && fields.ValueKind == JsonValueKind.Object && fields.EnumerateObject().Any() ? $" for {string.Join(", ", fields.EnumerateObject().Select(f => $"{f.Name} {f.Value}"))}" : " for all records";
        return $"{root.GetProperty("fact").GetString()}: {root.GetProperty("value")}{For()}";
    }

    private static void Reason(Utf8JsonWriter json, IFormCollection form)
    {
        json.WriteString("why", form["why"].ToString().Trim());
        if (form["until"].ToString() is { Length: > 0 } until) json.WriteString("until", until);
    }

    private static async Task<IResult> State(HttpContext context, ServedLaw law, Store store, Action<Utf8JsonWriter> members)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        var problems = new List<Problem>();
        return await AnswerEndpoints.State(context, law, store, body.ToArray(), problems) is not null
            ? LoginPage.SeeOther("/answers")
            : Show(context, law, store, problems, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Fields that a record must state for the answer to hold: all that this one states, or its maker and model.</summary>
    private static IEnumerable<(string Name, string Text)> For(Subject subject, string scope)
    {
        if (scope == "all") yield break;
        bool model = scope == "model" && (subject.First(Field.Model) ?? subject.First(Field.PartNumber)) is not null;
        foreach (var statement in subject.Statements.DistinctBy(s => s.Field))
            if (!model || statement.Field is Field.Maker or Field.Brand or Field.Model or Field.PartNumber) yield return (FieldNames.Name(statement.Field), statement.Text);
    }

    private static IResult Show(HttpContext context, ServedLaw law, Store store, IReadOnlyList<Problem> problems, int status)
    {
        var page = new Html();
        UploadPage.Problems(page, problems);
        page.Add($"<p>Answers to open questions and cleared matches, used whenever a portfolio is decided. Each holds once a second person approved it, until its last day, and only while what it rests on is as it was.</p>\n");
        var token = Access.TokenOf(context);
        var answers = store.Statements.Page(token.Organization, null, Shown);
        if (answers.Count == 0) page.Add($"<p>None yet. A finding has the forms.</p>\n");
        foreach (var answer in answers) One(context, page, law, answer, token);
        if (answers.Count == Shown) page.Add($"<p>The newest {Shown}; the API has all.</p>\n");
        return Page.Of(context, "Answers", page, status);
    }

    private static void One(HttpContext context, Html page, ServedLaw law, StatedAnswer answer, Token token)
    {
        string? lapse = StandingAnswers.Lapse(law, answer, law.Today);
        string state = answer.State != "approved" ? answer.State : lapse is null ? "holds" : "lapsed";
        using var body = JsonDocument.Parse(answer.Body);
        page.Add($"<article class=\"{(state == "holds" ? "met" : state == "lapsed" ? "lapsed" : "")}\">\n<h2>{Words(answer)}</h2>\n<p><strong>{state}</strong>{(lapse is null ? "" : $": {lapse}")}</p>\n");
        page.Add($"<p>Why: <span class=\"said\">{(body.RootElement.TryGetProperty("why", out var why) ? why.GetString() : "")}</span></p>\n<p class=\"evidence\">{answer.Kind} by {answer.Who}, {Table.Time(answer.Created)} UTC{(answer.Approver is { } approver ? $"; approved by {approver}, {Table.Time(answer.Decided ?? "")} UTC" : "")}{(answer.Until is { } until ? $"; until {until}" : "")}</p>\n<div class=\"screen row\">");
        if (answer.State == "waiting" && answer.Token != token.Id && Access.May(context, Role.Approver)) Button(context, page, $"/answers/{answer.Id}/approve", "Approve", "");
        else if (answer.State == "waiting") page.Add($"<p>{(answer.Token == token.Id ? "Another person approves it." : "An approver may approve it.")}</p>");
        if (answer.State != "withdrawn" && Access.May(context, Role.Analyst)) Button(context, page, $"/answers/{answer.Id}/withdraw", "Take it back", "quiet");
        page.Add($"</div>\n</article>\n");
    }

    private static void Button(HttpContext context, Html page, string action, string text, string kind) =>
        page.Add($"<form method=\"post\" action=\"{action}\">").Add(Page.FormKey(context)).Add($"<button class=\"{kind}\">{text}</button></form>");
}
