namespace Rubicon.Ownership;

/// <summary>Edges that integrated shares run over: direct shares of the capital and interests that may be such, and stated totals under which no chain is stated.</summary>
internal sealed class SharePaths(OwnershipGraph graph)
{
    private readonly StatedTotals _totals = new(graph, certain: false);

    public OwnershipGraph Graph { get; } = graph;

    public bool Counts(int edge) => Graph.Row(edge).Kind is StakeKind.Equity or StakeKind.Trust or StakeKind.Nominee or StakeKind.Other or StakeKind.Consolidated
        && (!Graph.Row(edge).IsIndirect || _totals.StandsAlone(edge));

    /// <summary>Everybody on some path from the owners to the party, both among them; without the party when there is none.</summary>
    public HashSet<int> Between(HashSet<int> owners, int party)
    {
        var above = Walk([party], n => owners.Contains(n) ? [] : Graph.In(n).ToArray().Where(Counts).Select(Graph.Owner));
        return Walk(owners.Where(above.Contains), n => Graph.Out(n).ToArray().Where(Counts).Select(Graph.Owned).Where(above.Contains));
    }

    /// <summary>True when the stated shares of an entity pass the whole: they are then taken in proportion, so that no share passes 100 per cent.</summary>
    public bool IsOverWhole(int entity)
    {
        long sum = Graph.SelfShare(entity).Minimum;
        foreach (int edge in Graph.In(entity))
            if (Graph.Row(edge).Kind == StakeKind.Equity && Counts(edge)) sum += Graph.Minimum(edge);
        return sum > ShareBounds.Whole;
    }

    private static HashSet<int> Walk(IEnumerable<int> from, Func<int, IEnumerable<int>> next)
    {
        var seen = from.ToHashSet();
        var open = new Stack<int>(seen);
        while (open.TryPop(out int at))
            foreach (int other in next(at))
                if (seen.Add(other)) open.Push(other);
        return seen;
    }
}
