using Rubicon.Storage.Databases;
using Rubicon.Storage.Log;

namespace Rubicon.Storage;

/// <summary>A request that was sent under a key.</summary>
/// <param name="Request">Digest of the request.</param>
/// <param name="Answer">Its answer as the edge keeps it; null when what it asked for was done and the answer was lost, as in a power cut.</param>
public sealed record OnceAnswer(byte[] Request, byte[]? Answer);

/// <summary>Somebody sent the same key at the same time and was first.</summary>
public sealed class KeyTakenException() : InvalidOperationException("the key was used meanwhile");

/// <summary>Keys by which a request that is sent twice is done once. The key is written in the transaction of the first write that its request makes.</summary>
public sealed class OnceKeys
{
    private readonly Store _store;

    internal OnceKeys(Store store) => _store = store;

    /// <summary>What was sent under a key before, or null.</summary>
    public OnceAnswer? Find(string organization, string key) =>
        _store.Rows("SELECT request, answer FROM once_keys WHERE id = @id", r => new OnceAnswer(Sql.Bytes(r, 0), r.IsDBNull(1) ? null : Sql.Bytes(r, 1)), ("id", Id(organization, key))).FirstOrDefault();

    /// <summary>From here on, the first write of this flow writes the key too.</summary>
    public static OnceScope Begin(Author author, string key, byte[] request) => OnceScope.Current = new OnceScope(author, Id(author.Organization, key), request);

    /// <summary>Keeps the answer for the next time.</summary>
    public Task<bool> Keep(Author author, string key, byte[] answer) => _store.Write(t =>
    {
        string id = Id(author.Organization, key);
        if (t.First("SELECT request, created FROM once_keys WHERE id = @id", r => Tuple.Create(Sql.Bytes(r, 0), r.GetString(1)), ("id", id)) is not { } found) return false;
        t.Update(AuditedTable.OnceKeys, author, "answer kept", id, author.Organization, found.Item1, found.Item2, answer);
        return true;
    });

    private static string Id(string organization, string key) => $"{organization}/{key}";
}

/// <summary>The key of the request that is being answered.</summary>
public sealed class OnceScope
{
    private static readonly AsyncLocal<OnceScope?> Flow = new();

    private readonly Author _author;
    private readonly string _id;
    private readonly byte[] _request;
    private int _taken;

    internal OnceScope(Author author, string id, byte[] request) => (_author, _id, _request) = (author, id, request);

    /// <summary>That of the flow, or null.</summary>
    internal static OnceScope? Current
    {
        get => Flow.Value;
        set => Flow.Value = value;
    }

    /// <summary>True once the key is written.</summary>
    public bool IsWritten { get; private set; }

    /// <summary>The work with the key beside it; the work alone when another write of the flow has the key.</summary>
    internal Func<StoreTransaction, T> Around<T>(Func<StoreTransaction, T> work)
    {
        if (Interlocked.Exchange(ref _taken, 1) == 1) return work;
        return t =>
        {
            if (t.First("SELECT id FROM once_keys WHERE id = @id", r => r.GetString(0), ("id", _id)) is not null) throw new KeyTakenException();
            long before = t.Tree.Size;
            var result = work(t);
            // Work that wrote nothing was refused; the key stays free for the corrected request.
            if (t.Tree.Size == before)
            {
                _taken = 0;
                return result;
            }
            t.Insert(AuditedTable.OnceKeys, _author, "key used", _id, _author.Organization, _request, LogEvent.Instant(t.Now), null);
            IsWritten = true;
            return result;
        };
    }
}
