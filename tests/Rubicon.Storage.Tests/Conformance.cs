using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using Rubicon.Storage.Log;

namespace Rubicon.Storage.Tests;

/// <summary>What every store does, whatever the database. Each database's test class runs all of it.</summary>
internal static class Conformance
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public static async Task A_token_opens_only_with_its_secret_and_until_it_is_revoked_or_expires(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        Assert.True(store.Tokens.IsEmpty);
        var (token, secret) = await store.Tokens.Found("Cedar Ridge Telephone", "first");
        Assert.False(store.Tokens.IsEmpty);
        Assert.Equal(token, store.Tokens.Of(secret, Now));
        Assert.Null(store.Tokens.Of(secret + "x", Now));
        var author = new Author(token.Organization, token.Id);
        var (viewer, brief) = await store.Tokens.Add(author, "brief", "viewer", Now);
        Assert.NotNull(store.Tokens.Of(brief, Now.AddTicks(-1)));
        Assert.Null(store.Tokens.Of(brief, Now));
        Assert.False(await store.Tokens.Revoke(new Author("o-other", "t"), token.Id));
        Assert.True(await store.Tokens.Revoke(author, token.Id));
        Assert.Null(store.Tokens.Of(secret, Now));
        Assert.Equal([token.Id, viewer.Id], store.Tokens.In(token.Organization).Select(t => t.Id));
        Whole(place, events: 4, rows: 3);
    }

    public static async Task What_was_recorded_comes_back_byte_for_byte_and_only_to_its_organization(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var author = await Organization(store, "A");
        var other = await Organization(store, "B");
        byte[] report = Encoding.UTF8.GetBytes("{\"a\":\"中兴\"}\n");
        var recorded = await store.Decisions.Record(author, Entry("radio", report), null);
        Assert.Equal(report, store.Decisions.Find(author.Organization, recorded!.Id)!.Report);
        Assert.Null(store.Decisions.Find(other.Organization, recorded.Id));
        Assert.Empty(store.Decisions.Page(other.Organization, null, 10));
        Assert.Equal([("prohibited", 1L)], store.Decisions.Counts(author.Organization));
    }

    public static async Task A_key_used_again_gives_the_first_answer_and_refuses_another_request(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var author = await Organization(store, "A");
        var first = await store.Decisions.Record(author, Entry("radio", [1]), "key");
        var again = await store.Decisions.Record(author, Entry("radio", [1]), "key");
        Assert.Equal(first!.Id, again!.Id);
        Assert.Null(await store.Decisions.Record(author, Entry("router", [2]), "key"));
        Assert.NotEqual(first.Id, (await store.Decisions.Record(await Organization(store, "B"), Entry("radio", [1]), "key"))!.Id);
        Assert.Single(store.Decisions.Page(author.Organization, null, 10));
    }

    public static async Task Pages_follow_one_another_without_a_gap(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var author = await Organization(store, "A");
        await Task.WhenAll(Enumerable.Range(0, 25).Select(i => store.Decisions.Record(author, Entry($"line {i}", [(byte)i]), null)));
        var seen = new List<DecisionLine>();
        (string, string)? after = null;
        while (store.Decisions.Page(author.Organization, after, 10) is { Count: > 0 } page)
        {
            seen.AddRange(page);
            after = (page[^1].Created, page[^1].Id);
        }
        Assert.Equal(25, seen.Select(s => s.Id).Distinct().Count());
        Assert.Equal(seen.OrderByDescending(s => s.Created, StringComparer.Ordinal).ThenByDescending(s => s.Id, StringComparer.Ordinal), seen);
        Whole(place, events: 27, rows: 27);
    }

    public static async Task A_scan_is_running_until_it_ends(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var author = await Organization(store, "A");
        var scan = await store.Scans.Begin(author, "inventory.csv", "2026-11-21", "2026-11-21", [1, 2, 3]);
        Assert.Equal((scan, author), Assert.Single(store.Scans.LeftRunning()));
        await store.Reports.Append(author, scan.Id, 0, Reports.Pack([4, 5]), []);
        Assert.Null(store.Reports.Find(scan.Id));
        var done = await store.Scans.End(author, scan, "{}", new ReportShape(1, 1, 2, 0), null);
        Assert.Equal(done, store.Scans.Find(author.Organization, scan.Id));
        Assert.Equal([4, 5], store.Reports.Read(scan.Id, 0, 2));
        Assert.Null(store.Scans.Find("o-other", scan.Id));
        Assert.Empty(store.Scans.LeftRunning());
        Whole(place, events: 6, rows: 5);
    }

    public static async Task A_report_in_pieces_is_read_at_any_place_and_its_lines_by_what_they_share(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var author = await Organization(store, "A");
        var scan = await store.Scans.Begin(author, "inventory.csv", "2026-11-21", "2026-11-21", [1]);
        byte[] whole = new byte[(2 * Reports.PieceSize) + 77];
        new Random(5).NextBytes(whole);
        var lines = Enumerable.Range(0, 230).Select(i => new ReportLine(i, i * 10_000, 10_000, i % 3, i % 3 == 0 ? "prohibited" : i % 3 == 1 ? "review" : "allowed", $"line {i}", $"inventory.csv:{i + 2}", i % 2 == 0 ? "ZTE" : "", "Site 1", "us-x/a", $"k{i}", $"d{i}")).ToList();
        for (int i = 0; i < 3; i++) await store.Reports.Append(author, scan.Id, i, Reports.Pack(whole.AsSpan(i * Reports.PieceSize, Math.Min(Reports.PieceSize, whole.Length - (i * Reports.PieceSize)))), [.. lines.Skip(i * 100).Take(100)]);
        await store.Scans.End(author, scan, "{}", new ReportShape(0, whole.Length, whole.Length, lines.Count), null);
        Assert.Equal(whole, store.Reports.Pieces(scan.Id).SelectMany(p => p));
        foreach (int at in new[] { 0, Reports.PieceSize - 1, Reports.PieceSize, (2 * Reports.PieceSize) - 5, whole.Length - 10 }) Assert.Equal(whole[at..(at + 10)], store.Reports.Read(scan.Id, at, 10));
        Assert.Throws<InvalidDataException>(() => store.Reports.Read(scan.Id, whole.Length - 1, 2));
        var seen = new List<ReportLine>();
        for (IReadOnlyList<ReportLine> page; (page = store.Reports.Page(scan.Id, new LineFilter(), seen is [.., var last] ? (last.Rank, last.Number) : null, 50)).Count > 0;) seen.AddRange(page);
        Assert.Equal(lines.OrderBy(l => l.Rank).ThenBy(l => l.Number), seen);
        Assert.Equal(lines.Where(l => l is { Outcome: "review", Maker: "" }).Take(7), store.Reports.Page(scan.Id, new LineFilter("review", ""), null, 7));
        Assert.Equal([new LineGroup("", "prohibited", 38), new LineGroup("ZTE", "prohibited", 39)], store.Reports.Groups(scan.Id, "maker", 10).Take(2).OrderBy(g => g.Name, StringComparer.Ordinal));
        Assert.Equal(lines[229], store.Reports.Find(scan.Id, "d229"));
        Assert.Equal(lines[100..103], store.Reports.Lines(scan.Id, 100, 3));
        Whole(place, events: 8, rows: 7);
    }

    public static async Task Work_that_fails_leaves_nothing_and_the_log_goes_on(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var author = await Organization(store, "A");
        await Assert.ThrowsAsync<InvalidOperationException>(() => store.Write<int>(t =>
        {
            t.Note(author, "never");
            throw new InvalidOperationException("stop");
        }));
        await store.Decisions.Record(author, Entry("radio", [1]), null);
        Whole(place, events: 3, rows: 3);
    }

    public static async Task A_store_opened_again_goes_on_where_it_was(Place place)
    {
        using (var store = Store.Open(place.Of, TimeProvider.System)) await store.Decisions.Record(await Organization(store, "A"), Entry("radio", [1]), null);
        using (var store = Store.Open(place.Of, TimeProvider.System)) await Organization(store, "B");
        Whole(place, events: 5, rows: 5);
    }

    public static async Task A_changed_value_of_any_table_is_found(Place place)
    {
        using (var store = Store.Open(place.Of, TimeProvider.System))
        {
            var author = await Organization(store, "A");
            await store.Decisions.Record(author, Entry("radio", [1]), "key");
            await store.Scans.End(author, await store.Scans.Begin(author, "a.csv", "2026-11-21", "2026-11-21", [1]), "{}", new ReportShape(0, 0, 0, 0), null);
        }
        Whole(place, events: 7, rows: 6);
        foreach (string change in new[]
        {
            "UPDATE decisions SET outcome = 'allowed'", "UPDATE decisions SET title = 'Radio'", "UPDATE tokens SET role = 'approver'", "UPDATE organizations SET name = 'B'",
            "UPDATE scans SET state = 'failed'", "UPDATE idempotency_keys SET decision = 'd0'", "UPDATE checkpoints SET note = replace(note, 'rubicon', 'rubicom')",
            "UPDATE events SET number = 77 WHERE number = 5", "DELETE FROM idempotency_keys", "DELETE FROM checkpoints", "DELETE FROM events WHERE number = 3",
            "INSERT INTO organizations (id, name, created) VALUES ('o0', 'C', '2026')",
        })
        {
            using var copy = Copy(place, change);
            Assert.False(LogCheck.Run(copy?.Of ?? place.Of).Problems.IsEmpty, change);
            if (copy is null) await Restore(place);
        }
    }

    public static async Task A_proof_leads_from_an_event_to_the_signed_root(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var author = await Organization(store, "A");
        var recorded = await store.Decisions.Record(author, Entry("radio", [1]), null);
        var proof = LogProof.Of(place.Of, recorded!.Id)!;
        Assert.Equal(proof.Root, MerkleTree.RootOf(MerkleTree.LeafHash(proof.Event), proof.Number, proof.Size, proof.Path));
        using var key = LogKey.ForChecking(place.Folder)!;
        var signed = Checkpoint.Read(proof.Note, key)!;
        Assert.Equal(proof.Size, signed.Size);
        Assert.Equal(proof.Root, signed.Root);
        Assert.Null(LogProof.Of(place.Of, "d-none"));
        Assert.Equal(0, LogProof.Of(place.Of, "0")!.Number);
    }

    internal static async Task<Author> Organization(Store store, string name)
    {
        var (token, _) = await store.Tokens.Found(name, "first");
        return new Author(token.Organization, token.Id);
    }

    internal static DecisionEntry Entry(string title, byte[] report) => new(title, "prohibited", "2026-11-21", "2026-11-21", Encoding.UTF8.GetBytes(title), report);

    internal static void Whole(Place place, long events, long rows)
    {
        var account = LogCheck.Run(place.Of);
        Assert.Empty(account.Problems);
        Assert.Equal((events, rows), (account.Size, account.Rows));
    }

    /// <summary>A copy of an SQLite store with a change; for PostgreSQL the store itself is changed inside and put back by <see cref="Restore"/>.</summary>
    private static Place? Copy(Place place, string change)
    {
        if (place.Of.Postgres is not null)
        {
            Run(new NpgsqlConnection(place.Of.Postgres), string.Join(';', Tables.Select(t => $"CREATE TABLE kept_{t} AS SELECT * FROM {t}")));
            Run(new NpgsqlConnection(place.Of.Postgres), $"SET session_replication_role = replica; {change}");
            return null;
        }
        SqliteConnection.ClearAllPools();
        var copy = Place.New(postgres: false);
        foreach (string file in Directory.GetFiles(place.Folder)) File.Copy(file, Path.Combine(copy.Folder, Path.GetFileName(file)));
        Run(new SqliteConnection($"Data Source={Path.Combine(copy.Folder, "rubicon.db")};Pooling=False"), change);
        return copy;
    }

    private static readonly string[] Tables = ["organizations", "tokens", "decisions", "idempotency_keys", "scans", "events", "checkpoints"];

    private static Task Restore(Place place)
    {
        Run(new NpgsqlConnection(place.Of.Postgres), "SET session_replication_role = replica; " + string.Join(';', Tables.Select(t => $"DELETE FROM {t}; INSERT INTO {t} SELECT * FROM kept_{t}; DROP TABLE kept_{t}")));
        return Task.CompletedTask;
    }

    internal static void Run(DbConnection connection, string text)
    {
        using (connection)
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = text;
            command.ExecuteNonQuery();
        }
    }
}
