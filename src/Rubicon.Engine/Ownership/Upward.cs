namespace Rubicon.Ownership;

/// <summary>Who stands above a party: its holders, theirs, and those who act in concert with them.</summary>
internal static class Upward
{
    /// <summary>The party and all above it, over however many steps.</summary>
    public static HashSet<int> Of(OwnershipGraph graph, int party)
    {
        var seen = new HashSet<int> { party };
        var open = new Stack<int>([party]);
        while (open.TryPop(out int at))
        {
            foreach (int edge in graph.In(at))
                if (graph.Row(edge).Kind != StakeKind.Office && seen.Add(graph.Owner(edge))) open.Push(graph.Owner(edge));
            foreach (int edge in graph.Out(at))
                if (graph.Row(edge).Kind == StakeKind.InConcert && seen.Add(graph.Owned(edge))) open.Push(graph.Owned(edge));
        }
        return seen;
    }

    /// <summary>Holders among them whom nobody named, in order.</summary>
    public static IEnumerable<int> NobodyNamed(OwnershipGraph graph, IReadOnlySet<int> parties) =>
        parties.SelectMany(p => graph.In(p).ToArray()).Where(graph.IsNobodyNamed).Select(graph.Owner).Distinct().Order();
}
