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
    /// <summary>Answers whether any of the controllers controls the party; the strictest answer of them.</summary>
    /// <param name="graph">The stakes of the day.</param>
    /// <param name="controllers">Keys of those asked about.</param>
    /// <param name="party">Whom they may control.</param>
    /// <param name="inConcert">True when the controllers act together: their votes are added.</param>
    public static OwnershipAnswer Of(OwnershipGraph graph, IReadOnlyCollection<string> controllers, string party, bool inConcert = false)
    {
        if (Measure.Trivial(graph, controllers, party) is { } answer) return answer;
        var named = controllers.Count == 0 ? [[]] : Groups(controllers, inConcert);
        return named.Select(group => new ThresholdQuestion(graph, Measure.Numbers(graph, group), graph.Number(party),
            (certain, supposed) => new ControlCounting(graph, certain) { Supposed = supposed }, "more than half of the votes, or a stated means of control").Answer()).MaxBy(a => a.Truth)!;
    }

    /// <summary>Everybody controlled, surely or possibly, the controllers among them, in order of key.</summary>
    public static ImmutableArray<(string Party, OwnershipTruth Truth)> Reach(OwnershipGraph graph, IReadOnlyCollection<string> controllers, bool inConcert = false)
    {
        var reached = new Dictionary<int, OwnershipTruth>();
        Counting possible = new ControlCounting(graph, false), certain = new ControlCounting(graph, true);
        foreach (string[] group in Groups(controllers, inConcert))
        {
            int[] seeds = Measure.Numbers(graph, group);
            foreach (int party in new Capture(possible, seeds).Members) reached.TryAdd(party, OwnershipTruth.Possible);
            foreach (int party in new Capture(certain, seeds).Members) reached[party] = OwnershipTruth.Certain;
        }
        return [.. reached.Select(r => (graph.Register.Parties.KeyOf(r.Key), r.Value)).OrderBy(r => r.Item1, StringComparer.Ordinal)];
    }

    private static IEnumerable<string[]> Groups(IReadOnlyCollection<string> controllers, bool inConcert) =>
        inConcert ? [[.. controllers]] : controllers.Distinct(StringComparer.Ordinal).Select(c => new[] { c });
}
