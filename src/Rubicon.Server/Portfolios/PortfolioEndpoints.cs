using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reading.Requests;
using Rubicon.Server.Answers;
using Rubicon.Server.Cases;
using Rubicon.Server.Scanning;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Portfolios;

/// <summary>/api/v1/portfolios: records that stay; files go in and out, and each run says what changed.</summary>
internal static class PortfolioEndpoints
{
    public const int LongestTitle = 200;

    private const int MostLines = 500;

    /// <summary>Newest first; `after` is the cursor that the page before gave as `next`.</summary>
    public static IResult List(HttpContext context, Store store)
    {
        var problems = new List<Problem>();
        if (Page.Of(context.Request, MostLines, problems) is not { } page) return ProblemAnswer.Of(StatusCodes.Status400BadRequest, problems);
        var found = store.Portfolios.Page(Access.TokenOf(context).Organization, page.After, page.Limit);
        return CaseJson.Object(json =>
        {
            CaseJson.Array(json, "portfolios", found, p => Head(json, p));
            if (found.Count == page.Limit) json.WriteString("next", $"{found[^1].Created}~{found[^1].Id}");
        });
    }

    /// <summary>Makes one: {"title", "actor"?: [capacities], "asOf"?: day}; without a day it is asked for the day on which it is decided.</summary>
    public static async Task<IResult> Add(HttpContext context, Store store)
    {
        if (await Body.Read(context, 16 * 1024) is not { } body) return Body.TooLarge(16 * 1024);
        var problems = new List<Problem>();
        string title = "";
        ImmutableArray<string> actor = [];
        string? asOf = null;
        try
        {
            using var json = JsonDocument.Parse(body);
            title = json.RootElement.GetProperty("title").GetString()?.Trim() ?? "";
            if (json.RootElement.TryGetProperty("asOf", out var day)) asOf = day.GetString();
            if (json.RootElement.TryGetProperty("actor", out var capacities)) actor = [.. capacities.EnumerateArray().Select(c => c.GetString() ?? "")];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            problems.Add(CaseEndpoints.Bad("a body that is not understood", "{\"title\": \"...\", \"actor\": [\"usf-recipient\"]}"));
        }
        if (problems.Count == 0 && title.Length is 0 or > LongestTitle) problems.Add(CaseEndpoints.Bad("no title", $"a title of 1 to {LongestTitle} characters"));
        if (asOf is not null && !DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) problems.Add(CaseEndpoints.Bad(Quote.Text(asOf), "asOf: a day, YYYY-MM-DD"));
        SettingsFile.CheckCapacities(actor, new SourceLocation("actor"), problems);
        if (problems.Count > 0) return CaseEndpoints.Unprocessable(problems);
        var made = await store.Portfolios.Add(Access.AuthorOf(context), title, string.Join(',', actor), asOf);
        context.Response.Headers.Location = $"/api/v1/portfolios/{made.Id}";
        context.Response.Headers.ETag = Tag(made.Version);
        return CaseJson.Object(json => Head(json, made), StatusCodes.Status201Created);
    }

    public static IResult Show(string id, HttpContext context, Store store, PortfolioWorker worker)
    {
        if (Find(id, context, store) is not { } portfolio) return RecordEndpoints.Missing();
        context.Response.Headers.ETag = Tag(portfolio.Version);
        return CaseJson.Object(json =>
        {
            Head(json, portfolio);
            json.WriteNumber("version", portfolio.Version);
            json.WriteBoolean("running", worker.IsRunning(id));
            CaseJson.Array(json, "files", store.Portfolios.Files(id), f =>
            {
                json.WriteString("name", f.Name);
                json.WriteString("changed", f.Changed);
                json.WriteString("sha256", f.Sha256);
            });
            if (store.Portfolios.Runs(id, null, 1) is not [var run]) return;
            json.WriteStartObject("lastRun");
            Run(json, store, portfolio, run);
            json.WriteEndObject();
        });
    }

    /// <summary>Puts a file in, or another in its place. If-Match states the portfolio as it was seen.</summary>
    public static async Task<IResult> Put(string id, string name, HttpContext context, Store store, PortfolioWorker worker)
    {
        if (Find(id, context, store) is not { } portfolio) return RecordEndpoints.Missing();
        if (Stale(context, portfolio) is { } stale) return stale;
        if (ScanEndpoints.NameOf(name) != name) return CaseEndpoints.Unprocessable([CaseEndpoints.Bad(Quote.Text(name), "the name of a file, without folders")]);
        if (await Body.Read(context, ScanEndpoints.Largest) is not { } content) return Body.TooLarge(ScanEndpoints.Largest);
        if (content.Length == 0) return CaseEndpoints.Unprocessable([CaseEndpoints.Bad("no bytes", "the file as the body of the request")]);
        return Of(context, portfolio, await store.Portfolios.Put(Access.AuthorOf(context), id, portfolio.Version, name, content), worker);
    }

