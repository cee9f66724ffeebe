using System.Collections.Immutable;

namespace Rubicon.Ownership;

/// <summary>
/// The 50 per cent rule: an entity is reached when listed persons own, directly or indirectly and in the aggregate, 50 per cent or more of it; an entity
/// so reached counts in full for what it owns in turn (half of half is caught; multiplying is wrong). Control alone reaches nobody. Sources: OFAC, Revised
/// Guidance on Entities Owned by Persons Whose Property and Interests in Property Are Blocked (2014-08-13), FAQ 398 and 401; 15 CFR 744.11(a)(1) as in force
/// from 2025-09-29 to 2025-11-09 counts the same way over its own lists.
/// </summary>
public static class FiftyPercentRule
{
    /// <summary>Half, inside.</summary>
    private const long Half = ShareBounds.Whole / 2;

    /// <summary>Answers for one party. A listed party itself is certain.</summary>
    /// <param name="graph">The stakes of the day.</param>
    /// <param name="listed">Keys of the listed.</param>
    /// <param name="party">Whom to ask about.</param>
    public static OwnershipAnswer Of(OwnershipGraph graph, IReadOnlyCollection<string> listed, string party) => Run(graph, listed).Of(party);

    /// <summary>Everybody reached, surely or possibly, the listed among them, in order of key.</summary>
    public static ImmutableArray<(string Party, OwnershipTruth Truth)> Reach(OwnershipGraph graph, IReadOnlyCollection<string> listed)
    {
        var run = Run(graph, listed);
        return [.. run.Possible.Members.Select(m => (m, run.Certain.Holds(m) ? OwnershipTruth.Certain : OwnershipTruth.Possible))];
    }

    private static CapturedBy Run(OwnershipGraph graph, IReadOnlyCollection<string> listed) => new("50 per cent in the aggregate", "or more", Half,
        new Capture(graph, listed, e => Owns(e) ? e.Share.Minimum : 0, Half),
        new Capture(graph, listed, e => MayOwn(e) ? graph.LargestOf(e) : 0, Half, e => Owns(e) ? e.Share.Minimum : 0), graph, MayOwn);

    private static bool Owns(StakeEdge edge) => edge.Kind == StakeKind.Equity;

    // Who owns what a trustee, a nominee or the holder of another interest holds is a question of its own.
    private static bool MayOwn(StakeEdge edge) => edge.Kind is StakeKind.Equity or StakeKind.Trust or StakeKind.Nominee or StakeKind.Other;
}
