using System.Collections.Immutable;

namespace Rubicon.Ownership;

/// <summary>
/// Who holds what on one day. Several statements about one stake (same holder, entity, kind) become one edge whose bounds hold them all, with every
/// statement kept beside it. Immutable; any number of threads may ask at once. Edges and parties go by numbers inside, so that ten million stakes
/// take about 600 MB.
/// </summary>
public sealed class OwnershipGraph
{
    private readonly EdgeIndex _index;
    private readonly int[]? _same;

    /// <summary>Gathers the stakes that are held on a day. A stake of a party in itself is left out of the edges and listed in <see cref="SelfStakes"/>.</summary>
    public OwnershipGraph(IEnumerable<Stake> stakes, DateOnly day)
        : this(Filled(stakes), day)
    {
    }

    /// <summary>The graph of a day over a register, which is not added to afterwards.</summary>
    /// <param name="register">All stakes of all days.</param>
    /// <param name="day">The day.</param>
    /// <param name="supposed">Parties that are taken for one in this graph.</param>
    public OwnershipGraph(StakeRegister register, DateOnly day, IReadOnlyCollection<NameProposal>? supposed = null)
    {
        (Register, Day) = (register, day);
        _same = register.HasJoins || supposed is { Count: > 0 } ? Joined(register, supposed ?? []) : null;
        _index = EdgeIndex.Of(register, _same, day.DayNumber);
    }

    private OwnershipGraph(OwnershipGraph before, StakeChanges changes) =>
        (Register, Day, _same, _index, Changes) = (before.Register, before.Day, before._same, before._index, changes);

    /// <summary>The day.</summary>
    public DateOnly Day { get; }

    /// <summary>What it was made of.</summary>
    public StakeRegister Register { get; }

    /// <summary>Everybody who holds or is held on that day, in order of key. Made anew at each call: not for large graphs.</summary>
    public ImmutableArray<string> Parties => [.. Enumerable.Range(0, Register.Parties.Count).Where(Stands).Select(Register.Parties.KeyOf).Order(StringComparer.Ordinal)];

    /// <summary>Shares that entities hold in themselves.</summary>
    public ImmutableArray<Stake> SelfStakes => [.. _index.SelfRows.Select(Register.StakeOf)];

    /// <summary>Stakes that one file states more than once for that day, the first of them, and how many there are.</summary>
    public (ImmutableArray<StakeEdge> First, int Count) StatedTwice(int most = 10)
    {
        int[] twice = [.. _index.MergedEdges.Where(e => Merged(e)!.GroupBy(r => Row(r).File).Any(g => g.Skip(1).Any()))];
        return ([.. twice.Order().Take(most).Select(EdgeOf)], twice.Length);
    }

    /// <summary>True when the party holds or is held on that day.</summary>
    public bool Knows(string party) => Number(party) is >= 0 and var number && Stands(number);

    /// <summary>The name of a party to show; the key where no other name is known.</summary>
    public string NameOf(string party) => Register.Parties.Find(party) is >= 0 and var number ? Register.NameOf(number) : party;

    /// <summary>What the party holds.</summary>
    public ImmutableArray<StakeEdge> HoldingsOf(string party) => Number(party) is >= 0 and var number ? EdgesOf(Out(number)) : [];

    /// <summary>Who holds it.</summary>
    public ImmutableArray<StakeEdge> HoldersOf(string party) => Number(party) is >= 0 and var number ? EdgesOf(In(number)) : [];

    /// <summary>The same graph after one more stake; the statement is kept beside those that were there.</summary>
    public OwnershipGraph With(Stake stake)
    {
        // Only the register's tables grow: nobody else sees the row.
        int row = Register.Add(stake);
        return stake.IsHeldOn(Day) && stake.Owner != stake.Owned ? new OwnershipGraph(this, StakeChanges.Adding(this, row)) : this;
    }

    /// <summary>The same graph after all statements about a stake have ended; the same when there is none.</summary>
    public OwnershipGraph Without(string owner, string owned, StakeKind kind)
    {
        int holder = Number(owner), entity = Number(owned);
        if (holder < 0 || entity < 0) return this;
        int[] ended = [.. In(entity).ToArray().Where(e => Owner(e) == holder && Row(e).Kind == kind)];
        return ended.Length == 0 ? this : new OwnershipGraph(this, StakeChanges.Ending(this, holder, entity, ended));
    }

