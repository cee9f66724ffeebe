using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Rubicon.Storage.Databases;
using Rubicon.Storage.Log;

namespace Rubicon.Storage;

/// <summary>Records of a network that stay, and are decided again when what they rest on changes.</summary>
/// <param name="Id">Id.</param>
/// <param name="Organization">Whose.</param>
/// <param name="Created">When, in UTC.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Actor">Capacities in which its owner acts, with commas; empty for outcomes by capacity.</param>
/// <param name="AsOf">The day asked about; null for the day on which it is decided.</param>
/// <param name="Version">Counts up with each change of its title or files.</param>
public sealed record Portfolio(string Id, string Organization, string Created, string Title, string Actor, string? AsOf, int Version);

/// <summary>A file of a portfolio.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Changed">When it came, in UTC.</param>
/// <param name="Sha256">Digest of its bytes.</param>
public sealed record PortfolioFile(string Name, string Changed, string Sha256);

/// <summary>One time that a portfolio was decided.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Created">When, in UTC.</param>
/// <param name="Scan">Id of the scan with its report; that of the run before when only the day moved and nothing changed.</param>
/// <param name="AsOf">The day asked about.</param>
/// <param name="Reason">Why it was decided.</param>
/// <param name="Basis">What it rests on, as JSON.</param>
/// <param name="Print">Digest over each record with its outcome and rules.</param>
/// <param name="Changes">What changed since the run before, as JSON.</param>
public sealed record PortfolioRun(int Number, string Created, string Scan, string AsOf, string Reason, string Basis, string Print, string Changes);

/// <summary>Portfolios with their files and runs. A change states the version that its author saw.</summary>
public sealed class Portfolios
{
    private const string Columns = "id, organization, created, title, actor, as_of, version";

    private readonly Store _store;

    internal Portfolios(Store store) => _store = store;

    /// <summary>Makes one without files.</summary>
    public Task<Portfolio> Add(Author author, string title, string actor, string? asOf) => _store.Write(t =>
    {
        var made = new Portfolio(Ids.New('n'), author.Organization, LogEvent.Instant(t.Now), title, actor, asOf, 1);
        t.Insert(AuditedTable.Portfolios, author, "portfolio made", Values(author, made));
        return made;
    });

    /// <summary>A portfolio of an organization, or null: another's is not there.</summary>
    public Portfolio? Find(string organization, string id) =>
        _store.Rows($"SELECT {Columns} FROM portfolios WHERE id = @id AND organization = @organization", Read, ("id", id), ("organization", organization)).FirstOrDefault();

    /// <summary>All portfolios of all organizations, for the worker that decides them again.</summary>
    public IReadOnlyList<Portfolio> All() => _store.Rows($"SELECT {Columns} FROM portfolios ORDER BY created, id", Read);

    /// <summary>Those of an organization, newest first.</summary>
    public IReadOnlyList<Portfolio> Page(string organization, (string Created, string Id)? after, int limit) => after is { } last
        ? _store.Rows($"SELECT {Columns} FROM portfolios WHERE organization = @organization AND (created, id) < (@created, @id) ORDER BY created DESC, id DESC LIMIT @limit", Read, ("organization", organization), ("created", last.Created), ("id", last.Id), ("limit", limit))
        : _store.Rows($"SELECT {Columns} FROM portfolios WHERE organization = @organization ORDER BY created DESC, id DESC LIMIT @limit", Read, ("organization", organization), ("limit", limit));

