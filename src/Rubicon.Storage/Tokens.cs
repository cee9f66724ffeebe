using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Rubicon.Storage.Databases;
using Rubicon.Storage.Log;

namespace Rubicon.Storage;

/// <summary>An access token; its secret is known to its holder alone.</summary>
/// <param name="Id">Id, as the log names it.</param>
/// <param name="Organization">Id of its organization.</param>
/// <param name="Name">What it is for.</param>
/// <param name="Role">viewer, analyst, approver, case-officer, party or administrator.</param>
/// <param name="Created">When.</param>
/// <param name="Expires">From when it counts no more, or null.</param>
/// <param name="Revoked">When it was taken back, or null.</param>
public sealed record Token(string Id, string Organization, string Name, string Role, string Created, string? Expires, string? Revoked);

/// <summary>Access tokens. The store keeps SHA-256 of a secret of 256 random bits: nothing that was read from it opens anything.</summary>
public sealed class Tokens
{
    private const string Columns = "id, organization, name, role, created, expires, revoked";

    private readonly Store _store;

    internal Tokens(Store store) => _store = store;

    /// <summary>True when no token was ever made: the server's first start.</summary>
    public bool IsEmpty => _store.Rows("SELECT id FROM tokens LIMIT 1", r => r.GetString(0)).Count == 0;

    /// <summary>The organization that was made first: its administrators run the server and make the others. Null before the first start.</summary>
    public string? FirstOrganization => _store.Rows("SELECT id FROM organizations ORDER BY created, id LIMIT 1", r => r.GetString(0)).FirstOrDefault();

    /// <summary>Makes an organization with its first token; returns the secret, which is nowhere kept.</summary>
    public Task<(Token Token, string Secret)> Found(string organization, string tokenName) => _store.Write(t =>
    {
        string id = Ids.New('o');
        t.Insert(AuditedTable.Organizations, Author.Server, "organization made", id, organization, LogEvent.Instant(t.Now));
        return Make(t, Author.Server, id, tokenName, "administrator", null);
    });

    /// <summary>Makes a token; returns the secret, which is nowhere kept.</summary>
    public Task<(Token Token, string Secret)> Add(Author author, string name, string role, DateTimeOffset? expires) =>
        _store.Write(t => Make(t, author, author.Organization, name, role, expires));

    /// <summary>Takes a token back; false when the organization has none with this id.</summary>
    public Task<bool> Revoke(Author author, string id) => _store.Write(t =>
    {
        var found = t.First($"SELECT {Columns}, hash FROM tokens WHERE id = @id AND organization = @organization", r => Tuple.Create(Read(r), Sql.Bytes(r, 7)), ("id", id), ("organization", author.Organization));
        if (found is null) return false;
        var (token, hash) = found;
        t.Update(AuditedTable.Tokens, author, "token revoked", token.Id, token.Organization, token.Name, token.Role, hash, token.Created, token.Expires, token.Revoked ?? LogEvent.Instant(t.Now));
        return true;
    });

    /// <summary>The token of a secret, or null when there is none, or it is revoked or expired.</summary>
    public Token? Of(string secret, DateTimeOffset now)
    {
        byte[] hash = Hash(secret);
        return Standing(_store.Rows($"SELECT {Columns} FROM tokens WHERE hash = @hash", Read, ("hash", hash)), now);
    }

    /// <summary>The token of an id while it is neither revoked nor expired, or null: a session ends with its token.</summary>
    public Token? Find(string id, DateTimeOffset now) => Standing(_store.Rows($"SELECT {Columns} FROM tokens WHERE id = @id", Read, ("id", id)), now);

    private static Token? Standing(List<Token> found, DateTimeOffset now) =>
        found is [{ Revoked: null } token] && (token.Expires is null || string.CompareOrdinal(LogEvent.Instant(now), token.Expires) < 0) ? token : null;

    /// <summary>The tokens of an organization, oldest first.</summary>
    public IReadOnlyList<Token> In(string organization) => _store.Rows($"SELECT {Columns} FROM tokens WHERE organization = @organization ORDER BY created, id", Read, ("organization", organization));

    private static (Token, string) Make(StoreTransaction t, Author author, string organization, string name, string role, DateTimeOffset? expires)
    {
        string secret = Ids.Secret();
        var token = new Token(Ids.New('t'), organization, name, role, LogEvent.Instant(t.Now), expires is { } e ? LogEvent.Instant(e) : null, null);
        t.Insert(AuditedTable.Tokens, author, "token made", token.Id, organization, name, role, Hash(secret), token.Created, token.Expires, null);
        return (token, secret);
    }

    private static Token Read(DbDataReader r) => new(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), Sql.TextOrNull(r, 5), Sql.TextOrNull(r, 6));

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
