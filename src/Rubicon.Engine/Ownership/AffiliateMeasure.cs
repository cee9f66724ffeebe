namespace Rubicon.Ownership;

/// <summary>
/// Affiliation as 47 U.S.C. 153(2) has it: a person that owns or controls, is owned or controlled by, or is under common ownership or control with another;
/// to own means an equity interest of more than 10 per cent. Section 889 of Pub. L. 115-232 says "subsidiary or affiliate" without a percentage; where it is
/// asked, this answer is evidence and a person decides.
/// </summary>
public static class AffiliateMeasure
{
    private const string Bar = "more than 10 per cent, or control";

    /// <summary>Answers whether the party is an affiliate of one of the listed.</summary>
    public static OwnershipAnswer Of(OwnershipGraph graph, IReadOnlyCollection<string> listed, string party)
    {
        if (Measure.Trivial(graph, listed, party) is { } answer) return answer;
        OwnershipAnswer? best = null;
        foreach (int one in Measure.Numbers(graph, listed))
        {
            var found = Of(graph, one, graph.Number(party));
            if (best is null || found.Truth > best.Truth) best = found;
            if (best.Truth == OwnershipTruth.Certain) break;
        }
        return best ?? Ask(graph, [], graph.Number(party)) with { Reason = listed.Count == 0 ? "nobody was named" : "the listed hold nothing and are not held on that day" };
    }

    private static OwnershipAnswer Of(OwnershipGraph graph, int listed, int party)
    {
        string name = graph.Register.NameOf(listed);
        var down = Ask(graph, [listed], party);
        if (down.Truth == OwnershipTruth.Certain) return down with { Reason = $"{name} owns more than 10 per cent of it, or controls who does" };
        // The party is known: no holder whom nobody named is taken for it.
        var up = Ask(graph, [party], listed, nobodyToo: false);
        if (up.Truth == OwnershipTruth.Certain) return up with { Reason = $"it owns more than 10 per cent of {name}, or controls who does" };
        var third = Third(graph, listed, party);
        if (third is { Truth: OwnershipTruth.Certain }) return third;
        if (down.Truth == OwnershipTruth.Possible) return down with { Reason = $"{name} may own more than 10 per cent of it, or control who does" };
        if (up.Truth == OwnershipTruth.Possible) return up with { Reason = $"it may own more than 10 per cent of {name}, or control who does" };
        return third ?? new OwnershipAnswer(OwnershipTruth.No, [], [], null, "no interest of more than 10 per cent and no control ties them, up, down or through a third");
    }

    /// <summary>A third above both; certain before possible, then the first by number.</summary>
    private static OwnershipAnswer? Third(OwnershipGraph graph, int listed, int party)
    {
        HashSet<int> overParty = Upward.Of(graph, party), overListed = Upward.Of(graph, listed);
        var within = overParty.Union(overListed).ToHashSet();
        var possible = new AffiliateCounting(graph, certain: false);
        // Who holds no stake that could pass the bar by itself captures nobody to begin with.
        int[] common = [.. overParty.Intersect(overListed).Where(c => c != listed && c != party && CanBegin(graph, possible, c, within)).Order()];
        common = [.. common.Where(c => new Capture(possible, [c], within) is var run && run.Holds(listed) && run.Holds(party))];
        var surely = new AffiliateCounting(graph, certain: true);
        foreach (bool certain in (ReadOnlySpan<bool>)[true, false])
            foreach (int owner in common)
            {
                var both = new Capture(certain ? surely : possible, [owner], within);
                if (!both.Holds(listed) || !both.Holds(party)) continue;
                int[] path = [.. both.PathTo(listed).Concat(both.PathTo(party)).Distinct()];
                string name = graph.Register.NameOf(owner);
                return new OwnershipAnswer(certain ? OwnershipTruth.Certain : OwnershipTruth.Possible, [.. path.Select(graph.EdgeOf)],
                    certain ? [] : [.. path.Where(e => graph.Minimum(e) != graph.Maximum(e)).Select(graph.EdgeOf).Select(e => new MissingStake(e.OwnerName, e.OwnedName, e.Share, "more than 10 per cent ties them; 10 per cent or less does not"))],
                    null, $"{name} {(certain ? "owns" : "may own")} more than 10 per cent of both, or {(certain ? "controls" : "control")} who does");
            }
        return null;
    }

    private static bool CanBegin(OwnershipGraph graph, AffiliateCounting possible, int owner, HashSet<int> within)
    {
        var sums = new Dictionary<int, long>();
        foreach (int edge in graph.Out(owner))
            if (within.Contains(graph.Owned(edge)) && graph.Owned(edge) is var owned
                && (graph.Row(edge).IsIndirect || (sums[owned] = sums.GetValueOrDefault(owned) + possible.WeightOf(edge, possible.HoldersOf(owned))) >= possible.Bar)) return true;
        return false;
    }

    private static OwnershipAnswer Ask(OwnershipGraph graph, int[] owners, int party, bool nobodyToo = true) =>
        new ThresholdQuestion(graph, owners, party, (certain, supposed) => new AffiliateCounting(graph, certain) { Supposed = supposed }, Bar, nobodyToo).Answer() with { Share = null };
}
