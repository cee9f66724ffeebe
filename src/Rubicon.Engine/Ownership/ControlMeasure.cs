using System.Collections.Immutable;

namespace Rubicon.Ownership;

/// <summary>
/// Control: x controls y when x and those it controls hold more than half of the votes of y, or by a stated means (appointing the board, a contract, a
/// special share, a dominant minority). Where votes are not stated apart, the capital stands for them. Exactly half is no control. Several persons count
/// together only when they are stated to act in concert. Sources: 15 CFR 791.2 (person owned by, controlled by, or subject to the jurisdiction or direction of
/// a foreign adversary), section 805 of Pub. L. 118-31.
/// </summary>
public static class ControlMeasure
{
    private const long MoreThanHalf = ShareBounds.Whole / 2 + 1;

    /// <summary>Answers whether any of the controllers controls the party; the strictest answer of them.</summary>
    /// <param name="graph">The stakes of the day.</param>
    /// <param name="controllers">Keys of those asked about.</param>
    /// <param name="party">Whom they may control.</param>
    /// <param name="inConcert">True when the controllers act together: their votes are added.</param>
    public static OwnershipAnswer Of(OwnershipGraph graph, IReadOnlyCollection<string> controllers, string party, bool inConcert = false) =>
        Groups(controllers, inConcert).Select(g => Run(graph, g).Of(party)).MaxBy(a => a.Truth)
            ?? new OwnershipAnswer(OwnershipTruth.No, [], [], null, "nobody was named who could control it");

    /// <summary>Everybody controlled, surely or possibly, the controllers among them, in order of key.</summary>
    public static ImmutableArray<(string Party, OwnershipTruth Truth)> Reach(OwnershipGraph graph, IReadOnlyCollection<string> controllers, bool inConcert = false) =>
        [.. Groups(controllers, inConcert).Select(g => Run(graph, g))
            .SelectMany(run => run.Possible.Members.Select(m => (Party: m, Truth: run.Certain.Holds(m) ? OwnershipTruth.Certain : OwnershipTruth.Possible)))
            .GroupBy(r => r.Party).Select(g => (g.Key, g.Max(r => r.Truth))).OrderBy(r => r.Key, StringComparer.Ordinal)];

    private static IEnumerable<string[]> Groups(IReadOnlyCollection<string> controllers, bool inConcert) =>
        inConcert ? [[.. controllers]] : controllers.Distinct(StringComparer.Ordinal).Select(c => new[] { c });

    internal static (Capture Certain, Capture Possible) Runs(OwnershipGraph graph, IReadOnlyCollection<string> group) =>
        (new Capture(graph, group, e => Least(graph, e), MoreThanHalf), new Capture(graph, group, e => Most(graph, e), MoreThanHalf, e => IsVote(graph, e) ? e.Share.Minimum : 0));

    private static CapturedBy Run(OwnershipGraph graph, IReadOnlyCollection<string> group)
    {
        var (certain, possible) = Runs(graph, group);
        return new CapturedBy("more than half of the votes, or a stated means of control", "and more than that", ShareBounds.Whole / 2, certain, possible, graph, e => Most(graph, e) > 0);
    }

    private static long Least(OwnershipGraph graph, StakeEdge edge) => IsMeans(edge.Kind) ? Capture.Means : IsVote(graph, edge) ? edge.Share.Minimum : 0;

    private static long Most(OwnershipGraph graph, StakeEdge edge) =>
        IsMeans(edge.Kind) ? Capture.Means
        : IsVote(graph, edge) || edge.Kind is StakeKind.Trust or StakeKind.Nominee or StakeKind.Other ? graph.LargestOf(edge) : 0;

    private static bool IsMeans(StakeKind kind) => kind is StakeKind.Board or StakeKind.Contract or StakeKind.SpecialShare or StakeKind.DominantMinority;

    private static bool IsVote(OwnershipGraph graph, StakeEdge edge) => edge.Kind == StakeKind.Votes
        || edge.Kind == StakeKind.Equity && !graph.HoldersOf(edge.Owned).Any(e => e.Kind == StakeKind.Votes && e.Owner == edge.Owner);
}
