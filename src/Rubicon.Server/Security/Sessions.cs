using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Rubicon.Server.Security;

/// <summary>A browser that has logged in.</summary>
/// <param name="Token">Id of the access token it logged in with.</param>
/// <param name="FormKey">What each of its forms must send back (against requests forged by other sites).</param>
/// <param name="Began">When.</param>
internal sealed record Session(string Token, string FormKey, DateTimeOffset Began)
{
    public DateTimeOffset LastUsed { get; set; } = Began;

    public bool Fits(string? formKey) => formKey is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(formKey), Encoding.UTF8.GetBytes(FormKey));
}

/// <summary>Sessions of browsers, in memory: they end with the server, after an hour without use, after twelve hours, and with their token. Thread-safe.</summary>
internal sealed class Sessions(TimeProvider time)
{
    public const string Cookie = "rubicon-session";

    private const int MostSessions = 10_000;

    private static readonly TimeSpan Idle = TimeSpan.FromHours(1), Longest = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<string, Session> _sessions = new(StringComparer.Ordinal);

    /// <summary>Begins a session; returns what the cookie holds.</summary>
    public string Begin(string token)
    {
        if (_sessions.Count >= MostSessions)
            foreach (var (key, session) in _sessions)
                if (!Lives(session)) _sessions.TryRemove(key, out _);
        string id = Secret();
        _sessions[id] = new Session(token, Secret(), time.GetUtcNow());
        return id;
    }

    /// <summary>The session of a cookie, or null when there is none or it has ended.</summary>
    public Session? Find(string? id)
    {
        if (id is null || !_sessions.TryGetValue(id, out var session)) return null;
        if (!Lives(session))
        {
            _sessions.TryRemove(id, out _);
            return null;
        }
        session.LastUsed = time.GetUtcNow();
        return session;
    }

    public void End(string id) => _sessions.TryRemove(id, out _);

    /// <summary>Ends all sessions of a token's holder but one.</summary>
    public void EndOf(string token, string? except)
    {
        foreach (var (id, session) in _sessions)
            if (session.Token == token && id != except) _sessions.TryRemove(id, out _);
    }

    private bool Lives(Session session) => time.GetUtcNow() is var now && now - session.LastUsed < Idle && now - session.Began < Longest;

    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}
