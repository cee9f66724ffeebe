namespace Rubicon.Ownership;

/// <summary>
/// The integrated share: what one party owns of another over all paths, each path the product of its shares, cycles and cross-holdings solved. The party asked
/// about is not counted through itself, so that no share passes 100 per cent (Brioschi, Buzzacchi and Colombo 1989; Baldone, Brioschi and Paleari 1997). A
/// measure of economic interest; no rule on listed persons uses it.
/// </summary>
public static class IntegratedShare
{
    /// <summary>The share of <paramref name="owner"/> in <paramref name="party"/>: certain when both bounds are the same, possible when they differ, no when it is none.</summary>
    public static OwnershipAnswer Of(OwnershipGraph graph, string owner, string party) => Of(graph, [owner], party);

    /// <summary>The share that several owners have together; none is counted through another.</summary>
    public static OwnershipAnswer Of(OwnershipGraph graph, IReadOnlyCollection<string> owners, string party)
    {
        if (Measure.Trivial(graph, owners, party) is { } trivial) return trivial with { Share = trivial.Truth == OwnershipTruth.Certain ? new ShareBounds(100, 100) : new ShareBounds(0, 0) };
        var seeds = Measure.Numbers(graph, owners).ToHashSet();
        int target = graph.Number(party);
        var paths = new SharePaths(graph);
        var nodes = paths.Between(seeds, target);
        if (!nodes.Contains(target)) return new OwnershipAnswer(OwnershipTruth.No, [], [], new ShareBounds(0, 0), "no path of stakes leads there");
        var least = new ShareEquations(paths, seeds, nodes, most: false).Solve(target);
        var most = new ShareEquations(paths, seeds, nodes, most: true).Solve(target);
        var (stated, statedMost) = StatedTotal(graph, seeds, target);
        decimal low = Math.Max(Rounded(least), stated), high = Math.Max(Math.Max(low, Rounded(most)), statedMost);
        var share = new ShareBounds(low, high);
        int[] path = [.. nodes.Order().Where(n => !seeds.Contains(n)).SelectMany(n => graph.In(n).ToArray()).Where(e => paths.Counts(e) && nodes.Contains(graph.Owner(e)))];
        bool overWhole = nodes.Any(n => !seeds.Contains(n) && paths.IsOverWhole(n));
        string reason = $"integrated share {share}{(overWhole ? "; shares over 100 per cent in sum were taken in proportion" : "")}";
        return new OwnershipAnswer(share.IsExact ? share.Maximum == 0 ? OwnershipTruth.No : OwnershipTruth.Certain : OwnershipTruth.Possible,
            [.. path.Select(graph.EdgeOf)], [.. path.Where(e => graph.Minimum(e) != graph.Maximum(e)).Select(graph.EdgeOf).Select(Missing)], share, reason);
    }

    private static MissingStake Missing(StakeEdge edge) => new(edge.OwnerName, edge.OwnedName, edge.Share, "an exact share narrows the bounds");

    // Rounded to a millionth of a per cent: what is beyond is the error of the solution.
    private static decimal Rounded(double share) => Math.Clamp(Math.Round((decimal)(share * 100), 6), 0, 100);

    // A total that the source itself states for the owner is at least as good as the sum over its paths.
    private static (decimal Least, decimal Most) StatedTotal(OwnershipGraph graph, HashSet<int> seeds, int target)
    {
        var totals = graph.In(target).ToArray().Where(e => graph.Row(e).IsIndirect && graph.Row(e).Kind == StakeKind.Equity && seeds.Contains(graph.Owner(e))).ToList();
        return totals.Count == 0 ? (0, 0) : (totals.Max(graph.Minimum) / (decimal)ShareBounds.UnitsOfOnePercent, totals.Max(graph.Maximum) / (decimal)ShareBounds.UnitsOfOnePercent);
    }
}
