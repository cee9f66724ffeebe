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
        // A holder whom nobody named may be one of the owners: what it has belongs to the largest share.
        int[] nobody = [.. Upward.NobodyNamed(graph, Upward.Of(graph, target)).Except(seeds)];
        HashSet<int> perhaps = [.. seeds, .. nobody];
        var nodes = paths.Between(perhaps, target);
        if (!nodes.Contains(target)) return new OwnershipAnswer(OwnershipTruth.No, [], [], new ShareBounds(0, 0), "no path of stakes leads there");
        var sure = nobody.Length == 0 ? nodes : paths.Between(seeds, target);
        decimal least = sure.Contains(target) ? Rounded(new ShareEquations(paths, seeds, sure, most: false).Solve(target)) : 0;
        decimal most = Math.Max(least, Rounded(new ShareEquations(paths, perhaps, nodes, most: true).Solve(target)));
        var share = WithTotals(paths, seeds, target, least, most);
        int[] path = [.. nodes.Order().Where(n => !perhaps.Contains(n)).SelectMany(n => graph.In(n).ToArray()).Where(e => paths.Counts(e) && nodes.Contains(graph.Owner(e)))];
        bool overWhole = nodes.Any(n => !perhaps.Contains(n) && paths.IsOverWhole(n));
        string reason = $"integrated share {share}{(overWhole ? "; shares over 100 per cent in sum: from their proportion to what is stated" : "")}";
        return new OwnershipAnswer(share.IsExact ? share.Maximum == 0 ? OwnershipTruth.No : OwnershipTruth.Certain : OwnershipTruth.Possible,
            [.. path.Select(graph.EdgeOf)],
            [.. path.Where(e => nobody.Contains(graph.Owner(e)) || graph.Minimum(e) != graph.Maximum(e)).Select(e => Missing(graph.EdgeOf(e), nobody.Contains(graph.Owner(e))))], share, reason);
    }

    private static MissingStake Missing(StakeEdge edge, bool nobody) => new(edge.OwnerName, edge.OwnedName, edge.Share,
        nobody ? $"who this holder of {edge.OwnedName} is: what it has counts if it is one of the owners, and not otherwise" : "an exact share narrows the bounds")
    {
        Identity = nobody,
    };

    // Rounded to a millionth of a per cent: what is beyond is the error of the solution.
    private static decimal Rounded(double share) => Math.Clamp(Math.Round((decimal)(share * 100), 6), 0, 100);

    // A total that a source states over a chain is a second statement about the same: an open chain is narrowed by it, an exact one and the total are both kept.
    private static ShareBounds WithTotals(SharePaths paths, HashSet<int> seeds, int target, decimal least, decimal most)
    {
        var graph = paths.Graph;
        var totals = graph.In(target).ToArray().Where(e => graph.Row(e).IsIndirect && graph.Row(e).Kind == StakeKind.Equity && !paths.Counts(e) && seeds.Contains(graph.Owner(e))).ToList();
        if (totals.Count == 0) return new ShareBounds(least, most);
        decimal stated = totals.Max(graph.Minimum) / (decimal)ShareBounds.UnitsOfOnePercent, statedMost = totals.Max(graph.Maximum) / (decimal)ShareBounds.UnitsOfOnePercent;
        return new ShareBounds(least == most ? Math.Min(least, stated) : Math.Max(least, stated), Math.Max(Math.Max(most, statedMost), Math.Max(least, stated)));
    }
}
