using System.Runtime.InteropServices;

namespace Rubicon.Ownership;

/// <summary>
/// The least fixed point that measures share: start with the listed; add each entity in which members together reach the bar; a member counts in
/// full for the next. Run once with the least shares and once with the largest: what the first reaches is certain, what only the second reaches is possible.
/// </summary>
internal sealed class Capture
{
    private readonly Counting _counting;
    private readonly OwnershipGraph _graph;
    private readonly IReadOnlySet<int>? _within;
    private readonly MemberSums _sums;
    private readonly Dictionary<int, Entity> _entities = [];
    private readonly Queue<int> _open = [];
    private int _order;

    /// <summary>Runs it.</summary>
    /// <param name="counting">What counts, and the bar.</param>
    /// <param name="seeds">The listed.</param>
    /// <param name="within">Parties beyond which nothing is looked at, or null.</param>
    public Capture(Counting counting, IEnumerable<int> seeds, IReadOnlySet<int>? within = null)
    {
        (_counting, _graph, _within, _sums) = (counting, counting.Graph, within, new MemberSums(counting));
        foreach (int seed in seeds) Enter(seed, captured: true);
        Run();
    }

    /// <summary>The listed and the captured, in the order of capture.</summary>
    public IEnumerable<int> Members => _entities.Where(e => e.Value.Captured).OrderBy(e => e.Value.Order).Select(e => e.Key);

    /// <summary>True when the party is listed or captured.</summary>
    public bool Holds(int party) => _entities.TryGetValue(party, out var entity) && entity.Captured;

    /// <summary>True when what the party holds counts: it is a member, or acts in concert with one.</summary>
    public bool Counts(int party) => _entities.TryGetValue(party, out var entity) && entity.Counts;

    /// <summary>What members hold together in a party, in units.</summary>
    public long SumOf(int party) => _sums.Of(party, Counts);

    /// <summary>What an edge counts towards the bar of its entity.</summary>
    public long WeightOf(int edge) => _counting.WeightOf(edge, _counting.HoldersOf(_graph.Owned(edge)));

    /// <summary>The edges that captured the party and those above it, the uppermost first.</summary>
    public List<int> PathTo(int party)
    {
        var path = new List<int>();
        var seen = new HashSet<int> { party };
        var open = new Queue<int>([party]);
        while (open.TryDequeue(out int next))
        {
            if (!_entities.TryGetValue(next, out var entity) || entity.IsSeed) continue;
            foreach (int edge in Carrying(next, entity))
            {
                int above = _graph.Owner(edge) == next ? _graph.Owned(edge) : _graph.Owner(edge);
                path.Add(edge);
                if (seen.Add(above)) open.Enqueue(above);
            }
        }
        return [.. path.OrderBy(e => OrderOf(_graph.Owned(e))).ThenBy(e => OrderOf(_graph.Owner(e))).ThenBy(e => e)];
    }

    private IEnumerable<int> Carrying(int party, Entity entity)
    {
        int[] edges = _graph.In(party).ToArray();
        if (!entity.Captured) return edges.Concat(_graph.Out(party).ToArray()).Where(e => _graph.Row(e).Kind == StakeKind.InConcert && OrderOf(Other(e, party)) < entity.Order).Take(1);
        return edges.Where(e => OrderOf(_graph.Owner(e)) < entity.CapturedAs && Counts(_graph.Owner(e)) && _counting.WeightOf(e, entity.Held) > 0);
    }

    private int OrderOf(int party) => _entities.TryGetValue(party, out var entity) && entity.Counts ? entity.Order : int.MaxValue;

    private int Other(int edge, int party) => _graph.Owner(edge) == party ? _graph.Owned(edge) : _graph.Owner(edge);

    private void Enter(int party, bool captured)
    {
        ref var entity = ref CollectionsMarshal.GetValueRefOrAddDefault(_entities, party, out bool known);
        if (captured && !entity.Captured)
        {
            entity.Captured = true;
            entity.IsSeed = !known;
            entity.CapturedAs = _order++;
            if (!entity.Counts) entity.Order = entity.CapturedAs;
        }
        if (entity.Counts) return;
        if (!captured) entity.Order = _order++;
        entity.Counts = true;
        _open.Enqueue(party);
    }

    private void Run()
    {
        while (_open.TryDequeue(out int member))
        {
            foreach (int edge in _graph.Out(member))
            {
                int owned = _graph.Owned(edge);
                if (_within is not null && !_within.Contains(owned)) continue;
                if (_graph.Row(edge).Kind == StakeKind.InConcert) Enter(owned, captured: false);
                else Count(edge, owned);
            }
            if (_counting is ControlCounting)
                foreach (int edge in _graph.In(member))
                    if (_graph.Row(edge).Kind == StakeKind.InConcert) Enter(_graph.Owner(edge), captured: false);
        }
    }

    private void Count(int edge, int owned)
    {
        ref var entity = ref CollectionsMarshal.GetValueRefOrAddDefault(_entities, owned, out _);
        if (entity.Captured) return;
        if (!entity.IsLookedAt) (entity.IsLookedAt, entity.Held) = (true, _counting.HoldersOf(owned));
        Add(ref entity, edge);
        if (Reached(owned, ref entity) >= _counting.Bar) Enter(owned, captured: true);
    }

    private void Add(ref Entity entity, int edge)
    {
        if (_graph.Row(edge).IsIndirect)
        {
            entity.HasTotals = true;
            return;
        }
        entity.Sum = Math.Min(Counting.Means, entity.Sum + Math.Max(0, _counting.WeightOf(edge, entity.Held)));
        entity.SureOfMembers += _counting.Sure(edge, entity.Held);
    }

    private long Reached(int party, ref Entity entity) => _sums.Reached(party, entity.Held, entity.Sum, entity.SureOfMembers, entity.HasTotals, Counts);

    private struct Entity
    {
        public HeldEntity Held;
        public long Sum;
        public long SureOfMembers;
        public int Order;
        public int CapturedAs;
        public bool IsLookedAt;
        public bool HasTotals;
        public bool Captured;
        public bool Counts;
        public bool IsSeed;
    }
}
