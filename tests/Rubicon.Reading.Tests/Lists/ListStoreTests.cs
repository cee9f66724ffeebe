using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Reading.Lists;
using Rubicon.Reading.Lists.Snapshots;
using Xunit;

namespace Rubicon.Reading.Tests.Lists;

public sealed class ListStoreTests : IDisposable
{
    private static readonly ImportTerms Terms = new(new DateOnly(2026, 11, 25), "given");

    private readonly string _folder = Directory.CreateTempSubdirectory("rubicon-lists-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_kept_entry_comes_back_as_it_was_read()
    {
        var store = new ListStore(_folder);
        var read = Read("l-2026-01-01.csv", "_id,source,name,alt_names,federal_register_notice,addresses,ids,type,start_date,programs,remarks\n1,Entity List (EL) - X,Acme,\"A; B\",87 FR 1,\"1 Road, CN\",\"CN, 12345, Tax ID No.\",Entity,2020-01-02,P,said\n");
        var result = store.Import(read, Terms);
        Assert.Equal("used", result.Use);
        var entry = Assert.Single(store.Entries(result.Snapshot!, [])!.Value);
        Assert.Equal(read.Entries[0].Names.AsEnumerable(), entry.Names);
        Assert.Equal((read.Entries[0].Id, read.Entries[0].List, read.Entries[0].Country, read.Entries[0].From, read.Entries[0].Citation, read.Entries[0].Note, read.Entries[0].Kind),
            (entry.Id, entry.List, entry.Country, entry.From, entry.Citation, entry.Note, entry.Kind));
        Assert.Equal(read.Entries[0].Identifiers.AsEnumerable(), entry.Identifiers);
        Assert.Equal(read.Entries[0].Addresses.AsEnumerable(), entry.Addresses);
    }

    [Fact]
    public void The_state_before_is_kept_and_a_day_finds_the_state_known_then()
    {
        var store = new ListStore(_folder);
        var first = store.Import(Read("l-2026-01-01.csv", "id,name\n1,Acme\n"), Own).Snapshot!;
        var second = store.Import(Read("l-2026-02-01.csv", "id,name\n1,Acme\n2,Beta\n"), Own).Snapshot!;
        var kept = Assert.Single(store.Kept([]));
        Assert.Equal((second.Id, first.Id), (kept.Current!.Id, kept.Previous!.Id));
        Assert.Equal(first.Id, kept.On(new DateOnly(2026, 1, 31))!.Id);
        Assert.Equal(second.Id, kept.On(new DateOnly(2026, 2, 1))!.Id);
        Assert.Equal(first.Id, kept.On(new DateOnly(2020, 1, 1))!.Id);
    }

    [Fact]
    public void The_same_file_twice_changes_nothing_and_an_older_one_is_kept_beside()
    {
        var store = new ListStore(_folder);
        var list = Read("l-2026-02-01.csv", "id,name\n1,Acme\n");
        Assert.Equal("used", store.Import(list, Own).Use);
        Assert.Equal("unchanged", store.Import(list, Own with { Retrieved = new DateOnly(2026, 11, 26) }).Use);
        Assert.Equal("older", store.Import(Read("l-2026-01-01.csv", "id,name\n1,Acme\n"), Own).Use);
        Assert.Equal(2, Assert.Single(store.Kept([])).Snapshots.Length);
    }

    [Fact]
    public void A_list_that_looks_like_a_part_is_kept_and_not_used_until_accepted()
    {
        var store = new ListStore(_folder);
        var whole = store.Import(Read("l-2026-01-01.csv", "id,name\n" + string.Concat(Enumerable.Range(1, 10).Select(i => $"{i},Firm {i}\n"))), Own).Snapshot!;
        var part = Read("l-2026-02-01.csv", "id,name\n1,Firm 1\n2,Firm 2\n");
        var held = store.Import(part, Own);
        Assert.Equal(("held-back", "RUB6122"), (held.Use, Assert.Single(held.Problems).Kind.Code));
        Assert.Equal(whole.Id, Assert.Single(store.Kept([])).Current!.Id);
        Assert.Equal("used", store.Import(part, Own with { Accept = true }).Use);
        Assert.Equal(held.Snapshot!.Id, Assert.Single(store.Kept([])).Current!.Id);
        Assert.Empty(store.Verify());
    }

    [Theory]
    [InlineData("id,name\n1,Acme\n2,\n")]
    [InlineData("id,name\n1,Acme\n2,Be,ta,\n3,\n")]
    public void A_list_with_many_refused_rows_is_held_back(string text) => Assert.Equal("held-back", new ListStore(_folder).Import(Read("l-2026-01-01.csv", text), Own).Use);

    [Fact]
    public void What_is_not_whole_is_never_kept()
    {
        var store = new ListStore(_folder);
        var good = store.Import(Read("l-2026-01-01.csv", "id,name\n1,Acme\n"), Own).Snapshot!;
        Assert.Equal("failed", store.Import(Read("l-2026-02-01.csv", "id,name\n1,Acme\n2,\"Be"), Own).Use);
        Assert.Equal(good.Id, Assert.Single(store.Kept([])).Current!.Id);
    }

    [Fact]
    public void A_changed_byte_is_found_and_a_new_import_repairs_it()
    {
        var store = new ListStore(_folder);
        var list = Read("l-2026-01-01.csv", "id,name\n1,Acme\n");
        store.Import(list, Own);
        string entries = Directory.GetFiles(_folder, "entries.jsonl", SearchOption.AllDirectories)[0];
        File.WriteAllText(entries, File.ReadAllText(entries).Replace("Acme", "Bcme", StringComparison.Ordinal));
        Assert.Equal("RUB6124", Assert.Single(store.Verify()).Kind.Code);
        var problems = new List<Problem>();
        Assert.Null(store.Entries(Assert.Single(store.Kept([])).Current!, problems));
        Assert.NotEmpty(problems);
        store.Import(list, Own);
        Assert.Empty(store.Verify());
    }

    [Fact]
    public void A_lost_snapshot_stops_imports_of_other_lists_so_that_it_is_missed()
    {
        var store = new ListStore(_folder);
        store.Import(Read("l-2026-01-01.csv", "id,name\n1,Acme\n"), Own);
        Directory.Delete(Directory.GetDirectories(Path.Combine(_folder, "lists", "snapshots", "own~list"))[0], recursive: true);
        Assert.Equal("RUB6124", Assert.Single(store.Verify()).Kind.Code);
        Assert.Equal("failed", store.Import(Read("m-2026-01-01.csv", "id,name\n1,Beta\n"), Terms with { List = "own/other" }).Use);
        Assert.Equal("used", store.Import(Read("l-2026-01-01.csv", "id,name\n1,Acme\n"), Own).Use);
        Assert.Empty(store.Verify());
    }

    [Fact]
    public void One_import_at_a_time()
    {
        var store = new ListStore(_folder);
        Directory.CreateDirectory(Path.Combine(_folder, "lists"));
        using (new FileStream(Path.Combine(_folder, "lists", "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))
            Assert.Equal("RUB6125", Assert.Single(store.Import(Read("l-2026-01-01.csv", "id,name\n1,Acme\n"), Own).Problems).Kind.Code);
        Assert.Equal("used", store.Import(Read("l-2026-01-01.csv", "id,name\n1,Acme\n"), Own).Use);
    }

    [Fact]
    public void A_list_without_a_day_says_so() =>
        Assert.Equal("RUB6129", Assert.Single(new ListStore(_folder).Import(Read("l.csv", "id,name\n1,Acme\n"), Own).Problems).Kind.Code);

    [Fact]
    public void A_difference_names_who_was_added_removed_and_changed_with_what()
    {
        var before = Read("a.csv", "id,name,alias,country\n1,Acme,A,CN\n2,Beta,,CN\n3,Gamma,,CN\n").Entries;
        var after = Read("b.csv", "id,name,alias,country\n1,Acme,A;AA,RU\n3,Gamma,,CN\n4,Delta,,CN\n").Entries.Select(e => e with { List = before[0].List });
        var diff = ListDiff.Of(before, after);
        Assert.Equal(("Delta", "Beta", 1), (Assert.Single(diff.Added).Names[0].Text, Assert.Single(diff.Removed).Names[0].Text, diff.Unchanged));
        Assert.Equal(["name added: AA", "country: CN -> RU"], Assert.Single(diff.Changed).Changes.AsEnumerable());
        Assert.True(ListDiff.Of(before, before).IsEmpty);
    }

    [Fact]
    public void Without_ids_entries_are_the_same_by_name()
    {
        var before = Read("a.csv", "name,country\nAcme,CN\nBeta,CN\n").Entries;
        var after = Read("a.csv", "name,country\nNew,CN\nAcme,CN\nBeta,CN\n").Entries;
        var diff = ListDiff.Of(before, after);
        Assert.Equal(("New", 0, 2), (Assert.Single(diff.Added).Names[0].Text, diff.Removed.Length, diff.Unchanged));
    }

    private static ImportTerms Own => Terms with { List = "own/list" };

    private static ListReading Read(string name, string text) => ListFile.Read(name, new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
