using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Rubicon.Review;
using Rubicon.Storage.Log;

namespace Rubicon.Storage.Tests;

/// <summary>What every store does with cases, whatever the database.</summary>
internal static class CaseConformance
{
    public static async Task A_case_is_numbered_seen_by_those_who_take_part_and_read_back_as_it_was(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var (agency, party, stranger) = (await Conformance.Organization(store, "Agency"), await Conformance.Organization(store, "Carrier"), await Conformance.Organization(store, "Stranger"));
        var first = await store.Cases.Open(agency, "us-icts/review", "Base stations", Step("refer"));
        var second = await store.Cases.Open(agency, "us-icts/review", "Cameras", Step("refer"));
        Assert.Equal($"R-{first.Created[..4]}-0001 R-{first.Created[..4]}-0002", $"{first.Number} {second.Number}");
        Assert.Null(store.Cases.Find(party.Organization, first.Id));
        Assert.True(await store.Cases.Invite(agency, first.Id, party.Organization, ReviewRole.Party));
        Assert.False(await store.Cases.Invite(agency, first.Id, party.Organization, ReviewRole.Consulted));
        Assert.False(await store.Cases.Invite(agency, first.Id, "o-none", ReviewRole.Party));
        Assert.Equal(ReviewRole.Party, store.Cases.Find(party.Organization, first.Id)!.Side);
        Assert.Null(store.Cases.Find(stranger.Organization, first.Id));
        Assert.Equal([first.Id], store.Cases.Page(party.Organization, null, 10).Select(c => c.Id));
        Assert.Equal(CaseEventJson.Bytes(Step("refer")), CaseEventJson.Bytes(Assert.Single(store.Cases.Events(first.Id))));
        Assert.Equal(["Agency", "Carrier"], store.Cases.Members(first.Id).Select(m => m.Name));
        var page = store.Cases.Page(agency.Organization, null, 1);
        Assert.Equal([first.Id], store.Cases.Page(agency.Organization, (page[0].Created, page[0].Id), 10).Select(c => c.Id).Where(c => c != page[0].Id));
    }

    public static async Task Of_two_who_act_on_the_same_state_of_a_case_one_is_told(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var agency = await Conformance.Organization(store, "Agency");
        var opened = await store.Cases.Open(agency, "us-icts/review", "Base stations", Step("refer"));
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => store.Cases.Take(agency, opened.Id, 1, Step($"step-{i}"))));
        Assert.Equal(1, taken.Count(t => t == Taken.In));
        Assert.Equal(7, taken.Count(t => t == Taken.Stale));
        Assert.Equal(2, store.Cases.Events(opened.Id).Count);
        Assert.Equal(Taken.Missing, await store.Cases.Take(agency, "c-none", 1, Step("x")));
    }

    public static async Task A_step_waits_for_approval_and_goes_in_once(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var (agency, other) = (await Conformance.Organization(store, "Agency"), await Conformance.Organization(store, "Carrier"));
        var opened = await store.Cases.Open(agency, "us-icts/review", "Base stations", Step("refer"));
        string draft = await store.Cases.Propose(agency, opened.Id, Step("reject"));
        Assert.Single(store.Cases.Events(opened.Id));
        Assert.Equal(draft, Assert.Single(store.Cases.Waiting(agency.Organization, opened.Id)).Id);
        Assert.Empty(store.Cases.Waiting(other.Organization, opened.Id));
        Assert.Equal(Taken.Missing, await store.Cases.Approve(other, opened.Id, draft, 1, Step("reject")));
        Assert.Equal(Taken.Stale, await store.Cases.Approve(agency, opened.Id, draft, 0, Step("reject")));
        Assert.Equal(Taken.In, await store.Cases.Approve(agency, opened.Id, draft, 1, Step("reject")));
        Assert.Equal(Taken.Missing, await store.Cases.Approve(agency, opened.Id, draft, 2, Step("reject")));
        string second = await store.Cases.Propose(agency, opened.Id, Step("accept"));
        Assert.True(await store.Cases.Withdraw(agency, opened.Id, second));
        Assert.False(await store.Cases.Withdraw(agency, opened.Id, second));
        Assert.Equal(["refer", "reject"], store.Cases.Events(opened.Id).Select(e => e.Step));
    }

    public static async Task Files_and_duties_of_a_case_come_back_as_they_were(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var agency = await Conformance.Organization(store, "Agency");
        var opened = await store.Cases.Open(agency, "us-icts/review", "Base stations", Step("refer"));
        byte[] content = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7 % 251))];
        var file = await store.Cases.Files.Add(agency, opened.Id, "Contract 合同", true, content);
        var more = await store.Cases.Files.Add(agency, opened.Id, "Map", false, []);
        Assert.Equal([file, more], store.Cases.Files.Of(opened.Id));
        Assert.Equal(["F-001", "F-002"], store.Cases.Files.Of(opened.Id).Select(f => f.Number));
        Assert.Equal(content, store.Cases.Files.Content(opened.Id, file.Id));
        Assert.Null(store.Cases.Files.Content("c-other", file.Id));
        var duty = await store.Cases.Duties.Add(agency, opened.Id, "Report on access", new DateOnly(2026, 1, 31), 6, new DateOnly(2030, 12, 31));
        Assert.Equal([duty], store.Cases.Duties.Of(opened.Id));
        var report = new DutyReport(duty.Id, new DateOnly(2026, 1, 31), new DateOnly(2026, 1, 30), "F-002");
        Assert.True(await store.Cases.Duties.Report(agency, opened.Id, report));
        Assert.False(await store.Cases.Duties.Report(agency, "c-other", report));
        Assert.Equal([report], store.Cases.Duties.Reports(opened.Id));
    }

    public static async Task A_changed_byte_of_a_case_is_found(Place place)
    {
        using (var store = Store.Open(place.Of, TimeProvider.System))
        {
            var agency = await Conformance.Organization(store, "Agency");
            var opened = await store.Cases.Open(agency, "us-icts/review", "Base stations", Step("refer"));
            await store.Cases.Propose(agency, opened.Id, Step("reject"));
            await store.Cases.Files.Add(agency, opened.Id, "Map", true, [1]);
            var duty = await store.Cases.Duties.Add(agency, opened.Id, "Report", new DateOnly(2026, 1, 31), 0, null);
            await store.Cases.Duties.Report(agency, opened.Id, new DutyReport(duty.Id, duty.First, duty.First, "F-001"));
        }
        Conformance.Whole(place, events: 9, rows: 9);
        int found = 0;
        foreach (string change in new[]
        {
            "UPDATE cases SET title = 'Routers'", "UPDATE case_members SET side = 'party'", "UPDATE case_events SET token = 't0'", "UPDATE case_drafts SET state = 'approved'",
            "UPDATE case_files SET restricted = 'no'", "UPDATE case_duties SET first_due = '2027-01-31'", "UPDATE duty_reports SET done = '2026-01-30'",
        })
        {
            Conformance.Run(Connection(place), change);
            int now = LogCheck.Run(place.Of).Problems.Length;
            Assert.True(now > found, change);
            found = now;
        }
    }

    private static CaseEvent Step(string step) =>
        new(step, new DateOnly(2026, 1, 5), ReviewRole.Agency, "a (t1)", null, ImmutableDictionary<string, string>.Empty.Add("reason", "because"));

    private static DbConnection Connection(Place place) => place.Of.Postgres is { } postgres ? new NpgsqlConnection(postgres) : new SqliteConnection($"Data Source={Path.Combine(place.Folder, "rubicon.db")};Pooling=False");
}