    /// <summary>Puts a file in, or another one in its place; without content takes it out.</summary>
    /// <param name="author">Who.</param>
    /// <param name="id">Which portfolio.</param>
    /// <param name="seen">The version that the author saw.</param>
    /// <param name="name">Name of the file.</param>
    /// <param name="content">Its bytes, or null to take it out.</param>
    public Task<Taken> Put(Author author, string id, int seen, string name, byte[]? content)
    {
        byte[]? packed = content is null ? null : Decisions.Pack(content);
        string digest = content is null ? "" : Convert.ToHexStringLower(SHA256.HashData(content));
        return _store.Write(t =>
        {
            if (t.First($"SELECT {Columns} FROM portfolios WHERE id = @id AND organization = @organization", Read, ("id", id), ("organization", author.Organization)) is not { } found) return Taken.Missing;
            if (found.Version != seen) return Taken.Stale;
            string key = $"{id}/{name}";
            bool there = t.First("SELECT id FROM portfolio_files WHERE id = @id", r => r.GetString(0), ("id", key)) is not null;
            if (content is null && !there) return Taken.Missing;
            object?[] row = [key, id, author.Token, LogEvent.Instant(t.Now), name, digest, packed];
            if (there) t.Update(AuditedTable.PortfolioFiles, author, content is null ? "portfolio file taken out" : "portfolio file replaced", row);
            else t.Insert(AuditedTable.PortfolioFiles, author, "portfolio file added", row);
            string token = t.First("SELECT token FROM portfolios WHERE id = @id", r => r.GetString(0), ("id", id))!;
            t.Update(AuditedTable.Portfolios, author, "portfolio changed", Values(author with { Token = token }, found with { Version = seen + 1 }));
            return Taken.In;
        });
    }

    /// <summary>The files, by name.</summary>
    public IReadOnlyList<PortfolioFile> Files(string id) => _store.Rows("SELECT name, changed, sha256 FROM portfolio_files WHERE portfolio = @id AND content IS NOT NULL ORDER BY name",
        r => new PortfolioFile(r.GetString(0), r.GetString(1), r.GetString(2)), ("id", id));

    /// <summary>The bytes of a file, or null.</summary>
    public byte[]? Content(string id, string name) => _store.Rows("SELECT content FROM portfolio_files WHERE id = @id AND content IS NOT NULL", r => Decisions.Unpack(Sql.Bytes(r, 0)), ("id", $"{id}/{name}")).FirstOrDefault();

    /// <summary>Records a run.</summary>
    public Task<PortfolioRun> AddRun(Author author, string id, string scan, string asOf, string reason, string basis, string print, string changes) => _store.Write(t =>
    {
        string? last = t.First("SELECT max(id) FROM portfolio_runs WHERE portfolio = @id", r => Sql.TextOrNull(r, 0) ?? "", ("id", id));
        int number = string.IsNullOrEmpty(last) ? 1 : Number(last) + 1;
        string now = LogEvent.Instant(t.Now);
        t.Insert(AuditedTable.PortfolioRuns, author, "portfolio decided", RunId(id, number), id, now, scan, asOf, reason, basis, print, Decisions.Pack(System.Text.Encoding.UTF8.GetBytes(changes)));
        return new PortfolioRun(number, now, scan, asOf, reason, basis, print, changes);
    });

    /// <summary>Runs of a portfolio, newest first.</summary>
    /// <param name="id">Which.</param>
    /// <param name="before">Only runs with a lower number; null from the newest.</param>
    /// <param name="limit">Most runs.</param>
    public IReadOnlyList<PortfolioRun> Runs(string id, int? before, int limit) =>
        _store.Rows("SELECT id, created, scan, as_of, reason, basis, print, changes FROM portfolio_runs WHERE portfolio = @id AND id < @before ORDER BY id DESC LIMIT @limit", Run,
            ("id", id), ("before", before is { } b ? RunId(id, b) : $"{id}/~"), ("limit", limit));

    /// <summary>One run, or null.</summary>
    public PortfolioRun? Run(string id, int number) =>
        _store.Rows("SELECT id, created, scan, as_of, reason, basis, print, changes FROM portfolio_runs WHERE id = @id", Run, ("id", RunId(id, number))).FirstOrDefault();

    private static object?[] Values(Author author, Portfolio p) => [p.Id, author.Organization, author.Token, p.Created, p.Title, p.Actor, p.AsOf, p.Version.ToString(CultureInfo.InvariantCulture)];

    private static Portfolio Read(DbDataReader r) => new(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), Sql.TextOrNull(r, 5), int.Parse(r.GetString(6), CultureInfo.InvariantCulture));

    private static PortfolioRun Run(DbDataReader r) => new(Number(r.GetString(0)), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), System.Text.Encoding.UTF8.GetString(Decisions.Unpack(Sql.Bytes(r, 7))));

    private static string RunId(string id, int number) => string.Create(CultureInfo.InvariantCulture, $"{id}/{number:00000000}");

    private static int Number(string runId) => int.Parse(runId.AsSpan(runId.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture);
}
