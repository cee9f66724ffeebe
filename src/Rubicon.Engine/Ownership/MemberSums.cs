namespace Rubicon.Ownership;

/// <summary>What members hold together in an entity: the sum that a bar is compared with. One instance serves one counting.</summary>
internal sealed class MemberSums(Counting counting)
{
    private readonly OwnershipGraph _graph = counting.Graph;
    private StatedTotals? _totals;

    /// <summary>The sum over all holders that count.</summary>
    public long Of(int entity, Func<int, bool> counts)
    {
        var held = counting.HoldersOf(entity);
        long sum = 0, sure = 0;
        bool totals = false;
        foreach (int edge in _graph.In(entity))
        {
            if (!counts(_graph.Owner(edge))) continue;
            if (_graph.Row(edge).IsIndirect)
            {
                totals = true;
                continue;
            }
            sum = Math.Min(Counting.Means, sum + Math.Max(0, counting.WeightOf(edge, held)));
            sure += counting.Sure(edge, held);
        }
        return Reached(entity, held, sum, sure, totals, counts);
    }

    /// <summary>The sum with totals, and with what others surely hold taken from what is open.</summary>
    public long Reached(int entity, in HeldEntity held, long sum, long sureOfMembers, bool hasTotals, Func<int, bool> counts)
    {
        if (hasTotals) sum = Math.Max(sum, (_totals ??= new StatedTotals(_graph, counting.Certain)).SumOf(counting, entity, held, counts));
        if (counting.Certain || sum >= Counting.Means) return sum;
        // "50 per cent or more is held by somebody else" leaves at most half, however little is known of the rest. Others that hold more than the whole
        // are a fault of the data: nothing is concluded from it.
        return held.Sure > ShareBounds.Whole ? sum : Math.Min(sum, ShareBounds.Whole - held.Sure + sureOfMembers);
    }
}
