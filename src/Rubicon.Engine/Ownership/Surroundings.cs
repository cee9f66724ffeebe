using System.Collections.Immutable;

namespace Rubicon.Ownership;

/// <summary>A part of a graph to show: the parties nearest to one, and the stakes among them.</summary>
/// <param name="Parties">Keys, nearest first.</param>
/// <param name="Edges">The stakes among them.</param>
/// <param name="LeftOut">How many more parties there are.</param>
public sealed record Surroundings(ImmutableArray<string> Parties, ImmutableArray<StakeEdge> Edges, int LeftOut)
{
    /// <summary>Who stands above a party, over however many steps.</summary>
    public static Surroundings Above(OwnershipGraph graph, string party, int most) => Of(graph, [party], most, (at, n) => Neighbors(graph, at.In(n), at.Owner));

    /// <summary>What some parties hold, over however many steps, as far as <paramref name="wanted"/> says.</summary>
    public static Surroundings Below(OwnershipGraph graph, IReadOnlyCollection<string> parties, int most, Func<string, bool> wanted) =>
        Of(graph, parties, most, (at, n) => Neighbors(graph, at.Out(n), at.Owned).Where(o => wanted(graph.Register.Parties.KeyOf(o))));

    private static Surroundings Of(OwnershipGraph graph, IReadOnlyCollection<string> start, int most, Func<OwnershipGraph, int, IEnumerable<int>> next)
    {
        var seen = new List<int>();
        var known = new HashSet<int>();
        var open = new Queue<int>();
        foreach (string party in start)
            if (graph.Number(party) is >= 0 and var number && known.Add(number)) open.Enqueue(number);
        while (open.TryDequeue(out int at))
        {
            seen.Add(at);
            foreach (int other in next(graph, at))
                if (known.Add(other)) open.Enqueue(other);
        }
        var shown = seen.Take(most).ToHashSet();
        var edges = seen.Take(most).SelectMany(n => graph.In(n).ToArray()).Where(e => shown.Contains(graph.Owner(e))).Select(graph.EdgeOf);
        return new Surroundings([.. seen.Take(most).Select(graph.Register.Parties.KeyOf)], [.. edges], seen.Count - shown.Count);
    }

    // Holders of more come first, so that what is left out is the least.
    private static IEnumerable<int> Neighbors(OwnershipGraph graph, ReadOnlySpan<int> edges, Func<int, int> other) =>
        edges.ToArray().Where(e => graph.Row(e).Kind != StakeKind.Office).OrderByDescending(graph.Maximum).ThenBy(e => e).Select(other);
}
