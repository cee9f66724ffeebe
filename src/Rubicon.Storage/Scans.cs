using System.Data.Common;
using Rubicon.Storage.Databases;
using Rubicon.Storage.Log;

namespace Rubicon.Storage;

/// <summary>A scan: a file that was sent in, and what became of it.</summary>
/// <param name="Id">Id.</param>
/// <param name="Created">When, in UTC.</param>
/// <param name="Name">Name of the file.</param>
/// <param name="AsOf">The day asked about.</param>
/// <param name="KnownAt">Only what was known by then counts.</param>
/// <param name="State">running, done or failed.</param>
/// <param name="Finished">When it ended, or null.</param>
/// <param name="Outcomes">Counts by outcome as JSON, or null while it runs.</param>
/// <param name="Problem">Why it failed, or null.</param>
public sealed record Scan(string Id, string Created, string Name, string AsOf, string KnownAt, string State, string? Finished, string? Outcomes, string? Problem);

/// <summary>Scans. The file is kept packed; the report is in <see cref="Store.Reports"/>.</summary>
public sealed class Scans
{
    private const string Columns = "id, created, name, as_of, known_at, state, finished, outcomes, problem";

    private readonly Store _store;

    internal Scans(Store store) => _store = store;

    /// <summary>Records that a scan begins.</summary>
    public Task<Scan> Begin(Author author, string name, string asOf, string knownAt, byte[] input)
    {
        byte[] packed = Decisions.Pack(input);
        return _store.Write(t =>
        {
            var scan = new Scan(Ids.New('s'), LogEvent.Instant(t.Now), name, asOf, knownAt, "running", null, null, null);
            t.Insert(AuditedTable.Scans, author, "scan begun", Values(author, scan, packed));
            return scan;
        });
    }

    /// <summary>Records how a scan ended: with the shape of its report, whose pieces were kept before, or with the problem.</summary>
    public Task<Scan> End(Author author, Scan scan, string? outcomes, ReportShape? report, string? problem) => _store.Write(t =>
    {
        byte[] input = t.First("SELECT input FROM scans WHERE id = @id", r => Sql.Bytes(r, 0), ("id", scan.Id)) ?? throw new InvalidOperationException($"scan {scan.Id} was not begun");
        var ended = scan with { State = problem is null ? "done" : "failed", Finished = LogEvent.Instant(t.Now), Outcomes = outcomes, Problem = problem };
        if (report is not null) Reports.Close(t, author, scan.Id, report);
        t.Update(AuditedTable.Scans, author, "scan " + ended.State, Values(author, ended, input));
        return ended;
    });

    /// <summary>A scan of an organization, or null: another organization's is not there.</summary>
    public Scan? Find(string organization, string id) =>
        _store.Rows($"SELECT {Columns} FROM scans WHERE id = @id AND organization = @organization", Read, ("id", id), ("organization", organization)).FirstOrDefault();

    /// <summary>The newest scans of an organization.</summary>
    public IReadOnlyList<Scan> Newest(string organization, int limit) =>
        _store.Rows($"SELECT {Columns} FROM scans WHERE organization = @organization ORDER BY created DESC, id DESC LIMIT @limit", Read, ("organization", organization), ("limit", limit));

    /// <summary>Scans that a server which is gone left running, with whose they are.</summary>
    public IReadOnlyList<(Scan Scan, Author Author)> LeftRunning() =>
        _store.Rows($"SELECT {Columns}, organization, token FROM scans WHERE state = 'running' ORDER BY created, id", r => (Read(r), new Author(r.GetString(9), r.GetString(10))));

    private static object?[] Values(Author author, Scan s, byte[] input) =>
        [s.Id, author.Organization, author.Token, s.Created, s.Name, s.AsOf, s.KnownAt, s.State, s.Finished, s.Outcomes, input, null, s.Problem];

    private static Scan Read(DbDataReader r) =>
        new(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), Sql.TextOrNull(r, 6), Sql.TextOrNull(r, 7), Sql.TextOrNull(r, 8));
}
