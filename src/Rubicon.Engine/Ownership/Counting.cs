namespace Rubicon.Ownership;

/// <summary>What is known of the holders of one entity before anybody is captured there.</summary>
/// <param name="Sure">What all holders surely have together, in units.</param>
/// <param name="VotesStated">True when votes are stated apart from the capital for some holder.</param>
/// <param name="CapitalStandsForVotes">True when the capital of the others fits beside the votes that are stated.</param>
internal readonly record struct HeldEntity(long Sure, bool VotesStated, bool CapitalStandsForVotes);

/// <summary>
/// How one measure counts an edge: with the least share that is stated (what it reaches is certain) or with the largest (what it reaches is possible).
/// </summary>
internal abstract class Counting(OwnershipGraph graph, bool certain)
{
    private readonly Dictionary<int, HeldEntity> _looked = [];

    /// <summary>What a stated means of control counts: more than any shares, so that no other holder's votes take from it.</summary>
    public const long Means = 1_000 * ShareBounds.Whole;

    public OwnershipGraph Graph { get; } = graph;

    public bool Certain { get; } = certain;

    /// <summary>From which sum an entity is captured, in units.</summary>
    public abstract long Bar { get; }

    /// <summary>True when the bar is "more than" a round share, one unit above it.</summary>
    public virtual bool IsMoreThan => true;

    /// <summary>A share that is supposed to be other than stated; no edge is below 0.</summary>
    public (int Edge, long Share) Supposed { get; init; } = (-1, 0);

    /// <summary>What the edge counts towards the bar.</summary>
    public long WeightOf(int edge, in HeldEntity entity) => edge == Supposed.Edge ? Supposed.Share : Weight(edge, entity);

    /// <summary>What the edge surely takes from the whole, so that others cannot have it.</summary>
    public abstract long Sure(int edge, in HeldEntity entity);

    /// <summary>What all holders of an entity have, looked at once however many runs ask.</summary>
    public HeldEntity HoldersOf(int entity)
    {
        if (_looked.TryGetValue(entity, out var held)) return held;
        return _looked[entity] = Look(entity);
    }

    /// <summary>Looks at all holders of an entity.</summary>
    protected virtual HeldEntity Look(int entity)
    {
        long sure = 0;
        foreach (int edge in Graph.In(entity)) sure += Sure(edge, default);
        return new HeldEntity(sure, false, false);
    }

    protected abstract long Weight(int edge, in HeldEntity entity);

    protected long Stated(int edge) => Certain ? Graph.Minimum(edge) : Graph.Maximum(edge);

    protected bool IsDirect(int edge, StakeKind kind) => Graph.Row(edge) is var row && row.Kind == kind && !row.IsIndirect;

    /// <summary>True when the same holder has an edge of that kind into the same entity.</summary>
    protected bool HasBeside(int edge, StakeKind kind) => Beside(edge, kind) >= 0;

    /// <summary>The edge of that kind of the same holder into the same entity, or -1.</summary>
    protected int Beside(int edge, StakeKind kind)
    {
        var holders = Graph.In(Graph.Owned(edge));
        int owner = Graph.Owner(edge), from = 0, to = holders.Length;
        while (from < to)
            if (Graph.Owner(holders[(from + to) / 2]) < owner) from = ((from + to) / 2) + 1;
            else to = (from + to) / 2;
        for (; from < holders.Length && Graph.Owner(holders[from]) == owner; from++)
            if (Graph.Row(holders[from]).Kind == kind) return holders[from];
        return -1;
    }

    protected static bool IsMeans(StakeKind kind) => kind is StakeKind.Board or StakeKind.Contract or StakeKind.SpecialShare or StakeKind.DominantMinority or StakeKind.Consolidated;
}

/// <summary>Ownership of half or more.</summary>
internal sealed class HalfCounting(OwnershipGraph graph, bool certain) : Counting(graph, certain)
{
    public override long Bar => ShareBounds.Whole / 2;

    public override bool IsMoreThan => false;

    public override long Sure(int edge, in HeldEntity entity) => IsDirect(edge, StakeKind.Equity) ? Graph.Minimum(edge) : 0;

