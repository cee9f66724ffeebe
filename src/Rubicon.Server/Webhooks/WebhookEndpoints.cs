using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Server.Answers;
using Rubicon.Server.Cases;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Webhooks;

/// <summary>/api/v1/webhooks: addresses that are told of what an organization does.</summary>
internal static class WebhookEndpoints
{
    private const int LongestUrl = 2000, MessagesShown = 100;

    public static IResult List(HttpContext context, Store store) => CaseJson.Object(json => CaseJson.Array(json, "webhooks", store.Webhooks.In(Access.TokenOf(context).Organization), w => Write(json, w)));

    /// <summary>Makes one: {"url", "events"?: [kinds]}. The secret that signs its messages is in this answer and nowhere else.</summary>
    public static async Task<IResult> Add(HttpContext context, Store store, ServerOptions options)
    {
        if (await Body.Read(context, 16 * 1024) is not { } body) return Body.TooLarge(16 * 1024);
        string url;
        List<string> events = [];
        try
        {
            using var json = JsonDocument.Parse(body);
            url = json.RootElement.GetProperty("url").GetString() ?? "";
            if (json.RootElement.TryGetProperty("events", out var kinds)) events = [.. kinds.EnumerateArray().Select(k => k.GetString() ?? "")];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return CaseEndpoints.Unprocessable([CaseEndpoints.Bad("a body that is not understood", "{\"url\": \"https://...\", \"events\": [\"scan.ended\"]}")]);
        }
        if (Wrong(url, events, options) is { } wrong) return CaseEndpoints.Unprocessable([wrong]);
        var (made, secret) = await store.Webhooks.Add(Access.AuthorOf(context), url, string.Join(',', events.Distinct(StringComparer.Ordinal)));
        return CaseJson.Object(json =>
        {
            Write(json, made);
            json.WriteString("secret", secret);
        }, StatusCodes.Status201Created);
    }

    public static async Task<IResult> End(string id, HttpContext context, Store store) =>
        await store.Webhooks.End(Access.AuthorOf(context), id) ? Results.NoContent() : RecordEndpoints.Missing();

    /// <summary>The newest messages, with what became of the last try.</summary>
    public static IResult Messages(string id, HttpContext context, Store store) => store.Webhooks.In(Access.TokenOf(context).Organization).All(w => w.Id != id)
        ? RecordEndpoints.Missing()
        : CaseJson.Object(json => CaseJson.Array(json, "messages", store.Webhooks.Messages(id, MessagesShown), m =>
        {
            json.WriteString("id", m.Id);
            json.WriteString("created", m.Created);
            json.WriteString("state", m.State);
            json.WriteNumber("tries", m.Tries);
            if (m.Told is { } told) json.WriteString("told", told);
            if (m.State == "waiting") json.WriteString("due", m.Due);
            json.WritePropertyName("message");
            json.WriteRawValue(m.Body);
        }));

    private static Problem? Wrong(string url, List<string> events, ServerOptions options)
    {
        Problem Bad(string found) => new(ProblemCatalog.WebhookAddress, new SourceLocation("url"), Quote.Text(found));
        if (events.FirstOrDefault(e => !Storage.Webhooks.Kinds.Contains(e, StringComparer.Ordinal)) is { } unknown)
            return new Problem(ProblemCatalog.WebhookAddress, new SourceLocation("events"), Quote.Text(unknown), "of " + string.Join(", ", Storage.Webhooks.Kinds));
        if (url.Length > LongestUrl || !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.UserInfo.Length > 0) return Bad(url);
        // A name is looked up when a message is sent; an address that stands there can be refused now.
        return !options.PrivateWebhooks && (address.IsLoopback || (System.Net.IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && PublicAddress.IsPrivate(ip))) ? Bad(url) : null;
    }

    private static void Write(Utf8JsonWriter json, Webhook webhook)
    {
        json.WriteString("id", webhook.Id);
        json.WriteString("url", webhook.Url);
        json.WriteString("created", webhook.Created);
        json.WriteStartArray("events");
        foreach (string kind in webhook.Events.Split(',', StringSplitOptions.RemoveEmptyEntries)) json.WriteStringValue(kind);
        json.WriteEndArray();
        if (webhook.Ended is { } ended) json.WriteString("ended", ended);
    }
}
