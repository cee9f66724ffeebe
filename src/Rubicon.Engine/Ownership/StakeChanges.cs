using System.Collections.Immutable;

namespace Rubicon.Ownership;

/// <summary>
/// What differs from the graph as it was read: the edges of the few parties that were touched. A change shares all that it does not touch.
/// </summary>
internal sealed record StakeChanges(ImmutableDictionary<int, int[]> In, ImmutableDictionary<int, int[]> Out, ImmutableDictionary<int, int[]> Merged)
{
    private static readonly StakeChanges None = new(ImmutableDictionary<int, int[]>.Empty, ImmutableDictionary<int, int[]>.Empty, ImmutableDictionary<int, int[]>.Empty);

    public static StakeChanges Adding(OwnershipGraph graph, int row)
    {
        var before = graph.Changes ?? None;
        int owner = graph.Owner(row), owned = graph.Owned(row);
        var stake = graph.Row(row);
        int[] into = graph.In(owned).ToArray();
        int standing = Array.FindIndex(into, e => graph.Owner(e) == owner && graph.Row(e).Kind == stake.Kind && graph.Row(e).IsIndirect == stake.IsIndirect);
        if (standing >= 0) return before with { Merged = before.Merged.SetItem(into[standing], [.. graph.Merged(into[standing]) ?? [into[standing]], row]) };
        int beside = Array.FindLastIndex(into, e => graph.Owner(e) <= owner);
        return before with
        {
            In = before.In.SetItem(owned, [.. into[..(beside + 1)], row, .. into[(beside + 1)..]]),
            Out = before.Out.SetItem(owner, [.. graph.Out(owner), row]),
        };
    }

    public static StakeChanges Ending(OwnershipGraph graph, int owner, int owned, int[] ended)
    {
        var before = graph.Changes ?? None;
        return before with
        {
            In = before.In.SetItem(owned, [.. graph.In(owned).ToArray().Except(ended)]),
            Out = before.Out.SetItem(owner, [.. graph.Out(owner).ToArray().Except(ended)]),
        };
    }
}
