using System.Text;
using Microsoft.Data.Sqlite;
using Rubicon.Storage.Log;

namespace Rubicon.Storage.Tests;

/// <summary>Damage to the files of an SQLite store.</summary>
public sealed class DamageTests
{
    /// <summary>Every byte of every record, one at a time, in a seeded sample: whatever is flipped inside what was written is found.</summary>
    [Fact]
    public async Task A_flipped_byte_inside_any_record_is_found()
    {
        using var place = Place.New(postgres: false);
        string[] written;
        using (var store = Store.Open(place.Of, TimeProvider.System))
        {
            var author = await Conformance.Organization(store, "Cedar Ridge Telephone");
            var recorded = await store.Decisions.Record(author, Conformance.Entry("radio of the north mast", [1, 2, 3]), "key of the order");
            written = ["Cedar Ridge Telephone", "radio of the north mast", "key of the order", recorded!.Id, author.Token, "decision recorded", "token made", "administrator"];
        }
        string file = Path.Combine(place.Folder, "rubicon.db");
        byte[] whole = File.ReadAllBytes(file);
        var random = new Random(7);
        int flips = 0;
        foreach (string text in written)
            foreach (int at in Places(whole, Encoding.UTF8.GetBytes(text)))
            {
                byte[] changed = [.. whole];
                changed[at + random.Next(text.Length)] ^= (byte)(1 << random.Next(7));
                SqliteConnection.ClearAllPools();
                File.WriteAllBytes(file, changed);
                Assert.True(IsFound(place), $"a flip at {at} in {text}");
                flips++;
            }
        Assert.True(flips >= written.Length, $"{flips} flips");
        SqliteConnection.ClearAllPools();
        File.WriteAllBytes(file, whole);
        Assert.Empty(LogCheck.Run(place.Of).Problems);
    }

    [Fact]
    public async Task An_old_copy_put_back_is_found_and_is_not_opened()
    {
        using var place = Place.New(postgres: false);
        string file = Path.Combine(place.Folder, "rubicon.db");
        using (var store = Store.Open(place.Of, TimeProvider.System)) await Conformance.Organization(store, "A");
        SqliteConnection.ClearAllPools();
        byte[] old = File.ReadAllBytes(file);
        using (var store = Store.Open(place.Of, TimeProvider.System)) await Conformance.Organization(store, "B");
        SqliteConnection.ClearAllPools();
        File.WriteAllBytes(file, old);
        Assert.Equal("RUB6504", Assert.Single(LogCheck.Run(place.Of).Problems).Kind.Code);
        Assert.Equal("RUB6504", Assert.Throws<StoreException>(() => Store.Open(place.Of, TimeProvider.System)).Problem.Kind.Code);
    }

    [Fact]
    public void A_folder_without_a_store_is_a_problem_and_stays_without()
    {
        using var place = Place.New(postgres: false);
        Assert.Equal("RUB6505", Assert.Throws<StoreException>(() => LogCheck.Run(place.Of)).Problem.Kind.Code);
        Assert.Empty(Directory.GetFiles(place.Folder));
    }

    [Fact]
    public void A_file_that_is_no_database_is_a_problem()
    {
        using var place = Place.New(postgres: false);
        File.WriteAllText(Path.Combine(place.Folder, "rubicon.db"), new string('x', 5000));
        Assert.Equal("RUB6506", Assert.Throws<StoreException>(() => Store.Open(place.Of, TimeProvider.System)).Problem.Kind.Code);
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_not_opened()
    {
        using var place = Place.New(postgres: false);
        using (var store = Store.Open(place.Of, TimeProvider.System)) await Conformance.Organization(store, "A");
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(place.Folder, "rubicon.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO migrations VALUES (9999, '9999-later.sql', '')";
            command.ExecuteNonQuery();
        }
        Assert.Equal("RUB6508", Assert.Throws<StoreException>(() => Store.Open(place.Of, TimeProvider.System, migrate: true)).Problem.Kind.Code);
    }

    [Fact]
    public async Task No_secret_lies_in_the_store()
    {
        using var place = Place.New(postgres: false);
        string secret;
        using (var store = Store.Open(place.Of, TimeProvider.System)) (_, secret) = await store.Tokens.Found("A", "first");
        SqliteConnection.ClearAllPools();
        foreach (string file in Directory.GetFiles(place.Folder)) Assert.Empty(Places(File.ReadAllBytes(file), Encoding.UTF8.GetBytes(secret)));
    }

    private static bool IsFound(Place place)
    {
        try
        {
            return !LogCheck.Run(place.Of).Problems.IsEmpty;
        }
        catch (StoreException)
        {
            return true;
        }
    }

    private static IEnumerable<int> Places(byte[] whole, byte[] part)
    {
        for (int at = 0; ;)
        {
            int next = whole.AsSpan(at).IndexOf(part);
            if (next < 0) yield break;
            yield return at + next;
            at += next + 1;
        }
    }
}
