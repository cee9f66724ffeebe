using System.Text;
using Rubicon.Storage.Log;

namespace Rubicon.Storage.Tests;

/// <summary>What every store does with portfolios and answers, whatever the database.</summary>
internal static class PortfolioConformance
{
    public static async Task Of_two_who_change_a_portfolio_one_is_told_and_another_organization_finds_nothing(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var author = await Conformance.Organization(store, "A");
        var other = await Conformance.Organization(store, "B");
        var made = await store.Portfolios.Add(author, "North", "usf-recipient", null);
        Assert.Equal(made, store.Portfolios.Find(author.Organization, made.Id));
        Assert.Null(store.Portfolios.Find(other.Organization, made.Id));
        Assert.Equal(Taken.Missing, await store.Portfolios.Put(other, made.Id, 1, "a.csv", [1]));
        Assert.Equal([Taken.In, Taken.Stale], (await Task.WhenAll(store.Portfolios.Put(author, made.Id, 1, "a.csv", [1]), store.Portfolios.Put(author, made.Id, 1, "b.csv", [2]))).Order());
        Assert.Equal(2, store.Portfolios.Find(author.Organization, made.Id)!.Version);
        var file = Assert.Single(store.Portfolios.Files(made.Id));
        Assert.NotNull(store.Portfolios.Content(made.Id, file.Name));
        Assert.Equal(Taken.In, await store.Portfolios.Put(author, made.Id, 2, file.Name, null));
        Assert.Empty(store.Portfolios.Files(made.Id));
        Assert.Equal(Taken.In, await store.Portfolios.Put(author, made.Id, 3, file.Name, [7]));
        Assert.Equal([7], store.Portfolios.Content(made.Id, file.Name));
        Assert.Empty(LogCheck.Run(place.Of).Problems);
    }

    public static async Task Runs_count_up_and_come_back_as_they_were(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var author = await Conformance.Organization(store, "A");
        var made = await store.Portfolios.Add(author, "North", "", "2026-11-21");
        var scan = await store.Scans.Begin(author, "North", "2026-11-21", "2026-11-21", [1]);
        for (int i = 1; i <= 12; i++) Assert.Equal(i, (await store.Portfolios.AddRun(author, made.Id, scan.Id, "2026-11-21", $"reason {i}", "{}", "p", "{\"changed\":1}")).Number);
        Assert.Equal([12, 11, 10], store.Portfolios.Runs(made.Id, null, 3).Select(r => r.Number));
        Assert.Equal([9, 8], store.Portfolios.Runs(made.Id, 10, 2).Select(r => r.Number));
        Assert.Equal(("reason 7", "{\"changed\":1}"), (store.Portfolios.Run(made.Id, 7)!.Reason, store.Portfolios.Run(made.Id, 7)!.Changes));
        Assert.Null(store.Portfolios.Run(made.Id, 13));
        Assert.Empty(LogCheck.Run(place.Of).Problems);
    }

    public static async Task An_answer_waits_for_a_second_person_and_can_be_withdrawn(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var author = await Conformance.Organization(store, "A");
        var second = author with { Token = "t-second" };
        var made = await store.Statements.Add(author, "first", "answer", "{}", "{}", "2027-01-01");
        Assert.Empty(store.Statements.Approved(author.Organization));
        Assert.Equal(Approval.SamePerson, await store.Statements.Approve(author, "first", made.Id));
        Assert.Equal(Approval.Missing, await store.Statements.Approve(await Conformance.Organization(store, "B"), "other", made.Id));
        Assert.Equal(Approval.Done, await store.Statements.Approve(second, "second", made.Id));
        Assert.Equal(Approval.Missing, await store.Statements.Approve(second, "second", made.Id));
        Assert.Equal(("second", "2027-01-01"), (Assert.Single(store.Statements.Approved(author.Organization)).Approver, made.Until));
        Assert.True(await store.Statements.Withdraw(author, made.Id));
        Assert.False(await store.Statements.Withdraw(author, made.Id));
        Assert.Empty(store.Statements.Approved(author.Organization));
        Assert.Equal("withdrawn", Assert.Single(store.Statements.Page(author.Organization, null, 10)).State);
        Assert.Empty(LogCheck.Run(place.Of).Problems);
    }

    public static async Task Two_reports_say_what_they_do_not_decide_alike(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var author = await Conformance.Organization(store, "A");
        string older = await Report(store, author, ("k1", "allowed", ""), ("k2", "review", "us-x/a"), ("k3", "allowed", ""));
        string newer = await Report(store, author, ("k1", "prohibited", "us-x/b"), ("k2", "review", "us-x/a"), ("k4", "allowed", ""));
        var changes = store.Reports.Changes(older, newer, 10);
        Assert.Equal((1L, 1L, 1L), (changes.Changed, changes.Added, changes.Gone));
        Assert.Equal([("k1", "allowed", "prohibited"), ("k4", "", "allowed"), ("k3", "allowed", "")], changes.Some.Select(c => (c.Title, c.Before, c.After)));
        Assert.NotEqual(store.Reports.Print(older), store.Reports.Print(newer));
        Assert.Equal(store.Reports.Print(older), store.Reports.Print(await Report(store, author, ("k1", "allowed", ""), ("k2", "review", "us-x/a"), ("k3", "allowed", ""))));
    }

    private static async Task<string> Report(Store store, Author author, params (string Subject, string Outcome, string Rules)[] lines)
    {
        var scan = await store.Scans.Begin(author, "a.csv", "2026-11-21", "2026-11-21", [1]);
        await store.Reports.Append(author, scan.Id, 0, Reports.Pack(Encoding.UTF8.GetBytes("{}")), [.. lines.Select((l, i) => new ReportLine(i, 0, 1, i, l.Outcome, l.Subject, $"a.csv:{i}", "", "", l.Rules, l.Subject, $"d{i}"))]);
        await store.Scans.End(author, scan, "{}", new ReportShape(0, 2, 2, lines.Length), null);
        return scan.Id;
    }
}
