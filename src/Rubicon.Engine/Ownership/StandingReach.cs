using System.Collections.Immutable;

namespace Rubicon.Ownership;

/// <summary>A party whose answer a change of stakes changed.</summary>
/// <param name="Party">Its key.</param>
/// <param name="Before">The answer before the change.</param>
/// <param name="After">The answer after it.</param>
public sealed record ReachChange(string Party, OwnershipTruth Before, OwnershipTruth After);

/// <summary>
/// Everybody whom the listed reach, kept so that one stake added or ended is counted by itself: what stands below the entity it touches is taken out and reached again, everything else stays.
/// The same as reaching anew, and a test says so. Immutable.
/// </summary>
public sealed class StandingReach
{
    private readonly Func<OwnershipGraph, bool, Counting> _counting;
    private readonly ImmutableArray<Group> _groups;

    private StandingReach(OwnershipGraph graph, Func<OwnershipGraph, bool, Counting> counting, ImmutableArray<Group> groups) => (Graph, _counting, _groups) = (graph, counting, groups);

    /// <summary>The stakes that it stands on.</summary>
    public OwnershipGraph Graph { get; }

    /// <summary>Whom the listed reach by the 50 per cent rule.</summary>
    public static StandingReach FiftyPercent(OwnershipGraph graph, IReadOnlyCollection<string> listed) => Of(graph, (g, certain) => new HalfCounting(g, certain), [listed]);

    /// <summary>Whom any of the controllers controls; with <paramref name="inConcert"/> their votes are added.</summary>
    public static StandingReach Control(OwnershipGraph graph, IReadOnlyCollection<string> controllers, bool inConcert = false) =>
        Of(graph, (g, certain) => new ControlCounting(g, certain), inConcert ? [controllers] : controllers.Distinct(StringComparer.Ordinal).Select(c => new[] { c }));

    /// <summary>The answer for one party.</summary>
    public OwnershipTruth Of(string party) => Graph.Number(party) is >= 0 and var number ? Of(number) : OwnershipTruth.No;

    /// <summary>The reach after one more stake, and whose answers it changed, in order of key.</summary>
    public (StandingReach After, ImmutableArray<ReachChange> Difference) Adding(Stake stake) => Changed(Graph.With(stake), stake.Owner, stake.Owned);

    /// <summary>The reach after all statements about a stake have ended; the same when there is none.</summary>
    public (StandingReach After, ImmutableArray<ReachChange> Difference) Ending(string owner, string owned, StakeKind kind) => Changed(Graph.Without(owner, owned, kind), owner, owned);

    private static StandingReach Of(OwnershipGraph graph, Func<OwnershipGraph, bool, Counting> counting, IEnumerable<IReadOnlyCollection<string>> named)
    {
        ImmutableArray<IReadOnlyCollection<string>> seeds = [.. named];
        Counting certain = counting(graph, true), possible = counting(graph, false);
        return new StandingReach(graph, counting, [.. seeds.Select(s => Measure.Numbers(graph, s)).Select(numbers => new Group([.. numbers], Members(certain, numbers), Members(possible, numbers)))])
        {
            Seeds = seeds,
        };
    }

    private ImmutableArray<IReadOnlyCollection<string>> Seeds { get; init; } = [];

    private static HashSet<int> Members(Counting counting, int[] seeds) => [.. new Capture(counting, seeds).Members];

    private OwnershipTruth Of(int party)
    {
        var truth = OwnershipTruth.No;
        foreach (var group in _groups)
        {
            if (group.Certain.Contains(party)) return OwnershipTruth.Certain;
            if (group.Possible.Contains(party)) truth = OwnershipTruth.Possible;
        }
        return truth;
    }

    private (StandingReach, ImmutableArray<ReachChange>) Changed(OwnershipGraph after, string owner, string owned)
    {
        if (ReferenceEquals(after, Graph)) return (this, []);
        int entity = after.Number(owned);
        var touched = new HashSet<int>();
        StandingReach next;
        // Who acts in concert counts without being captured, a total counts by the chain under it, and a listed party may be new to the graph: these are reached anew.
        bool anew = Graph.Register.HasConcert || Graph.Register.HasTotals
            || Seeds.Zip(_groups).Any(s => new[] { owner, owned }.Any(p => s.First.Contains(p, StringComparer.Ordinal) && !s.Second.Seeds.Contains(after.Number(p))));
        if (anew)
        {
            next = Of(after, _counting, Seeds);
            foreach (var group in _groups.Concat(next._groups)) touched.UnionWith(group.Possible.Union(group.Certain));
        }
        else
        {
            Counting certain = _counting(after, true), possible = _counting(after, false);
            next = new StandingReach(after, _counting, [.. _groups.Select(g => g.After(after, entity, certain, possible, touched))]) { Seeds = Seeds };
        }
        return (next, [.. touched.Select(p => new ReachChange(after.Register.Parties.KeyOf(p), Of(p), next.Of(p))).Where(c => c.Before != c.After).OrderBy(c => c.Party, StringComparer.Ordinal)]);
    }

    private sealed record Group(HashSet<int> Seeds, HashSet<int> Certain, HashSet<int> Possible)
    {
        public Group After(OwnershipGraph graph, int entity, Counting certain, Counting possible, HashSet<int> touched) =>
            this with { Certain = Again(graph, entity, certain, Certain, touched), Possible = Again(graph, entity, possible, Possible, touched) };

        /// <summary>Takes out the entity and all members that lead back to it, and reaches them again.</summary>
        private HashSet<int> Again(OwnershipGraph graph, int entity, Counting counting, HashSet<int> members, HashSet<int> touched)
        {
            bool concerned = members.Contains(entity);
            foreach (int edge in graph.In(entity)) concerned |= members.Contains(graph.Owner(edge));
            if (!concerned || Seeds.Contains(entity)) return members;
            var taken = new HashSet<int>();
            var open = new Queue<int>([entity]);
            while (open.TryDequeue(out int at))
                if (!Seeds.Contains(at) && taken.Add(at) && members.Contains(at))
                    foreach (int edge in graph.Out(at)) open.Enqueue(graph.Owned(edge));
            HashSet<int> left = [.. members];
            left.ExceptWith(taken);
            var sums = new MemberSums(counting);
            foreach (int party in taken.Order()) open.Enqueue(party);
            while (open.TryDequeue(out int at))
            {
                if (left.Contains(at) || sums.Of(at, left.Contains) < counting.Bar) continue;
                left.Add(at);
                foreach (int edge in graph.Out(at)) open.Enqueue(graph.Owned(edge));
            }
            if (left.SetEquals(members)) return members;
            touched.UnionWith(left.Except(members));
            touched.UnionWith(members.Except(left));
            return left;
        }
    }
}
