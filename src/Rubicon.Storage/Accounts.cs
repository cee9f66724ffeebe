using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rubicon.Storage.Databases;
using Rubicon.Storage.Log;

namespace Rubicon.Storage;

/// <summary>A person who logs in with a password. What the person does is done by the token of the same id, which also says the role.</summary>
/// <param name="Id">Id, that of the token.</param>
/// <param name="Organization">Id of the organization.</param>
/// <param name="Login">The name by which the person logs in; null until it is chosen.</param>
/// <param name="Password">The hashed password; null until it is chosen.</param>
/// <param name="Failed">Wrong passwords since the last right one.</param>
/// <param name="Locked">Until when no password is looked at, or null.</param>
/// <param name="LinkEnds">Until when a one-time link may be used, or null when there is none.</param>
public sealed record Account(string Id, string Organization, string? Login, string? Password, int Failed, string? Locked, string? LinkEnds)
{
    /// <summary>True while no password is looked at.</summary>
    public bool IsLocked(DateTimeOffset now) => Locked is { } until && string.CompareOrdinal(LogEvent.Instant(now), until) < 0;
}

/// <summary>What became of a login and password that a one-time link lets somebody choose.</summary>
public enum Chosen
{
    /// <summary>They hold from now on.</summary>
    Done,

    /// <summary>There is no such link: it was used, has ended, or never was.</summary>
    LinkGone,

    /// <summary>Somebody else has the login.</summary>
    LoginTaken,
}

/// <summary>People with passwords. Hashing is for the edge; the store keeps what it is given. Of a one-time link it keeps the SHA-256.</summary>
public sealed class Accounts
{
    /// <summary>After so many wrong passwords, one after the other, none is looked at for a while.</summary>
    public const int MostFailed = 5;

    /// <summary>How long.</summary>
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    private const string Columns = "id, organization, login, password, failed, locked, link_ends, link";

    private readonly Store _store;

    internal Accounts(Store store) => _store = store;

    /// <summary>Lets somebody choose a login and password once, by a link; an older link of the person opens nothing any more. Null when the organization has no such token.</summary>
    public Task<string?> Link(Author author, string token, DateTimeOffset ends) => _store.Write(t =>
    {
        if (t.First("SELECT id FROM tokens WHERE id = @id AND organization = @organization AND revoked IS NULL", r => r.GetString(0), ("id", token), ("organization", author.Organization)) is null) return null;
        string secret = Ids.Secret();
        if (Find(t, "id", token) is { } found) Update(t, author, "account link made", found.Account with { LinkEnds = LogEvent.Instant(ends) }, Hash(secret));
        else t.Insert(AuditedTable.Accounts, author, "account made", Values(new Account(token, author.Organization, null, null, 0, null, LogEvent.Instant(ends)), Hash(secret)));
        return secret;
    });

    /// <summary>The account of a link that may still be used, or null.</summary>
    public Account? OfLink(string secret, DateTimeOffset now) =>
        _store.Rows($"SELECT {Columns} FROM accounts WHERE link = @link", Read, ("link", Hash(secret))) is [var found] && Stands(found, now) ? found : null;

    /// <summary>Sets login and password by a link, which is used up. Somebody who has a login keeps it.</summary>
    public Task<Chosen> Choose(string secret, string login, string password, DateTimeOffset now) => _store.Write(t =>
    {
        if (Find(t, "link", Hash(secret)) is not { } found || !Stands(found.Account, now)) return Chosen.LinkGone;
        string name = found.Account.Login ?? login;
        if (found.Account.Login is null && Find(t, "login", name) is not null) return Chosen.LoginTaken;
        Update(t, new Author(found.Account.Organization, found.Account.Id), "password chosen", found.Account with { Login = name, Password = password, Failed = 0, Locked = null, LinkEnds = null }, null);
        return Chosen.Done;
    });

    /// <summary>The account of a login, or null.</summary>
    public Account? OfLogin(string login) => _store.Rows($"SELECT {Columns} FROM accounts WHERE login = @login", Read, ("login", login)).FirstOrDefault();

    /// <summary>The account of a token, or null.</summary>
    public Account? Of(string token) => _store.Rows($"SELECT {Columns} FROM accounts WHERE id = @id", Read, ("id", token)).FirstOrDefault();

    /// <summary>Those of an organization.</summary>
    public IReadOnlyList<Account> In(string organization) => _store.Rows($"SELECT {Columns} FROM accounts WHERE organization = @organization ORDER BY id", Read, ("organization", organization));

    /// <summary>Notes a wrong password; with the last one that is let pass the account is locked for a while.</summary>
    public Task<bool> Fail(string id, DateTimeOffset now) => _store.Write(t =>
    {
        if (Find(t, "id", id) is not { } found) return false;
        int failed = found.Account.Failed + 1;
        bool locks = failed >= MostFailed;
        Update(t, Self(found.Account), locks ? "account locked" : "login failed", found.Account with { Failed = locks ? 0 : failed, Locked = locks ? LogEvent.Instant(now + LockedFor) : found.Account.Locked }, found.Link);
        return locks;
    });

    /// <summary>Notes a login.</summary>
    public Task<bool> Enter(string id) => _store.Write(t =>
    {
        if (Find(t, "id", id) is not { } found) return false;
        Update(t, Self(found.Account), "logged in", found.Account with { Failed = 0, Locked = null }, found.Link);
        return true;
    });

    /// <summary>Sets another password.</summary>
    public Task<bool> Change(Author author, string id, string password) => _store.Write(t =>
    {
        if (Find(t, "id", id) is not { } found || found.Account.Organization != author.Organization) return false;
        Update(t, author, "password changed", found.Account with { Password = password, Failed = 0, Locked = null }, found.Link);
        return true;
    });

    private static Author Self(Account account) => new(account.Organization, account.Id);

    private static bool Stands(Account account, DateTimeOffset now) => account.LinkEnds is { } ends && string.CompareOrdinal(LogEvent.Instant(now), ends) < 0;

    private static Tuple<Account, byte[]?>? Row(StoreTransaction t, string column, object value) =>
        t.First($"SELECT {Columns} FROM accounts WHERE {column} = @value", r => Tuple.Create(Read(r), r.IsDBNull(7) ? null : Sql.Bytes(r, 7)), ("value", value));

    private static (Account Account, byte[]? Link)? Find(StoreTransaction t, string column, object value) => Row(t, column, value) is { } row ? (row.Item1, row.Item2) : null;

    private static void Update(StoreTransaction t, Author author, string what, Account account, byte[]? link) => t.Update(AuditedTable.Accounts, author, what, Values(account, link));

    private static object?[] Values(Account a, byte[]? link) => [a.Id, a.Organization, a.Login, a.Password, a.Failed.ToString(CultureInfo.InvariantCulture), a.Locked, link, a.LinkEnds];

    private static Account Read(DbDataReader r) => new(r.GetString(0), r.GetString(1), Sql.TextOrNull(r, 2), Sql.TextOrNull(r, 3), int.Parse(r.GetString(4), CultureInfo.InvariantCulture), Sql.TextOrNull(r, 5), Sql.TextOrNull(r, 6));

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
