using System.Data.Common;
using System.Text;
using System.Text.Json;
using Rubicon.Storage.Databases;
using Rubicon.Storage.Log;

namespace Rubicon.Storage;

/// <summary>An address that is told of events.</summary>
/// <param name="Id">Id.</param>
/// <param name="Created">When, in UTC.</param>
/// <param name="Url">Where to.</param>
/// <param name="Events">Kinds of events, with commas; empty for all.</param>
/// <param name="Ended">When it was ended, or null.</param>
public sealed record Webhook(string Id, string Created, string Url, string Events, string? Ended);

/// <summary>A message to an address.</summary>
/// <param name="Id">Id, the same with each try.</param>
/// <param name="Webhook">Id of the webhook.</param>
/// <param name="Created">When the event was, in UTC.</param>
/// <param name="Body">What is sent.</param>
/// <param name="State">waiting, sent or given-up.</param>
/// <param name="Tries">Tries so far.</param>
/// <param name="Due">When the next try is due.</param>
/// <param name="Told">What became of the last try, or null.</param>
public sealed record WebhookMessage(string Id, string Webhook, string Created, string Body, string State, int Tries, string Due, string? Told);

/// <summary>
/// Webhooks and their outbox. A message is written in the transaction of its event, so that none is lost and none tells of what was rolled back; it is sent at least once.
/// </summary>
public sealed class Webhooks
{
    /// <summary>Kinds of events that can be told.</summary>
    public static readonly string[] Kinds = ["decision.recorded", "scan.ended", "portfolio.decided", "case.changed", "answer.changed"];

    private const string Columns = "id, webhook, created, body, state, tries, due, told";

    private readonly Store _store;

    internal Webhooks(Store store) => _store = store;

    /// <summary>Adds one; returns the secret that signs its messages, too.</summary>
    public Task<(Webhook Webhook, string Secret)> Add(Author author, string url, string events) => _store.Write(t =>
    {
        string secret = Ids.Secret();
        var made = new Webhook(Ids.New('w'), LogEvent.Instant(t.Now), url, events, null);
        t.Insert(AuditedTable.Webhooks, author, "webhook made", made.Id, author.Organization, author.Token, made.Created, url, secret, events, null);
        return (made, secret);
    });

    /// <summary>Ends one; what still waits for it is given up. False when the organization has none with this id.</summary>
    public Task<bool> End(Author author, string id) => _store.Write(t =>
    {
        if (t.First("SELECT id, organization, token, created, url, secret, events FROM webhooks WHERE id = @id AND organization = @organization AND ended IS NULL",
                r => new object?[] { r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6) }, ("id", id), ("organization", author.Organization)) is not { } row) return false;
        t.Update(AuditedTable.Webhooks, author, "webhook ended", [.. row, LogEvent.Instant(t.Now)]);
        t.Derive("UPDATE outbox SET state = 'given-up', told = 'the webhook was ended' WHERE webhook = @id AND state = 'waiting'", ("id", id));
        return true;
    });

    /// <summary>Those of an organization, oldest first.</summary>
    public IReadOnlyList<Webhook> In(string organization) => _store.Rows("SELECT id, created, url, events, ended FROM webhooks WHERE organization = @organization ORDER BY created, id",
        r => new Webhook(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), Sql.TextOrNull(r, 4)), ("organization", organization));

    /// <summary>The newest messages of a webhook.</summary>
    public IReadOnlyList<WebhookMessage> Messages(string webhook, int limit) =>
        _store.Rows($"SELECT {Columns} FROM outbox WHERE webhook = @webhook ORDER BY created DESC, id DESC LIMIT @limit", Message, ("webhook", webhook), ("limit", limit));

    /// <summary>Messages that are due, oldest first, with address and secret.</summary>
    public IReadOnlyList<(WebhookMessage Message, string Url, string Secret)> Due(DateTimeOffset now, int limit) =>
        _store.Rows("SELECT o.id, o.webhook, o.created, o.body, o.state, o.tries, o.due, o.told, w.url, w.secret FROM outbox o JOIN webhooks w ON w.id = o.webhook WHERE o.state = 'waiting' AND o.due <= @now ORDER BY o.due, o.id LIMIT @limit",
            r => (Message(r), r.GetString(8), r.GetString(9)), ("now", LogEvent.Instant(now)), ("limit", limit));

    /// <summary>Notes what became of a try.</summary>
    public Task<bool> Tried(string id, string state, DateTimeOffset due, string told) => _store.Write(t =>
    {
        t.Derive("UPDATE outbox SET state = @state, tries = tries + 1, due = @due, told = @told WHERE id = @id", ("state", state), ("due", LogEvent.Instant(due)), ("told", told), ("id", id));
        return true;
    });

    /// <summary>The kind under which an event is told, or null when it is not.</summary>
    internal static string? KindOf(string what) => what switch
    {
        "decision recorded" => "decision.recorded",
        "scan done" or "scan failed" => "scan.ended",
        "portfolio decided" => "portfolio.decided",
        "case opened" or "case clock extended" or "case file added" or "mitigation duty reported" => "case.changed",
        "answer approved" or "clearance approved" or "answer withdrawn" or "clearance withdrawn" => "answer.changed",
        _ when what.StartsWith("case step ", StringComparison.Ordinal) => "case.changed",
        _ => null,
    };

    /// <summary>Writes the messages of an event.</summary>
    internal static void Tell(StoreTransaction t, LogEvent entry)
    {
        if (KindOf(entry.What) is not { } kind) return;
        var hooks = t.All("SELECT id, events FROM webhooks WHERE organization = @organization AND ended IS NULL", r => (Id: r.GetString(0), Events: r.GetString(1)), ("organization", entry.Organization));
        foreach (var (id, events) in hooks)
            if (events.Length == 0 || events.Split(',').Contains(kind, StringComparer.Ordinal))
                t.Derive("INSERT INTO outbox (id, webhook, created, body, state, tries, due) VALUES (@id, @webhook, @now, @body, 'waiting', 0, @now)", ("id", Ids.New('q')), ("webhook", id), ("now", LogEvent.Instant(t.Now)), ("body", Body(entry, kind)));
    }

    private static string Body(LogEvent entry, string kind)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("event", kind);
            json.WriteString("what", entry.What);
            json.WriteNumber("number", entry.Number);
            json.WriteString("time", LogEvent.Instant(entry.At));
            if (entry.Row is { } row) json.WriteString("id", row.Split('/')[0]);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static WebhookMessage Message(DbDataReader r) => new(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), (int)r.GetInt64(5), r.GetString(6), Sql.TextOrNull(r, 7));
}