    // Who owns what a trustee, a nominee or the holder of another interest holds is a question of its own.
    protected override long Weight(int edge, in HeldEntity entity) => Graph.Row(edge).Kind switch
    {
        StakeKind.Equity => Stated(edge),
        StakeKind.Trust or StakeKind.Nominee or StakeKind.Other or StakeKind.Consolidated => Certain ? 0 : Math.Max(0, Stated(edge) - MostBeside(edge)),
        _ => 0,
    };

    // What a holder has of another kind beside its capital may be the same once more.
    private long MostBeside(int edge) => Beside(edge, StakeKind.Equity) is >= 0 and var capital ? Graph.Maximum(capital) : 0;
}

/// <summary>More than half of the votes, or a stated means of control.</summary>
internal sealed class ControlCounting(OwnershipGraph graph, bool certain) : Counting(graph, certain)
{
    public override long Bar => ShareBounds.Whole / 2 + 1;

    protected override HeldEntity Look(int entity)
    {
        bool apart = false;
        long votes = 0, capital = 0;
        var holders = Graph.In(entity);
        // Edges of one holder stand beside each other: capital of a holder whose votes are stated is not counted for votes.
        for (int from = 0, to; from < holders.Length; from = to)
        {
            int owner = Graph.Owner(holders[from]);
            long ownVotes = 0, ownCapital = 0;
            bool stated = false;
            for (to = from; to < holders.Length && Graph.Owner(holders[to]) == owner; to++)
                if (Graph.Row(holders[to]).Kind == StakeKind.Votes) (stated, ownVotes) = (true, ownVotes + (IsDirect(holders[to], StakeKind.Votes) ? Graph.Minimum(holders[to]) : 0));
                else if (IsDirect(holders[to], StakeKind.Equity)) ownCapital += Graph.Minimum(holders[to]);
            apart |= stated;
            votes += ownVotes;
            if (!stated) capital += ownCapital;
        }
        return new HeldEntity(apart ? votes : capital, apart, votes + capital <= ShareBounds.Whole);
    }

    public override long Sure(int edge, in HeldEntity entity) =>
        IsDirect(edge, entity.VotesStated ? StakeKind.Votes : StakeKind.Equity) ? Graph.Minimum(edge) : 0;

    protected override long Weight(int edge, in HeldEntity entity) => Graph.Row(edge).Kind switch
    {
        var kind when IsMeans(kind) => Means,
        StakeKind.Votes => Stated(edge),
        StakeKind.Equity when !entity.VotesStated => Stated(edge),
        StakeKind.Equity when HasVotes(edge) => 0,
        // Votes are stated for others only: the capital stands for them where it fits, and may give more or none.
        StakeKind.Equity => Certain ? entity.CapitalStandsForVotes ? Stated(edge) : 0 : ShareBounds.Whole,
        StakeKind.Trust or StakeKind.Nominee or StakeKind.Other => Certain ? 0 : Stated(edge),
        StakeKind.Influence => Certain ? 0 : Means,
        _ => 0,
    };

    private bool HasVotes(int edge) => HasBeside(edge, StakeKind.Votes);
}

/// <summary>More than a tenth of the equity, or control.</summary>
internal sealed class AffiliateCounting(OwnershipGraph graph, bool certain) : Counting(graph, certain)
{
    public override long Bar => ShareBounds.Whole / 10 + 1;

    public override long Sure(int edge, in HeldEntity entity) => IsDirect(edge, StakeKind.Equity) ? Graph.Minimum(edge) : 0;

    protected override long Weight(int edge, in HeldEntity entity) => Graph.Row(edge).Kind switch
    {
        var kind when IsMeans(kind) => Means,
        StakeKind.Equity => Stated(edge),
        // Votes beside capital of the same holder are not added to it; most of them control.
        StakeKind.Votes => Stated(edge) > ShareBounds.Whole / 2 ? Means : HasCapital(edge) ? 0 : Stated(edge),
        StakeKind.Trust or StakeKind.Nominee or StakeKind.Other => Certain ? 0 : Stated(edge),
        StakeKind.Influence => Certain ? 0 : Means,
        _ => 0,
    };

    private bool HasCapital(int edge) => HasBeside(edge, StakeKind.Equity);
}
