using System.Collections.Immutable;

namespace Rubicon.Ownership;

/// <summary>What a measure by <see cref="Capture"/> makes of the two runs.</summary>
internal sealed record CapturedBy(string Bar, string Beyond, long Needed, Capture Certain, Capture Possible, OwnershipGraph Graph, Func<StakeEdge, bool> Counts)
{
    /// <summary>The answer for one party.</summary>
    public OwnershipAnswer Of(string party)
    {
        var share = Bounds(Certain.SumOf(party), Possible.SumOf(party));
        if (Certain.Holds(party)) return new OwnershipAnswer(OwnershipTruth.Certain, Certain.PathTo(party), [], share, $"{Bar}: reached, {share}");
        if (!Possible.Holds(party)) return new OwnershipAnswer(OwnershipTruth.No, [], [], share, $"{Bar}: not reached, {share}");
        var path = Possible.PathTo(party);
        ImmutableArray<MissingStake> missing = [.. path.Where(e => !e.Share.IsExact && Counts(e)).Select(Missing)];
        return new OwnershipAnswer(OwnershipTruth.Possible, path, missing, share, $"{Bar}: depends on shares that are not known, {share}");
    }

    private MissingStake Missing(StakeEdge edge)
    {
        // What the other members surely hold counts towards the bar: the rest is what this stake would have to be.
        long others = Graph.HoldersOf(edge.Owned).Where(e => e != edge && Certain.Holds(e.Owner) && Counts(e)).Sum(e => e.Share.Minimum);
        string rest = ShareBounds.Percent(Math.Max(0, Needed - others));
        return new MissingStake(edge.Owner, edge.Owned, edge.Share, $"{rest} % {Beyond} of {edge.Owned} would reach the bar there; less would not");
    }

    private static ShareBounds Bounds(long least, long most) =>
        new(Math.Min(100, least / (decimal)ShareBounds.UnitsOfOnePercent), Math.Min(100, Math.Max(least, most) / (decimal)ShareBounds.UnitsOfOnePercent));
}
