namespace Rubicon.Ownership;

/// <summary>
/// Affiliation as 47 U.S.C. 153(2) has it: a person that owns or controls, is owned or controlled by, or is under common ownership or control with another;
/// to own means an equity interest of more than 10 per cent. Section 889 of Pub. L. 115-232 says "subsidiary or affiliate" without a percentage; where it is
/// asked, this answer is evidence and a person decides.
/// </summary>
public static class AffiliateMeasure
{
    private const long MoreThanTenth = ShareBounds.Whole / 10 + 1;

    /// <summary>Answers whether the party is an affiliate of one of the listed.</summary>
    public static OwnershipAnswer Of(OwnershipGraph graph, IReadOnlyCollection<string> listed, string party)
    {
        OwnershipAnswer? best = null;
        foreach (string one in listed.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var answer = Of(graph, one, party);
            if (best is null || answer.Truth > best.Truth) best = answer;
        }
        return best ?? new OwnershipAnswer(OwnershipTruth.No, [], [], null, "nobody was named");
    }

    private static OwnershipAnswer Of(OwnershipGraph graph, string listed, string party)
    {
        if (listed == party) return new OwnershipAnswer(OwnershipTruth.Certain, [], [], null, "the same party");
        foreach (bool certain in (ReadOnlySpan<bool>)[true, false])
        {
            var truth = certain ? OwnershipTruth.Certain : OwnershipTruth.Possible;
            var down = Owned(graph, listed, certain);
            if (down.Holds(party)) return Found(graph, truth, down, party, $"{listed} owns more than 10 per cent of it, or controls who does");
            var up = Owned(graph, party, certain);
            if (up.Holds(listed)) return Found(graph, truth, up, listed, $"it owns more than 10 per cent of {listed}, or controls who does");
            foreach (string common in graph.Parties)
            {
                if (common == listed || common == party) continue;
                var both = Owned(graph, common, certain);
                if (!both.Holds(listed) || !both.Holds(party)) continue;
                var answer = Found(graph, truth, both, party, $"{common} owns more than 10 per cent of both, or controls who does");
                return answer with { Path = [.. both.PathTo(listed), .. answer.Path] };
            }
        }
        return new OwnershipAnswer(OwnershipTruth.No, [], [], null, "no interest of more than 10 per cent and no control ties them, up, down or through a third");
    }

    private static OwnershipAnswer Found(OwnershipGraph graph, OwnershipTruth truth, Capture capture, string to, string reason)
    {
        var path = capture.PathTo(to);
        return new OwnershipAnswer(truth, path,
            truth == OwnershipTruth.Certain ? [] : [.. path.Where(e => !e.Share.IsExact).Select(e => new MissingStake(e.Owner, e.Owned, e.Share, "more than 10 per cent ties them; 10 per cent or less does not"))], null, reason);
    }

    // An owner of more than a tenth of one who owns more than a tenth of a third: each step is an affiliation of its own.
    private static Capture Owned(OwnershipGraph graph, string owner, bool certain) => new(graph, [owner], e => Counted(graph, e, certain), MoreThanTenth);

    private static long Counted(OwnershipGraph graph, StakeEdge edge, bool certain) =>
        edge.Kind is StakeKind.Board or StakeKind.Contract or StakeKind.SpecialShare or StakeKind.DominantMinority ? Capture.Means
        : certain ? edge.Kind is StakeKind.Equity or StakeKind.Votes ? edge.Share.Minimum : 0 : graph.LargestOf(edge);
}