    internal StakeChanges? Changes { get; }

    internal int PartyCount => Register.Parties.Count;

    internal int Number(string party) => Register.Parties.Find(party) is >= 0 and var number ? Same(number) : -1;

    internal ref readonly StakeRow Row(int edge) => ref Register.Row(edge);

    internal int Owner(int edge) => Same(Register.Row(edge).Owner);

    internal int Owned(int edge) => Same(Register.Row(edge).Owned);

    /// <summary>Edges into a party, in order of holders.</summary>
    internal ReadOnlySpan<int> In(int party) => Changes is not null && Changes.In.TryGetValue(party, out int[]? edges) ? edges : _index.In(party);

    /// <summary>Edges out of a party.</summary>
    internal ReadOnlySpan<int> Out(int party) => Changes is not null && Changes.Out.TryGetValue(party, out int[]? edges) ? edges : _index.Out(party);

    internal long Minimum(int edge) => Merged(edge) is { } rows ? rows.Min(r => Row(r).Minimum) : Row(edge).Minimum;

    internal long Maximum(int edge) => Merged(edge) is { } rows ? rows.Max(r => Row(r).Maximum) : Row(edge).Maximum;

    internal int[]? Merged(int edge) => Changes is not null && Changes.Merged.TryGetValue(edge, out int[]? rows) ? rows : _index.Merged(edge);

    /// <summary>Shares that a party holds in itself: the least and the largest, in units.</summary>
    internal (long Minimum, long Maximum) SelfShare(int party)
    {
        var rows = _index.SelfRows.Where(r => Owner(r) == party && Row(r).Kind == StakeKind.Equity).ToList();
        return rows.Count == 0 ? (0, 0) : (rows.Min(r => Row(r).Minimum), rows.Max(r => Row(r).Maximum));
    }

    internal bool HasSelfShares => _index.SelfRows.Length > 0;

    internal bool IsNobodyNamed(int edge) => (Row(edge).Marks & StakeMarks.NobodyNamed) != 0;

    internal StakeEdge EdgeOf(int edge) =>
        new([.. (Merged(edge) ?? [edge]).Select(Named)], Register.NameOf(Row(edge).Owner), Register.NameOf(Row(edge).Owned));

    private Stake Named(int row)
    {
        var stake = Register.StakeOf(row);
        return _same is null ? stake : stake with { Owner = Register.Parties.KeyOf(Owner(row)), Owned = Register.Parties.KeyOf(Owned(row)) };
    }

    private ImmutableArray<StakeEdge> EdgesOf(ReadOnlySpan<int> edges)
    {
        var all = ImmutableArray.CreateBuilder<StakeEdge>(edges.Length);
        foreach (int edge in edges) all.Add(EdgeOf(edge));
        return all.ToImmutable();
    }

    private bool Stands(int party) => Same(party) == party && (!In(party).IsEmpty || !Out(party).IsEmpty || _index.SelfRows.Any(r => Owner(r) == party));

    private int Same(int party) => _same is null || party >= _same.Length ? party : _same[party];

    private static int[] Joined(StakeRegister register, IReadOnlyCollection<NameProposal> supposed)
    {
        int[] same = [.. Enumerable.Range(0, register.Parties.Count).Select(register.Same)];
        int Root(int party)
        {
            while (same[party] != party) party = same[party];
            return party;
        }
        foreach (var proposal in supposed)
        {
            int one = Root(register.Parties.Find(proposal.Key)), other = Root(register.Parties.Find(proposal.Other));
            same[Math.Max(one, other)] = Math.Min(one, other);
        }
        for (int party = 0; party < same.Length; party++) same[party] = Root(party);
        return same;
    }

    private static StakeRegister Filled(IEnumerable<Stake> stakes)
    {
        var register = new StakeRegister();
        foreach (var stake in stakes) register.Add(stake);
        return register;
    }
}
