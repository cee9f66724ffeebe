using System.Collections.Immutable;

namespace Rubicon.Ownership;

/// <summary>
/// Who holds what on one day. Several statements about one stake (same holder, entity and kind) become one edge whose bounds hold them all, with
/// every statement kept beside it. Immutable; any number of threads may ask at once.
/// </summary>
public sealed class OwnershipGraph
{
    private static readonly ImmutableArray<StakeEdge> None = [];

    private readonly Dictionary<string, ImmutableArray<StakeEdge>> _holdings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<StakeEdge>> _holders = new(StringComparer.Ordinal);

    /// <summary>Gathers the stakes that are held on a day. A stake of a party in itself is left out of the edges and listed in <see cref="SelfStakes"/>.</summary>
    public OwnershipGraph(IEnumerable<Stake> stakes, DateOnly day)
    {
        Day = day;
        var held = stakes.Where(s => s.IsHeldOn(day)).ToList();
        SelfStakes = [.. held.Where(s => s.Owner == s.Owned)];
        var edges = held.Where(s => s.Owner != s.Owned).GroupBy(s => (s.Owner, s.Owned, s.Kind, s.IsIndirect)).Select(g => new StakeEdge([.. g])).ToList();
        foreach (var group in edges.GroupBy(e => e.Owner)) _holdings[group.Key] = [.. group];
        foreach (var group in edges.GroupBy(e => e.Owned)) _holders[group.Key] = [.. group];
        Parties = [.. _holdings.Keys.Concat(_holders.Keys).Concat(SelfStakes.Select(s => s.Owner)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>Everybody who holds or is held on that day, in order of key.</summary>
    public ImmutableArray<string> Parties { get; }

    /// <summary>Shares that entities hold in themselves.</summary>
    public ImmutableArray<Stake> SelfStakes { get; }

    /// <summary>What the party holds.</summary>
    public ImmutableArray<StakeEdge> HoldingsOf(string party) => _holdings.GetValueOrDefault(party, None);

    /// <summary>The largest share that an edge can be: what the other holders of that kind surely hold is not there any more.</summary>
    public long LargestOf(StakeEdge edge)
    {
        long others = HoldersOf(edge.Owned).Where(e => e != edge && e.Kind == edge.Kind && !e.IsIndirect).Sum(e => e.Share.Minimum);
        return edge.IsIndirect || others + edge.Share.Minimum > ShareBounds.Whole ? edge.Share.Maximum : Math.Min(edge.Share.Maximum, ShareBounds.Whole - others);
    }

    /// <summary>Who holds it.</summary>
    public ImmutableArray<StakeEdge> HoldersOf(string party) => _holders.GetValueOrDefault(party, None);
}

/// <summary>What one party holds in another, of one kind, by all statements about it.</summary>
public sealed class StakeEdge
{
    internal StakeEdge(ImmutableArray<Stake> stakes)
    {
        Stakes = stakes;
        Share = stakes.Skip(1).Aggregate(stakes[0].Share, (bounds, s) => bounds.Or(s.Share));
    }

    /// <summary>The statements, at least one, in the order read.</summary>
    public ImmutableArray<Stake> Stakes { get; }

    /// <summary>Bounds that hold every statement.</summary>
    public ShareBounds Share { get; }

    /// <summary>The holder.</summary>
    public string Owner => Stakes[0].Owner;

    /// <summary>The entity held.</summary>
    public string Owned => Stakes[0].Owned;

    /// <summary>What it gives.</summary>
    public StakeKind Kind => Stakes[0].Kind;

    /// <summary>True for a stated total.</summary>
    public bool IsIndirect => Stakes[0].IsIndirect;

    /// <summary>True when sources state different shares.</summary>
    public bool IsDisputed => Stakes.Any(s => s.Share != Stakes[0].Share);
}
