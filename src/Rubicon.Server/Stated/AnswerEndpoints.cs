using System.Globalization;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Server.Answers;
using Rubicon.Server.Cases;
using Rubicon.Server.Portfolios;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Stated;

/// <summary>/api/v1/answers: answers to open questions and cleared matches; a second person approves each.</summary>
internal static class AnswerEndpoints
{
    private const int MostLines = 500, LargestBody = 64 * 1024;

    /// <summary>Newest first; `after` is the cursor that the page before gave as `next`.</summary>
    public static IResult List(HttpContext context, ServedLaw law, Store store) => CaseEndpoints.On(context, law, (asOf, _) =>
    {
        var problems = new List<Problem>();
        if (Page.Of(context.Request, MostLines, problems) is not { } page) return ProblemAnswer.Of(StatusCodes.Status400BadRequest, problems);
        var answers = store.Statements.Page(Access.TokenOf(context).Organization, page.After, page.Limit);
        return CaseJson.Object(json =>
        {
            CaseJson.Array(json, "answers", answers, a => Write(json, law, a, asOf));
            if (answers.Count == page.Limit) json.WriteString("next", $"{answers[^1].Created}~{answers[^1].Id}");
        });
    });

    /// <summary>
    /// States one: {"fact", "value", "for"?, "provisions"?, "why", "until"?} answers a question; {"clear": {"name", "party"}, "why", "until"?} says that a name is not that
    /// party.
    /// </summary>
    public static async Task<IResult> Add(HttpContext context, ServedLaw law, Store store)
    {
        if (await Body.Read(context, LargestBody) is not { } body) return Body.TooLarge(LargestBody);
        var problems = new List<Problem>();
        if (await State(context, law, store, body, problems) is not { } stated) return CaseEndpoints.Unprocessable(problems);
        context.Response.Headers.Location = $"/api/v1/answers/{stated.Id}";
        return CaseJson.Object(json => Write(json, law, stated, law.Today), StatusCodes.Status201Created);
    }

    public static async Task<IResult> Approve(string id, HttpContext context, Store store, PortfolioWorker worker)
    {
        switch (await store.Statements.Approve(Access.AuthorOf(context), CaseSteps.Name(Access.TokenOf(context)), id))
        {
            case Approval.SamePerson:
                return CaseEndpoints.Unprocessable([new Problem(ProblemCatalog.AnswerApproval, new SourceLocation(id), $"{Quote.Text(CaseSteps.Name(Access.TokenOf(context)))} as author and approver")]);
            case Approval.Missing:
                return RecordEndpoints.Missing();
            default:
                worker.Wake();
                return Results.NoContent();
        }
    }

    public static async Task<IResult> Withdraw(string id, HttpContext context, Store store, PortfolioWorker worker)
    {
        if (!await store.Statements.Withdraw(Access.AuthorOf(context), id)) return RecordEndpoints.Missing();
        worker.Wake();
        return Results.NoContent();
    }

    /// <summary>Checks and keeps what a body states; null, with problems, when it is not understood.</summary>
    public static async Task<StatedAnswer?> State(HttpContext context, ServedLaw law, Store store, byte[] body, List<Problem> problems)
    {
        string text;
        string? until;
        string kind;
        SortedDictionary<string, string> basis;
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 16, AllowDuplicateProperties = false });
            var root = json.RootElement;
            until = root.TryGetProperty("until", out var end) ? end.GetString() : null;
            if (until is not null && !DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) problems.Add(CaseEndpoints.Bad(Quote.Text(until), "until: a day, YYYY-MM-DD"));
            if (!root.TryGetProperty("why", out var why) || string.IsNullOrWhiteSpace(why.GetString())) problems.Add(new Problem(ProblemCatalog.AnswerIncomplete, new SourceLocation("why"), "no reason"));
            (kind, text, basis) = root.TryGetProperty("clear", out var clear) ? Cleared(law, root, clear, problems) : Answered(law, root, problems);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            problems.Add(CaseEndpoints.Bad("a body that is not understood", "{\"fact\", \"value\", \"why\"} or {\"clear\": {\"name\", \"party\"}, \"why\"}"));
            return null;
        }
        if (problems.Any(p => p.Kind.Severity == Severity.Error)) return null;
        return await store.Statements.Add(Access.AuthorOf(context), CaseSteps.Name(Access.TokenOf(context)), kind, text, JsonSerializer.Serialize(basis), until);
    }

    private static (string, string, SortedDictionary<string, string>) Cleared(ServedLaw law, JsonElement root, JsonElement clear, List<Problem> problems)
    {
        string name = clear.GetProperty("name").GetString() ?? "", key = clear.GetProperty("party").GetString() ?? "";
        if (string.IsNullOrWhiteSpace(name) || name.Length > 500) problems.Add(CaseEndpoints.Bad("a name of another length", "the name as the record states it, 1 to 500 characters"));
        if (law.Data.Directory.Find(key) is not { } party)
        {
            problems.Add(new Problem(ProblemCatalog.PartyUnknown, new SourceLocation("clear.party"), Quote.Text(key)));
            return ("clearance", "", []);
        }
        string? until = root.TryGetProperty("until", out var end) ? end.GetString() : null;
        return ("clearance", JsonSerializer.Serialize(new SortedDictionary<string, string?>(StringComparer.Ordinal) { ["name"] = name.Trim(), ["party"] = key, ["partyName"] = party.Name, ["why"] = Why(root), ["until"] = until }), StatementBasis.OfParty(law, party));
    }

    private static (string, string, SortedDictionary<string, string>) Answered(ServedLaw law, JsonElement root, List<Problem> problems)
    {
        var provisions = root.TryGetProperty("provisions", out var list) ? list.EnumerateArray().Select(p => p.GetString() ?? "").ToList() : [];
        foreach (string unknown in provisions.Where(p => law.Data.Law.FindProvision(p) is null)) problems.Add(CaseEndpoints.Bad(Quote.Text(unknown), "the id of a provision"));
        string text = root.GetRawText();
        var today = law.Today;
        StandingAnswers.Parse(law, text, "who", "2000-01-01", new Screening.Screener(law.Data, Screening.ActorProfile.Nobody, [], today, today), today, problems);
        return ("answer", text, StatementBasis.OfRules(law, provisions));
    }

    private static string Why(JsonElement root) => root.TryGetProperty("why", out var why) ? why.GetString() ?? "" : "";

    private static void Write(Utf8JsonWriter json, ServedLaw law, StatedAnswer answer, DateOnly asOf)
    {
        json.WriteString("id", answer.Id);
        json.WriteString("kind", answer.Kind);
        json.WritePropertyName("stated");
        json.WriteRawValue(answer.Body);
        json.WriteString("author", answer.Who);
        json.WriteString("created", answer.Created);
        json.WriteString("state", answer.State);
        if (answer.Decided is { } decided) json.WriteString("decided", decided);
        if (answer.Approver is { } approver) json.WriteString("approver", approver);
        if (answer.Until is { } until) json.WriteString("until", until);
        string? lapse = StandingAnswers.Lapse(law, answer, asOf);
        json.WriteBoolean("holds", answer.State == "approved" && lapse is null);
        if (lapse is not null) json.WriteString("lapsed", lapse);
        json.WritePropertyName("restsOn");
        json.WriteRawValue(answer.Basis);
    }
}
