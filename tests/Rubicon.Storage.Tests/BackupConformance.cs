using Rubicon.Storage.Backups;
using Rubicon.Storage.Log;

namespace Rubicon.Storage.Tests;

/// <summary>Backups, people, keys and webhooks: what every store does, whatever the database.</summary>
internal static class BackupConformance
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    public static async Task A_backup_is_restored_into_either_database_and_is_whole(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var author = await Organization(store, "A");
        var recorded = await store.Decisions.Record(author, new DecisionEntry("radio", "prohibited", "2026-11-21", "2026-11-21", [1, 2], [3, 4]), "key");
        await store.Webhooks.Add(author, "https://example.com/hook", "");
        Directory.CreateDirectory(Path.Combine(place.Folder, "lists", "a"));
        File.WriteAllText(Path.Combine(place.Folder, "lists", "a", "b.json"), "{}");
        using var backup = new MemoryStream();
        var written = StoreBackup.Write(place.Of, backup);
        // What came after is not in it.
        await store.Decisions.Record(author, new DecisionEntry("later", "review", "2026-11-21", "2026-11-21", [1], [2]), null);
        foreach (bool postgres in PostgresServer.Connection is null ? [false] : new[] { false, true })
        {
            using var other = Place.New(postgres);
            backup.Position = 0;
            Assert.Equal(written, StoreBackup.Restore(backup, other.Of));
            Assert.Equal("{}", File.ReadAllText(Path.Combine(other.Folder, "lists", "a", "b.json")));
            using var again = Store.Open(other.Of, TimeProvider.System);
            Assert.Equal([3, 4], again.Decisions.Find(author.Organization, recorded!.Id)!.Report);
            Assert.Single(again.Decisions.Page(author.Organization, null, 10));
            await again.Decisions.Record(author, new DecisionEntry("goes on", "review", "2026-11-21", "2026-11-21", [1], [2]), null);
            Assert.Empty(LogCheck.Run(other.Of).Problems);
            Assert.Equal("RUB9101", Assert.Throws<StoreException>(() => StoreBackup.Restore(backup, other.Of)).Problem.Kind.Code);
        }
    }

    public static async Task A_damaged_backup_is_refused(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var author = await Organization(store, "A");
        for (int i = 0; i < 5; i++) await store.Decisions.Record(author, new DecisionEntry("radio", "prohibited", "2026-11-21", "2026-11-21", [1, 2], [3, 4]), null);
        using var backup = new MemoryStream();
        StoreBackup.Write(place.Of, backup);
        byte[] whole = backup.ToArray();
        var random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 40; i++)
        {
            byte[] changed = (byte[])whole.Clone();
            if (i % 4 == 0) changed = changed[..random.Next(changed.Length)];
            else changed[random.Next(changed.Length)] ^= (byte)(1 + random.Next(255));
            using var other = Place.New(postgres: false);
            try
            {
                StoreBackup.Restore(new MemoryStream(changed), other.Of);
                // A byte that means nothing (a time in the file's directory) may change; what was restored is whole all the same.
                Assert.Empty(LogCheck.Run(other.Of).Problems);
            }
            catch (StoreException error)
            {
                refused++;
                Assert.Contains(error.Problem.Kind.Code, new[] { "RUB9100", "RUB6501", "RUB6502", "RUB6503", "RUB6504", "RUB6505", "RUB6506", "RUB6507", "RUB6508" });
                // What a refused restore left opens for nobody.
                if (File.Exists(Path.Combine(other.Folder, "restoring"))) Assert.Equal("RUB9102", Assert.Throws<StoreException>(() => Store.Open(other.Of, TimeProvider.System)).Problem.Kind.Code);
            }
        }
        using var half = Place.New(postgres: false);
        Assert.Equal("RUB9100", Assert.Throws<StoreException>(() => StoreBackup.Restore(new MemoryStream(whole[..(whole.Length / 2)]), half.Of)).Problem.Kind.Code);
        Assert.True(refused >= 20, $"{refused} of 40 refused");
    }

    public static async Task A_person_chooses_a_password_once_is_locked_out_and_let_in_again(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var author = await Organization(store, "A");
        var (token, _) = await store.Tokens.Add(author, "Officer", "analyst", null);
        Assert.Null(await store.Accounts.Link(await Organization(store, "B"), token.Id, Now.AddDays(1)));
        string link = (await store.Accounts.Link(author, token.Id, Now.AddDays(1)))!;
        Assert.Null(store.Accounts.OfLink(link, Now.AddDays(1)));
        Assert.Equal(Chosen.LinkGone, await store.Accounts.Choose(link, "officer", "h1", Now.AddDays(2)));
        Assert.Equal(Chosen.Done, await store.Accounts.Choose(link, "officer", "h1", Now));
        Assert.Equal(Chosen.LinkGone, await store.Accounts.Choose(link, "officer", "h2", Now));
        Assert.Equal(("h1", token.Id), (store.Accounts.OfLogin("officer")!.Password, store.Accounts.OfLogin("officer")!.Id));
        var (second, _) = await store.Tokens.Add(author, "Other", "viewer", null);
        string taken = (await store.Accounts.Link(author, second.Id, Now.AddDays(1)))!;
        Assert.Equal(Chosen.LoginTaken, await store.Accounts.Choose(taken, "officer", "h3", Now));
        for (int i = 1; i < Accounts.MostFailed; i++) Assert.False(await store.Accounts.Fail(token.Id, Now));
        Assert.True(await store.Accounts.Fail(token.Id, Now));
        Assert.True(store.Accounts.OfLogin("officer")!.IsLocked(Now));
        Assert.False(store.Accounts.OfLogin("officer")!.IsLocked(Now + Accounts.LockedFor));
        Assert.True(await store.Accounts.Enter(token.Id));
        Assert.False(store.Accounts.OfLogin("officer")!.IsLocked(Now));
        Assert.Empty(LogCheck.Run(place.Of).Problems);
    }

    public static async Task A_key_is_written_with_the_first_write_and_with_nothing_else(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var author = await Organization(store, "A");
        await Task.Run(async () =>
        {
            var scope = OnceKeys.Begin(author, "k1", [1]);
            Assert.False(await store.Tokens.Revoke(author, "t-none"));
            Assert.False(scope.IsWritten);
            await store.Tokens.Add(author, "a", "viewer", null);
            Assert.True(scope.IsWritten);
            await store.Tokens.Add(author, "b", "viewer", null);
            await store.Once.Keep(author, "k1", [7]);
        });
        var kept = store.Once.Find(author.Organization, "k1")!;
        Assert.Equal((1, 7), (kept.Request[0], kept.Answer![0]));
        Assert.Null(store.Once.Find("o-other", "k1"));
        await Task.Run(async () =>
        {
            OnceKeys.Begin(author, "k1", [1]);
            await Assert.ThrowsAsync<KeyTakenException>(() => store.Tokens.Add(author, "c", "viewer", null));
        });
        Assert.Equal(["first", "a", "b"], store.Tokens.In(author.Organization).Select(t => t.Name));
        Assert.Empty(LogCheck.Run(place.Of).Problems);
    }

    public static async Task A_webhook_is_told_of_what_its_organization_did_and_of_nothing_that_was_rolled_back(Place place)
    {
        using var store = Store.Open(place.Of, TimeProvider.System);
        var author = await Organization(store, "A");
        var other = await Organization(store, "B");
        var (hook, secret) = await store.Webhooks.Add(author, "https://example.com/hook", "decision.recorded");
        var entry = new DecisionEntry("radio", "prohibited", "2026-11-21", "2026-11-21", [1], [2]);
        var recorded = await store.Decisions.Record(author, entry, null);
        await store.Decisions.Record(other, entry, null);
        await store.Scans.Begin(author, "a.csv", "2026-11-21", "2026-11-21", [1]);
        var (message, url, signs) = Assert.Single(store.Webhooks.Due(DateTimeOffset.MaxValue, 10));
        Assert.Equal((hook.Url, secret, 0), (url, signs, message.Tries));
        Assert.Contains(recorded!.Id, message.Body, StringComparison.Ordinal);
        await store.Webhooks.Tried(message.Id, "waiting", Now.AddYears(90), "503");
        Assert.Empty(store.Webhooks.Due(Now.AddYears(1), 10));
        Assert.False(await store.Webhooks.End(other, hook.Id));
        Assert.True(await store.Webhooks.End(author, hook.Id));
        Assert.Equal("given-up", Assert.Single(store.Webhooks.Messages(hook.Id, 10)).State);
        await store.Decisions.Record(author, entry, null);
        Assert.Single(store.Webhooks.Messages(hook.Id, 10));
        Assert.Empty(LogCheck.Run(place.Of).Problems);
    }

    private static async Task<Author> Organization(Store store, string name)
    {
        var (token, _) = await store.Tokens.Found(name, "first");
        return new Author(token.Organization, token.Id);
    }
}
