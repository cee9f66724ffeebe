using System.Data.Common;
using Rubicon.Storage.Databases;
using Rubicon.Storage.Log;

namespace Rubicon.Storage;

/// <summary>What a person stated: an answer to an open question, or that a match is another party.</summary>
/// <param name="Id">Id.</param>
/// <param name="Token">Id of the author's token or account.</param>
/// <param name="Who">The author, by name.</param>
/// <param name="Created">When, in UTC.</param>
/// <param name="Kind">answer or clearance.</param>
/// <param name="Body">What was stated, one JSON object.</param>
/// <param name="Basis">What it rests on: names with digests, one JSON object.</param>
/// <param name="Until">Last day on which it may be used, or null.</param>
/// <param name="State">waiting, approved or withdrawn.</param>
/// <param name="Decided">When it was approved or withdrawn, or null.</param>
/// <param name="Approver">Who approved it, by name, or null.</param>
public sealed record StatedAnswer(string Id, string Token, string Who, string Created, string Kind, string Body, string Basis, string? Until, string State, string? Decided, string? Approver);

/// <summary>What became of an approval.</summary>
public enum Approval
{
    /// <summary>It holds.</summary>
    Done,

    /// <summary>There is no such answer, or it does not wait.</summary>
    Missing,

    /// <summary>The author alone may not approve.</summary>
    SamePerson,
}

/// <summary>Answers and clearances. They hold once a second person approved them; whether what they rest on is still so is for the edge to say.</summary>
public sealed class Answers
{
    private const string Columns = "id, token, who, created, kind, body, basis, until, state, decided, approver";

    private readonly Store _store;

    internal Answers(Store store) => _store = store;

    /// <summary>Adds one; it waits.</summary>
    public Task<StatedAnswer> Add(Author author, string who, string kind, string body, string basis, string? until) => _store.Write(t =>
    {
        var made = new StatedAnswer(Ids.New('a'), author.Token, who, LogEvent.Instant(t.Now), kind, body, basis, until, "waiting", null, null);
        t.Insert(AuditedTable.Answers, author, $"{kind} stated", Values(author.Organization, made, null));
        return made;
    });

    /// <summary>Approves one that waits, by another person than its author.</summary>
    public Task<Approval> Approve(Author author, string who, string id) => _store.Write(t =>
    {
        if (Find(t, author.Organization, id) is not { State: "waiting" } found) return Approval.Missing;
        if (found.Token == author.Token) return Approval.SamePerson;
        t.Update(AuditedTable.Answers, author, $"{found.Kind} approved", Values(author.Organization, found with { State = "approved", Decided = LogEvent.Instant(t.Now), Approver = who }, author.Token));
        return Approval.Done;
    });

    /// <summary>Takes one back, whether it waits or holds; false when there is none.</summary>
    public Task<bool> Withdraw(Author author, string id) => _store.Write(t =>
    {
        if (Find(t, author.Organization, id) is not { } found || found.State == "withdrawn") return false;
        t.Update(AuditedTable.Answers, author, $"{found.Kind} withdrawn", Values(author.Organization, found with { State = "withdrawn", Decided = LogEvent.Instant(t.Now) }, author.Token));
        return true;
    });

    /// <summary>Those of an organization that were approved and not withdrawn, oldest first.</summary>
    public IReadOnlyList<StatedAnswer> Approved(string organization) =>
        _store.Rows($"SELECT {Columns} FROM answers WHERE organization = @organization AND state = 'approved' ORDER BY created, id", Read, ("organization", organization));

    /// <summary>All of an organization, newest first.</summary>
    public IReadOnlyList<StatedAnswer> Page(string organization, (string Created, string Id)? after, int limit) => after is { } last
        ? _store.Rows($"SELECT {Columns} FROM answers WHERE organization = @organization AND (created, id) < (@created, @id) ORDER BY created DESC, id DESC LIMIT @limit", Read, ("organization", organization), ("created", last.Created), ("id", last.Id), ("limit", limit))
        : _store.Rows($"SELECT {Columns} FROM answers WHERE organization = @organization ORDER BY created DESC, id DESC LIMIT @limit", Read, ("organization", organization), ("limit", limit));

    private static StatedAnswer? Find(StoreTransaction t, string organization, string id) =>
        t.First($"SELECT {Columns} FROM answers WHERE id = @id AND organization = @organization", Read, ("id", id), ("organization", organization));

    private static object?[] Values(string organization, StatedAnswer a, string? decidedBy) =>
        [a.Id, organization, a.Token, a.Who, a.Created, a.Kind, a.Body, a.Basis, a.Until, a.State, a.Decided, decidedBy, a.Approver];

    private static StatedAnswer Read(DbDataReader r) => new(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6),
        Sql.TextOrNull(r, 7), r.GetString(8), Sql.TextOrNull(r, 9), Sql.TextOrNull(r, 10));
}
