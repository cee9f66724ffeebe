namespace Rubicon.Ownership;

/// <summary>
/// Totals that a source states over other entities ("60 per cent, indirectly"). A total is never added to the chain that it sums up: the chain and the
/// total are two ways of saying the same, and the larger of the two counts. Where the chain is exact it is the better source for what is certain.
/// </summary>
internal sealed class StatedTotals(OwnershipGraph graph, bool certain)
{
    private readonly Dictionary<int, Chain> _chains = [];

    /// <summary>What members have in an entity when their totals count and the chains under them do not.</summary>
    public long SumOf(Counting counting, int entity, in HeldEntity held, Func<int, bool> counts)
    {
        long sum = 0;
        var under = new HashSet<int>();
        foreach (int edge in graph.In(entity))
        {
            if (!graph.Row(edge).IsIndirect || !counts(graph.Owner(edge))) continue;
            var chain = ChainUnder(edge);
            if (chain.IsExact && certain) continue;
            sum += counting.WeightOf(edge, held);
            under.UnionWith(chain.Between);
        }
        foreach (int edge in graph.In(entity))
            if (!graph.Row(edge).IsIndirect && counts(graph.Owner(edge)) && !under.Contains(graph.Owner(edge))) sum += Math.Max(0, counting.WeightOf(edge, held));
        return Math.Min(Counting.Means, sum);
    }

    /// <summary>True when no chain of stated stakes leads from the holder of the total to the entity: the total is all that is known.</summary>
    public bool StandsAlone(int total) => ChainUnder(total).Between.Count == 0;

    private Chain ChainUnder(int total)
    {
        if (_chains.TryGetValue(total, out var known)) return known;
        int owner = graph.Owner(total), entity = graph.Owned(total);
        var above = Walk(entity, n => n == owner ? [] : Direct(graph.In(n)).Select(graph.Owner));
        if (!above.Contains(owner)) return _chains[total] = new Chain([], false);
        var below = Walk(owner, n => n == entity ? [] : Direct(graph.Out(n)).Select(graph.Owned).Where(above.Contains));
        below.Remove(owner);
        below.Remove(entity);
        bool exact = below.Append(entity).All(n => Direct(graph.In(n)).Where(e => graph.Owner(e) is var o && (o == owner || below.Contains(o))).All(e => graph.Minimum(e) == graph.Maximum(e)));
        // A holding of its own beside the total is no chain: with nothing in between there is nothing that the total sums up.
        return _chains[total] = new Chain(below, below.Count > 0 && exact);
    }

    private List<int> Direct(ReadOnlySpan<int> edges)
    {
        var direct = new List<int>();
        foreach (int edge in edges)
            if (!graph.Row(edge).IsIndirect && graph.Row(edge).Kind is not (StakeKind.InConcert or StakeKind.Office)) direct.Add(edge);
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
