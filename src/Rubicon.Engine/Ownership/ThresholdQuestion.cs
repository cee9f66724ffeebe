using System.Collections.Immutable;

namespace Rubicon.Ownership;

/// <summary>
/// One question to a measure with a bar: do these listed reach this party? Looks only at what stands above the party, so that an answer over millions of stakes
/// takes as long as its own neighborhood.
/// </summary>
internal sealed class ThresholdQuestion
{
    /// <summary>Missing facts looked at one by one; more would not be asked for either.</summary>
    private const int MostMissing = 40;

    private readonly OwnershipGraph _graph;
    private readonly int _party;
    private readonly int[] _listed;
    private readonly int[] _maybeListed;
    private readonly HashSet<int> _above;
    private readonly Func<bool, (int Edge, long Share), Counting> _counting;
    private readonly string _bar;
    private readonly Capture _certain;
    private readonly Capture _possible;

    /// <summary>Asks.</summary>
    /// <param name="graph">The stakes of the day.</param>
    /// <param name="listed">Numbers of the listed that count together.</param>
    /// <param name="party">The party asked about.</param>
    /// <param name="counting">Makes the counting of a run: certain or possible, and a share that is supposed.</param>
    /// <param name="bar">The bar in words.</param>
    /// <param name="nobodyToo">True when a holder whom nobody named may be one of the listed.</param>
    public ThresholdQuestion(
        OwnershipGraph graph, IEnumerable<int> listed, int party, Func<bool, (int Edge, long Share), Counting> counting, string bar, bool nobodyToo = true)
    {
        (_graph, _party, _counting, _bar) = (graph, party, counting, bar);
        _above = Upward.Of(graph, party);
        _listed = [.. listed.Where(_above.Contains).Distinct()];
        _maybeListed = nobodyToo ? [.. Upward.NobodyNamed(graph, _above).Except(_listed)] : [];
        _certain = Run(true, (-1, 0));
        _possible = Run(false, (-1, 0));
    }

    /// <summary>The answer, with what carries it and what is missing.</summary>
    public OwnershipAnswer Answer()
    {
        var (surely, perhaps) = (_certain.SumOf(_party), _possible.SumOf(_party));
        ShareBounds? share = perhaps >= Counting.Means ? null : Bounds(surely, perhaps);
        if (_certain.Holds(_party))
            return new OwnershipAnswer(OwnershipTruth.Certain, Edges(_certain.PathTo(_party)), [], share, surely >= Counting.Means ? $"{_bar}: reached by a stated means" : $"{_bar}: reached, {share}");
        if (!_possible.Holds(_party)) return new OwnershipAnswer(OwnershipTruth.No, [], [], share, $"{_bar}: not reached, {share}");
        var path = _possible.PathTo(_party);
        var missing = Missing(path);
        string depends = missing is [{ Identity: true }, ..] ? "depends on who holds shares whose holder is not named" : "depends on shares that are not known";
        return new OwnershipAnswer(OwnershipTruth.Possible, Edges(path), missing, share, $"{_bar}: {depends}{(share is null || share == ShareBounds.Unknown ? "" : $", {share}")}");
    }

    private Capture Run(bool certain, (int Edge, long Share) supposed, bool nobodyToo = true) =>
        new(_counting(certain, supposed), certain || !nobodyToo ? _listed : _listed.Concat(_maybeListed), _above);

    private ImmutableArray<StakeEdge> Edges(List<int> path) => [.. path.Select(_graph.EdgeOf)];

    /// <summary>
    /// Facts on the path that are not known, the one first that settles the question by itself whatever it turns out to be, then those that can settle it one way.
    /// </summary>
    private ImmutableArray<MissingStake> Missing(List<int> path)
    {
        var missing = new List<(int Rank, int Place, MissingStake Stake)>();
        foreach (int edge in path.Take(MostMissing))
        {
            if (_maybeListed.Contains(_graph.Owner(edge))) missing.Add((WithoutNobody() ? 1 : 2, missing.Count, Holder(edge)));
            else if (Supposable(edge) is { } range) missing.Add(Share(edge, range, missing.Count));
        }
        return [.. missing.OrderBy(m => m.Rank).ThenBy(m => m.Place).Select(m => m.Stake)];
    }

    private bool WithoutNobody() => !Run(false, (-1, 0), nobodyToo: false).Holds(_party);

    private MissingStake Holder(int edge)
    {
        var stake = _graph.EdgeOf(edge);
        return new MissingStake(stake.OwnerName, stake.OwnedName, stake.Share,
            $"who this holder of {stake.OwnedName} is: if it is one of the listed, or somebody they reach, its {stake.Share} counts; if not, it does not")
        { Identity = true };
    }

    private (int Rank, int Place, MissingStake Stake) Share(int edge, (long Least, long Most) range, int place)
    {
        var stake = _graph.EdgeOf(edge);
        bool yes = Run(true, (edge, range.Most)).Holds(_party), no = !Run(false, (edge, range.Least)).Holds(_party);
        long others = Others(_certain, edge);
        string bar = ShareBounds.Percent(Math.Max(0, _counting(true, (-1, 0)).Bar - others - (Strict ? 1 : 0)));
        string reach = Strict ? $"more than {bar} %" : $"{bar} % or more";
        string less = Strict ? $"{bar} % or less" : "less";
        string settles = (yes, no) switch
        {
            (true, true) => $"{reach} of {stake.OwnedName} would reach the bar there; {less} would not",
            (true, false) => $"{reach} of {stake.OwnedName} would reach the bar there and settle it; otherwise it depends on the rest",
            (false, true) => $"{ShareBounds.Percent(range.Least)} % of {stake.OwnedName} would settle that it is not reached; more leaves it open",
            _ => $"{reach} of {stake.OwnedName} would reach the bar there; by itself it settles nothing",
        };
        return (yes && no ? 0 : yes || no ? 1 : 3, place, new MissingStake(stake.OwnerName, stake.OwnedName, stake.Share, settles));
    }

    private bool Strict => _counting(true, (-1, 0)).IsMoreThan;

    // What the other members surely hold counts towards the bar: the rest is what this stake would have to be.
    private long Others(Capture certain, int edge)
    {
        long sum = 0;
        foreach (int other in _graph.In(_graph.Owned(edge)))
            if (other != edge && certain.Counts(_graph.Owner(other)) && !_graph.Row(other).IsIndirect) sum += Math.Max(0, certain.WeightOf(other));
        return sum;
    }

    /// <summary>What the edge may count at least and at most; null when that is one figure.</summary>
    private (long Least, long Most)? Supposable(int edge)
    {
        long least = _certain.WeightOf(edge), most = _possible.WeightOf(edge);
        return least == most ? null : (least, most);
    }

    private static ShareBounds Bounds(long least, long most) =>
        ShareBounds.OfUnits(Math.Min(ShareBounds.Whole, least), Math.Min(ShareBounds.Whole, Math.Max(least, most)));
}
