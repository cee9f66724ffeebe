using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using Rubicon.Storage.Databases;
using Rubicon.Storage.Log;

namespace Rubicon.Storage;

/// <summary>A decision to record.</summary>
/// <param name="Title">The line that names it.</param>
/// <param name="Outcome">Its outcome, as a word.</param>
/// <param name="AsOf">The day asked about, YYYY-MM-DD.</param>
/// <param name="KnownAt">Only what was known by then counted.</param>
/// <param name="Request">The request, as it came.</param>
/// <param name="Report">The report, as it goes out.</param>
public sealed record DecisionEntry(string Title, string Outcome, string AsOf, string KnownAt, byte[] Request, byte[] Report);

/// <summary>A line of the list of decisions.</summary>
/// <param name="Id">Id.</param>
/// <param name="Created">When, in UTC.</param>
/// <param name="Title">The line that names it.</param>
/// <param name="Outcome">Its outcome, as a word.</param>
/// <param name="AsOf">The day asked about.</param>
public sealed record DecisionLine(string Id, string Created, string Title, string Outcome, string AsOf);

/// <summary>A recorded decision: its id, and the report as it went out.</summary>
/// <param name="Id">Id.</param>
/// <param name="Report">The report.</param>
public sealed record RecordedDecision(string Id, byte[] Report);

/// <summary>Recorded decisions. Requests and reports are kept packed; what comes out has the bytes that went in.</summary>
public sealed class Decisions
{
    private readonly Store _store;

    internal Decisions(Store store) => _store = store;

    /// <summary>
    /// Records a decision. With a key that was used before for the same request, what was recorded then is the answer and nothing is written; null when the
    /// key was used for another request.
    /// </summary>
    public Task<RecordedDecision?> Record(Author author, DecisionEntry entry, string? idempotencyKey)
    {
        byte[] request = Pack(entry.Request), report = Pack(entry.Report);
        byte[] digest = SHA256.HashData([.. System.Text.Encoding.UTF8.GetBytes($"{entry.AsOf} {entry.KnownAt}\n"), .. entry.Request]);
        return _store.Write(t =>
        {
            string key = $"{author.Organization}/{idempotencyKey}";
            if (idempotencyKey is not null
                && t.First("SELECT request, decision FROM idempotency_keys WHERE id = @key", r => Tuple.Create(Sql.Bytes(r, 0), r.GetString(1)), ("key", key)) is { } used)
                return used.Item1.AsSpan().SequenceEqual(digest) ? t.First("SELECT id, report FROM decisions WHERE id = @id", Recorded, ("id", used.Item2)) : null;
            string id = Ids.New('d'), now = LogEvent.Instant(t.Now);
            t.Insert(AuditedTable.Decisions, author, "decision recorded", id, author.Organization, author.Token, now, entry.Title, entry.Outcome, entry.AsOf, entry.KnownAt, request, report);
            if (idempotencyKey is not null) t.Insert(AuditedTable.IdempotencyKeys, author, "idempotency key used", key, author.Organization, digest, id, now);
            return new RecordedDecision(id, entry.Report);
        });
    }

    /// <summary>A decision of an organization, or null: another organization's is not there.</summary>
    public RecordedDecision? Find(string organization, string id) =>
        _store.Rows("SELECT id, report FROM decisions WHERE id = @id AND organization = @organization", Recorded, ("id", id), ("organization", organization)).FirstOrDefault();

    /// <summary>Decisions of an organization, newest first.</summary>
    /// <param name="organization">Whose.</param>
    /// <param name="after">The last line of the page before, or null.</param>
    /// <param name="limit">Most lines.</param>
    public IReadOnlyList<DecisionLine> Page(string organization, (string Created, string Id)? after, int limit)
    {
        const string start = "SELECT id, created, title, outcome, as_of FROM decisions WHERE organization = @organization";
        const string end = " ORDER BY created DESC, id DESC LIMIT @limit";
        return after is { } last
            ? _store.Rows(start + " AND (created, id) < (@created, @id)" + end, Line, ("organization", organization), ("created", last.Created), ("id", last.Id), ("limit", limit))
            : _store.Rows(start + end, Line, ("organization", organization), ("limit", limit));
    }

    /// <summary>How many decisions an organization has of each outcome.</summary>
    public IReadOnlyList<(string Outcome, long Count)> Counts(string organization) =>
        _store.Rows("SELECT outcome, count(*) FROM decisions WHERE organization = @organization GROUP BY outcome ORDER BY outcome", r => (r.GetString(0), r.GetInt64(1)), ("organization", organization));

    private static RecordedDecision Recorded(DbDataReader r) => new(r.GetString(0), Unpack(Sql.Bytes(r, 1)));

    private static DecisionLine Line(DbDataReader r) => new(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4));

    internal static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest)) brotli.Write(bytes);
        return packed.ToArray();
    }

    internal static byte[] Unpack(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        brotli.CopyTo(bytes);
        return bytes.ToArray();
    }
}
