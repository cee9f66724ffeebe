namespace Rubicon.Ownership;

/// <summary>
/// Totals that a source states over other entities ("60 per cent, indirectly"). A total is never added to the chain that it sums up: the chain and the
/// total are two ways of saying the same, and the larger of the two counts. Where the chain is exact it is the better source for what is certain.
/// </summary>
internal sealed class StatedTotals(Counting counting)
{
    private readonly OwnershipGraph _graph = counting.Graph;
    private readonly Dictionary<int, Chain> _chains = [];

    /// <summary>What members have in an entity when their totals count and the chains under them do not.</summary>
    public long SumOf(int entity, in HeldEntity held, Func<int, bool> counts)
    {
        long sum = 0;
        var under = new HashSet<int>();
        foreach (int edge in _graph.In(entity))
        {
            if (!_graph.Row(edge).IsIndirect || !counts(_graph.Owner(edge))) continue;
            var chain = ChainUnder(edge);
            if (chain.IsExact && counting.Certain) continue;
            sum += counting.WeightOf(edge, held);
            under.UnionWith(chain.Between);
        }
        foreach (int edge in _graph.In(entity))
            if (!_graph.Row(edge).IsIndirect && counts(_graph.Owner(edge)) && !under.Contains(_graph.Owner(edge))) sum += Math.Max(0, counting.WeightOf(edge, held));
        return Math.Min(Counting.Means, sum);
    }

    private Chain ChainUnder(int total)
    {
        if (_chains.TryGetValue(total, out var known)) return known;
        int owner = _graph.Owner(total), entity = _graph.Owned(total);
        var above = Walk(entity, n => n == owner ? [] : Direct(_graph.In(n)).Select(_graph.Owner));
        if (!above.Contains(owner)) return _chains[total] = new Chain([], false);
        var below = Walk(owner, n => n == entity ? [] : Direct(_graph.Out(n)).Select(_graph.Owned).Where(above.Contains));
        below.Remove(owner);
        below.Remove(entity);
        bool exact = below.Append(entity).All(n => Direct(_graph.In(n)).Where(e => _graph.Owner(e) is var o && (o == owner || below.Contains(o))).All(e => _graph.Minimum(e) == _graph.Maximum(e)));
        // A holding of its own beside the total is no chain: with nothing in between there is nothing that the total sums up.
        return _chains[total] = new Chain(below, below.Count > 0 && exact);
    }

    private List<int> Direct(ReadOnlySpan<int> edges)
    {
        var direct = new List<int>();
        foreach (int edge in edges)
            if (!_graph.Row(edge).IsIndirect && _graph.Row(edge).Kind is not (StakeKind.InConcert or StakeKind.Office)) direct.Add(edge);
        return direct;
    }

    private static HashSet<int> Walk(int from, Func<int, IEnumerable<int>> next)
    {
        var seen = new HashSet<int> { from };
        var open = new Stack<int>([from]);
        while (open.TryPop(out int at))
            foreach (int other in next(at))
                if (seen.Add(other)) open.Push(other);
        return seen;
    }

    private sealed record Chain(HashSet<int> Between, bool IsExact);
}
