using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Rubicon.Rules.Conditions;

namespace Rubicon.Rules.Law;

/// <summary>
/// What of the law holds on one day as known on another, worked out once: conditions on lists are asked thousands of times for one
/// decision with open questions. Safe for any thread.
/// </summary>
internal sealed class LawOnDay(DateOnly lawDate, DateOnly knownAt)
{
    private readonly ConcurrentDictionary<Condition, EntriesInForce> _entries = new(ReferenceEqualityComparer.Instance);

    public DateOnly LawDate { get; } = lawDate;

    public DateOnly KnownAt { get; } = knownAt;

    /// <summary>The entries that a condition speaks of, by <paramref name="pick"/> the first time.</summary>
    public EntriesInForce EntriesOf<T>(T condition, Scope scope, Func<T, Scope, IEnumerable<DesignationEntry>> pick)
        where T : Condition =>
        _entries.TryGetValue(condition, out var known) ? known : _entries[condition] = new EntriesInForce([.. pick(condition, scope)]);
}

/// <summary>Entries of lists that hold on a day, in the order of the lists.</summary>
internal sealed class EntriesInForce
{
    private readonly FrozenDictionary<string, DesignationEntry[]> _byParty;

    public EntriesInForce(ImmutableArray<DesignationEntry> all)
    {
        All = all;
        Categories = [.. all.Where(e => e.IsCategory)];
        Parties = [.. all.Where(e => !e.IsCategory)];
        _byParty = Parties.GroupBy(e => e.PartyKey!, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    public ImmutableArray<DesignationEntry> All { get; }

    public ImmutableArray<DesignationEntry> Categories { get; }

    public ImmutableArray<DesignationEntry> Parties { get; }

    /// <summary>Entries of one party; empty when none is.</summary>
    public ReadOnlySpan<DesignationEntry> Of(string partyKey) => _byParty.TryGetValue(partyKey, out var entries) ? entries : [];
}