    public static async Task<IResult> Remove(string id, string name, HttpContext context, Store store, PortfolioWorker worker)
    {
        if (Find(id, context, store) is not { } portfolio) return RecordEndpoints.Missing();
        if (Stale(context, portfolio) is { } stale) return stale;
        return Of(context, portfolio, await store.Portfolios.Put(Access.AuthorOf(context), id, portfolio.Version, name, null), worker);
    }

    /// <summary>Runs, newest first; `before` is the number of the last run of the page before.</summary>
    public static IResult Runs(string id, HttpContext context, Store store)
    {
        if (Find(id, context, store) is not { } portfolio) return RecordEndpoints.Missing();
        int? before = null;
        if (context.Request.Query["before"].FirstOrDefault() is { } stated)
        {
            if (!int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) return ProblemAnswer.Of(StatusCodes.Status400BadRequest, ProblemCatalog.BadQuery, Quote.Text(stated), "the number of a run");
            before = number;
        }
        const int limit = 50;
        var runs = store.Portfolios.Runs(id, before, limit);
        return CaseJson.Object(json =>
        {
            CaseJson.Array(json, "runs", runs, r => Run(json, store, portfolio, r));
            if (runs.Count == limit) json.WriteNumber("next", runs[^1].Number);
        });
    }

    public static IResult RunOf(string id, string run, HttpContext context, Store store) =>
        Find(id, context, store) is { } portfolio && int.TryParse(run, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && store.Portfolios.Run(id, number) is { } found
            ? CaseJson.Object(json =>
            {
                Run(json, store, portfolio, found);
                json.WritePropertyName("restsOn");
                json.WriteRawValue(found.Basis);
                json.WritePropertyName("changes");
                json.WriteRawValue(found.Changes);
            })
            : RecordEndpoints.Missing();

    private static Portfolio? Find(string id, HttpContext context, Store store) => store.Portfolios.Find(Access.TokenOf(context).Organization, id);

    private static IResult Of(HttpContext context, Portfolio portfolio, Taken taken, PortfolioWorker worker)
    {
        if (taken == Taken.Missing) return RecordEndpoints.Missing();
        if (taken == Taken.Stale) return ProblemAnswer.Of(StatusCodes.Status412PreconditionFailed, ProblemCatalog.MatchStale, "another change came first");
        worker.Wake();
        context.Response.Headers.ETag = Tag(portfolio.Version + 1);
        return Results.NoContent();
    }

    private static IResult? Stale(HttpContext context, Portfolio portfolio)
    {
        string match = context.Request.Headers.IfMatch.ToString();
        if (match.Length == 0) return ProblemAnswer.Of(StatusCodes.Status428PreconditionRequired, ProblemCatalog.MatchMissing, "no If-Match");
        return match == Tag(portfolio.Version) ? null : ProblemAnswer.Of(StatusCodes.Status412PreconditionFailed, ProblemCatalog.MatchStale, Quote.Text(match), Tag(portfolio.Version));
    }

    private static string Tag(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    private static void Head(Utf8JsonWriter json, Portfolio portfolio)
    {
        json.WriteString("id", portfolio.Id);
        json.WriteString("title", portfolio.Title);
        json.WriteString("created", portfolio.Created);
        json.WriteStartArray("actor");
        foreach (string capacity in portfolio.Actor.Split(',', StringSplitOptions.RemoveEmptyEntries)) json.WriteStringValue(capacity);
        json.WriteEndArray();
        if (portfolio.AsOf is { } asOf) json.WriteString("asOf", asOf);
    }

    private static void Run(Utf8JsonWriter json, Store store, Portfolio portfolio, PortfolioRun run)
    {
        json.WriteNumber("number", run.Number);
        json.WriteString("created", run.Created);
        json.WriteString("asOf", run.AsOf);
        json.WriteString("reason", run.Reason);
        using (var changes = JsonDocument.Parse(run.Changes))
            foreach (string name in new[] { "changed", "added", "gone" })
                json.WriteNumber(name, changes.RootElement.TryGetProperty(name, out var count) ? count.GetInt64() : 0);
        if (store.Scans.Find(portfolio.Organization, run.Scan)?.Outcomes is { } outcomes)
        {
            json.WritePropertyName("outcomes");
            json.WriteRawValue(outcomes);
        }
        json.WriteString("report", $"/api/v1/scans/{run.Scan}/report");
    }
}
