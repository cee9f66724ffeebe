using System.Globalization;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Server.Security;
using Rubicon.Storage;
using Rubicon.Storage.Log;

namespace Rubicon.Server.Answers;

/// <summary>Recorded decisions, access tokens and proofs of the log.</summary>
internal static class RecordEndpoints
{
    private const int MostLines = 500;

    public static IResult Decision(string id, HttpContext context, Store store) =>
        store.Decisions.Find(Access.TokenOf(context).Organization, id) is { } found ? Results.Bytes(found.Report, "application/json; charset=utf-8") : Missing();

    /// <summary>Newest first; `after` is the cursor that the page before gave as `next`.</summary>
    public static IResult Decisions(HttpContext context, Store store)
    {
        int limit = 50;
        if (context.Request.Query["limit"].FirstOrDefault() is { } stated && (!int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MostLines))
            return ProblemAnswer.Of(StatusCodes.Status400BadRequest, ProblemCatalog.BadQuery, Quote.Text(stated), $"a limit from 1 to {MostLines}");
        (string, string)? after = null;
        if (context.Request.Query["after"].FirstOrDefault() is { Length: > 0 } cursor)
        {
            if (cursor.Split('~') is not [{ Length: > 0 } created, { Length: > 0 } id]) return ProblemAnswer.Of(StatusCodes.Status400BadRequest, ProblemCatalog.BadQuery, Quote.Text(cursor), "the cursor that the page before gave");
            after = (created, id);
        }
        var lines = store.Decisions.Page(Access.TokenOf(context).Organization, after, limit);
        return Json(json =>
        {
            json.WriteStartArray("decisions");
            foreach (var line in lines)
            {
                json.WriteStartObject();
                json.WriteString("id", line.Id);
                json.WriteString("created", line.Created);
                json.WriteString("title", line.Title);
                json.WriteString("outcome", line.Outcome);
                json.WriteString("asOf", line.AsOf);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            if (lines.Count == limit) json.WriteString("next", $"{lines[^1].Created}~{lines[^1].Id}");
        });
    }

    public static IResult Tokens(HttpContext context, Store store) => Json(json =>
    {
        json.WriteStartArray("tokens");
        foreach (var token in store.Tokens.In(Access.TokenOf(context).Organization)) Write(json, token, null);
        json.WriteEndArray();
    });

    /// <summary>Makes a token: {"name", "role", "days"?}. The secret is in this answer and nowhere else.</summary>
    public static async Task<IResult> AddToken(HttpContext context, Store store, TimeProvider time)
    {
        if (await Body.Read(context, 4096) is not { } body) return Body.TooLarge(4096);
        string? name = null, role = null;
        int? days = null;
        try
        {
            using var json = JsonDocument.Parse(body);
            name = json.RootElement.GetProperty("name").GetString();
            role = json.RootElement.GetProperty("role").GetString();
            if (json.RootElement.TryGetProperty("days", out var stated)) days = stated.GetInt32();
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return ProblemAnswer.Of(StatusCodes.Status422UnprocessableEntity, ProblemCatalog.BadQuery, "a body that is not understood", "{\"name\": \"...\", \"role\": \"viewer\", \"days\": 90}");
        }
        if (string.IsNullOrWhiteSpace(name) || name.Length > 100 || Access.Parse(role ?? "") is null || days is < 1 or > 3660)
            return ProblemAnswer.Of(StatusCodes.Status422UnprocessableEntity, ProblemCatalog.BadQuery, Quote.Text($"{name}, {role}, {days}"), $"a name of 1 to 100 characters, a role of {string.Join(", ", Access.Words)}, days from 1 to 3660");
        var (token, secret) = await store.Tokens.Add(Access.AuthorOf(context), name, role!, days is { } d ? time.GetUtcNow().AddDays(d) : null);
        context.Response.StatusCode = StatusCodes.Status201Created;
        return Json(json => Members(json, token, secret));
    }

    public static async Task<IResult> RevokeToken(string id, HttpContext context, Store store) =>
        await store.Tokens.Revoke(Access.AuthorOf(context), id) ? Results.NoContent() : Missing();

    /// <summary>A proof of an event of the caller's own organization; the log is one for all of them.</summary>
    public static IResult Proof(string id, HttpContext context, Store store) =>
        LogProof.Of(store.Place, id) is { } proof && JsonDocument.Parse(proof.Event).RootElement.GetProperty("organization").GetString() == Access.TokenOf(context).Organization
            ? Results.Text(proof.Json(), "application/json; charset=utf-8")
            : Missing();

    public static IResult Checkpoint(Store store) => Results.Text(new CheckpointFile(store.Place.Folder).Read() ?? "", "text/plain; charset=utf-8");

    public static IResult Missing() => ProblemAnswer.Of(StatusCodes.Status404NotFound, ProblemCatalog.NotThere, "nothing under this address");

    private static void Write(Utf8JsonWriter json, Token token, string? secret)
    {
        json.WriteStartObject();
        Members(json, token, secret);
        json.WriteEndObject();
    }

    private static void Members(Utf8JsonWriter json, Token token, string? secret)
    {
        json.WriteString("id", token.Id);
        json.WriteString("name", token.Name);
        json.WriteString("role", token.Role);
        json.WriteString("created", token.Created);
        if (token.Expires is not null) json.WriteString("expires", token.Expires);
        if (token.Revoked is not null) json.WriteString("revoked", token.Revoked);
        if (secret is not null) json.WriteString("token", secret);
    }

    private static IResult Json(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Results.Bytes(buffer.ToArray(), "application/json; charset=utf-8");
    }
}
