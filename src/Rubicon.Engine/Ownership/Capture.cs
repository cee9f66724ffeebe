using System.Collections.Immutable;

namespace Rubicon.Ownership;

/// <summary>
/// The least fixed point that two measures share: start with the listed; add each entity in which members together reach the bar; a member counts in
/// full for the next. Run once with the least shares and once with the largest: what the first reaches is certain, what only the second reaches is possible.
/// </summary>
internal sealed class Capture
{
    /// <summary>What a stated means of control counts: more than any shares, so that no other holder's votes take from it.</summary>
    public const long Means = 1_000 * ShareBounds.Whole;

    private readonly OwnershipGraph _graph;
    private readonly Func<StakeEdge, long> _weight;
    private readonly Func<StakeEdge, long>? _surely;
    private readonly Dictionary<string, ImmutableArray<StakeEdge>> _by = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _sums = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reachedDirectly = new(StringComparer.Ordinal);

    /// <summary>Runs it.</summary>
    /// <param name="graph">The stakes.</param>
    /// <param name="seeds">The listed.</param>
    /// <param name="weight">What an edge counts towards the bar, in units.</param>
    /// <param name="bar">From which sum an entity is captured, in units.</param>
    /// <param name="surely">What an edge surely takes from the whole, so that members cannot have it; null where the whole does not bound the sum.</param>
    public Capture(OwnershipGraph graph, IEnumerable<string> seeds, Func<StakeEdge, long> weight, long bar, Func<StakeEdge, long>? surely = null)
    {
        (_graph, _weight, _surely) = (graph, weight, surely);
        var open = new Queue<string>();
        foreach (string seed in seeds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            if (_by.TryAdd(seed, [])) open.Enqueue(seed);
        FindDirectReach();
        while (open.TryDequeue(out string? member))
            foreach (var edge in graph.HoldingsOf(member))
            {
                if (_by.ContainsKey(edge.Owned) || Counted(edge) is not (> 0 and var counted)) continue;
                long sum = _sums[edge.Owned] = Math.Min(Means, _sums.GetValueOrDefault(edge.Owned) + counted);
                if (Bounded(edge.Owned, sum) < bar) continue;
                _by[edge.Owned] = [.. graph.HoldersOf(edge.Owned).Where(e => _by.ContainsKey(e.Owner) && Counted(e) > 0)];
                open.Enqueue(edge.Owned);
            }
    }

    /// <summary>True when the party is listed or captured.</summary>
    public bool Holds(string party) => _by.ContainsKey(party);

    /// <summary>The captured and the listed, in order of key.</summary>
    public IEnumerable<string> Members => _by.Keys.Order(StringComparer.Ordinal);

    /// <summary>What members hold together, in units; what a captured entity had when it was captured.</summary>
    public long SumOf(string party) => Bounded(party, Math.Min(Means, _graph.HoldersOf(party).Where(e => _by.ContainsKey(e.Owner)).Sum(e => Math.Max(0, Counted(e)))));

    /// <summary>The stakes that captured the party and those above it, the uppermost first.</summary>
    public ImmutableArray<StakeEdge> PathTo(string party)
    {
        var path = new List<StakeEdge>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([party]);
        while (open.TryDequeue(out string? next))
            if (seen.Add(next))
                foreach (var edge in _by.GetValueOrDefault(next, []))
                {
                    path.Add(edge);
                    open.Enqueue(edge.Owner);
                }
        path.Reverse();
        return [.. path];
    }

    // "50 per cent or more is held by somebody else" leaves at most half, however little is known of the rest.
    private long Bounded(string party, long sum)
    {
        if (_surely is null || sum >= Means) return sum;
        long others = _graph.HoldersOf(party).Where(e => !e.IsIndirect && !_by.ContainsKey(e.Owner)).Sum(_surely);
        // Others that hold the whole and more are a fault of the data: nothing is concluded from it.
        return others >= ShareBounds.Whole ? sum : Math.Min(sum, ShareBounds.Whole - others);
    }

    // A stated total counts only where no chain of stated stakes leads from its holder to the entity: the chain says the same once more.
    private long Counted(StakeEdge edge) => edge.IsIndirect && _reachedDirectly.Contains(edge.Owner + "\n" + edge.Owned) ? 0 : _weight(edge);

    private void FindDirectReach()
    {
        foreach (var total in _graph.Parties.SelectMany(p => _graph.HoldingsOf(p)).Where(e => e.IsIndirect))
            if (Reaches(total.Owner, total.Owned)) _reachedDirectly.Add(total.Owner + "\n" + total.Owned);
    }

    private bool Reaches(string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out string? next))
            foreach (var edge in _graph.HoldingsOf(next))
            {
                if (edge.IsIndirect || _weight(edge) <= 0) continue;
                if (edge.Owned == to) return true;
                if (seen.Add(edge.Owned)) open.Enqueue(edge.Owned);
            }
        return false;
    }
}
