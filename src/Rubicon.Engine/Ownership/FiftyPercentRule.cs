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
    /// <summary>Answers for one party. A listed party itself is certain.</summary>
    /// <param name="graph">The stakes of the day.</param>
    /// <param name="listed">Keys of the listed.</param>
    /// <param name="party">Whom to ask about.</param>
    public static OwnershipAnswer Of(OwnershipGraph graph, IReadOnlyCollection<string> listed, string party)
    {
        if (Measure.Trivial(graph, listed, party) is { } answer) return answer;
        return new ThresholdQuestion(graph, listed.Select(graph.Number), graph.Number(party), (certain, supposed) => new HalfCounting(graph, certain) { Supposed = supposed },
            "50 per cent in the aggregate").Answer();
    }

    /// <summary>
    /// Everybody reached, surely or possibly, the listed among them, in order of key. Holders whom nobody named are taken for themselves: that one
    /// of them may be listed is said in the answer about a party.
    /// </summary>
    public static ImmutableArray<(string Party, OwnershipTruth Truth)> Reach(OwnershipGraph graph, IReadOnlyCollection<string> listed)
    {
        int[] seeds = Measure.Numbers(graph, listed);
        var certain = new Capture(new HalfCounting(graph, true), seeds);
        var possible = new Capture(new HalfCounting(graph, false), seeds);
        return [.. possible.Members.Select(m => (graph.Register.Parties.KeyOf(m), certain.Holds(m) ? OwnershipTruth.Certain : OwnershipTruth.Possible)).OrderBy(r => r.Item1, StringComparer.Ordinal)];
    }

    /// <summary>
    /// The listed whose shares count towards a party that they reach, surely or possibly, in order of key: every one of them, not only those without whom the bar would
    /// not be reached. Where lists differ in their terms the most restrictive of these owners' terms apply, however small its share (15 CFR 744.11(a)(1) as in force from 2025-09-29 to
    /// 2025-11-09; supplement no. 8 to part 744). Empty when the party is not reached.
    /// </summary>
    public static ImmutableArray<string> OwnersBehind(OwnershipGraph graph, IReadOnlyCollection<string> listed, string party)
    {
        int number = graph.Number(party);
        if (number < 0) return [];
        var seeds = Measure.Numbers(graph, listed).ToHashSet();
        var counting = new HalfCounting(graph, certain: false);
        var reached = new Capture(counting, seeds.Order(), Upward.Of(graph, number));
        if (!reached.Holds(number)) return [];
        var seen = new HashSet<int> { number };
        var open = new Stack<int>([number]);
        while (open.TryPop(out int at))
            foreach (int edge in graph.In(at))
                if (reached.Counts(graph.Owner(edge)) && reached.WeightOf(edge) > 0 && seen.Add(graph.Owner(edge))) open.Push(graph.Owner(edge));
        seen.Remove(number);
        return [.. seen.Where(seeds.Contains).Select(graph.Register.Parties.KeyOf).Order(StringComparer.Ordinal)];
    }
}
