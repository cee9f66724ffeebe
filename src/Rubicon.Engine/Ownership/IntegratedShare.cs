using System.Collections.Immutable;

namespace Rubicon.Ownership;

/// <summary>
/// The integrated share: what one party owns of another over all paths, each path the product of its shares, cycles and cross-holdings solved. The party asked
/// about is not counted through itself, so that no share passes 100 per cent (Brioschi, Buzzacchi and Colombo 1989; Baldone, Brioschi and Paleari 1997). A
/// measure of economic interest; no rule on listed persons uses it.
/// </summary>
public static class IntegratedShare
{
    private const int MostRounds = 10_000;
    private const double Settled = 1e-13;

    /// <summary>The share of <paramref name="owner"/> in <paramref name="party"/>: certain when both bounds are the same, possible when they differ, no when it is none.</summary>
    public static OwnershipAnswer Of(OwnershipGraph graph, string owner, string party)
    {
        var nodes = Between(graph, owner, party);
        if (owner == party) return new OwnershipAnswer(OwnershipTruth.Certain, [], [], new ShareBounds(100, 100), "the same party");
        if (!nodes.Contains(party)) return new OwnershipAnswer(OwnershipTruth.No, [], [], new ShareBounds(0, 0), "no path of stakes leads there");
        double least = Solve(graph, owner, nodes, e => e.Kind == StakeKind.Equity ? e.Share.Minimum : 0)[party];
        double most = Solve(graph, owner, nodes, graph.LargestOf)[party];
        var share = new ShareBounds(Rounded(least), Math.Max(Rounded(least), Rounded(most)));
        ImmutableArray<StakeEdge> path = [.. nodes.OrderBy(n => n, StringComparer.Ordinal).SelectMany(n => Edges(graph, owner, nodes, n))];
        ImmutableArray<MissingStake> missing = [.. path.Where(e => !e.Share.IsExact).Select(e => new MissingStake(e.Owner, e.Owned, e.Share, "an exact share narrows the bounds"))];
        return new OwnershipAnswer(share.IsExact ? share.Maximum == 0 ? OwnershipTruth.No : OwnershipTruth.Certain : OwnershipTruth.Possible, path, missing, share, $"integrated share {share}");
    }

    // Rounded to a millionth of a per cent: what is beyond is the error of the solution.
    private static decimal Rounded(double share) => Math.Clamp(Math.Round((decimal)(share * 100), 6), 0, 100);

    /// <summary>Least solution of v(j) = a(owner, j) + sum over i of v(i) a(i, j), by rounds that only grow; columns that sum to more than the whole are scaled to it.</summary>
    private static Dictionary<string, double> Solve(OwnershipGraph graph, string owner, HashSet<string> nodes, Func<StakeEdge, long> weight)
    {
        var columns = nodes.Where(n => n != owner).Order(StringComparer.Ordinal).Select(n =>
        {
            var held = graph.HoldersOf(n).Where(Counts).Select(e => (e.Owner, Share: weight(e) / (double)ShareBounds.Whole)).Where(e => e.Share > 0).ToList();
            double sum = held.Sum(e => e.Share), self = graph.SelfStakes.Where(s => s.Owner == n).Sum(s => s.Share.Minimum / (double)ShareBounds.Whole);
            double whole = Math.Max(1, sum + self);
            // Shares that an entity holds in itself belong to its other holders in proportion.
            double outside = Math.Max(1e-12, 1 - self / whole);
            return (Node: n, Held: held.Where(e => nodes.Contains(e.Owner)).Select(e => (e.Owner, Share: e.Share / whole / outside)).ToList());
        }).ToList();
        var values = nodes.ToDictionary(n => n, n => n == owner ? 1.0 : 0.0, StringComparer.Ordinal);
        for (int round = 0; round < MostRounds; round++)
        {
            double change = 0;
            foreach (var (node, held) in columns)
            {
                double value = Math.Min(1, held.Sum(e => values[e.Owner] * e.Share));
                change = Math.Max(change, value - values[node]);
                values[node] = value;
            }
            if (change < Settled) break;
        }
        return values;
    }

    private static bool Counts(StakeEdge edge) => !edge.IsIndirect && edge.Kind is StakeKind.Equity or StakeKind.Trust or StakeKind.Nominee or StakeKind.Other;

    private static IEnumerable<StakeEdge> Edges(OwnershipGraph graph, string owner, HashSet<string> nodes, string node) =>
        node == owner ? [] : graph.HoldersOf(node).Where(e => Counts(e) && nodes.Contains(e.Owner));

    /// <summary>Everybody on some path from the one to the other, both among them; without the other when there is none.</summary>
    private static HashSet<string> Between(OwnershipGraph graph, string owner, string party)
    {
        var below = Walk(owner, n => graph.HoldingsOf(n).Where(Counts).Select(e => e.Owned));
        var above = Walk(party, n => n == owner ? [] : graph.HoldersOf(n).Where(Counts).Select(e => e.Owner));
        below.IntersectWith(above);
        return below;
    }

    private static HashSet<string> Walk(string from, Func<string, IEnumerable<string>> next)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Stack<string>([from]);
        while (open.TryPop(out string? at))
            foreach (string other in next(at))
                if (seen.Add(other)) open.Push(other);
        return seen;
    }
}
