namespace Rubicon.Ownership;

/// <summary>
/// Edges of one day in two orders: by holder and by entity. An edge goes by the number of its first row; further statements about the same stake
/// hang on it.
/// </summary>
internal sealed class EdgeIndex
{
    private readonly int[] _inStart;
    private readonly int[] _inEdge;
    private readonly int[] _outStart;
    private readonly int[] _outEdge;
    private readonly Dictionary<int, int[]> _merged;

    private EdgeIndex(int[] inStart, int[] inEdge, int[] outStart, int[] outEdge, Dictionary<int, int[]> merged, int[] selfRows) =>
        (_inStart, _inEdge, _outStart, _outEdge, _merged, SelfRows) = (inStart, inEdge, outStart, outEdge, merged, selfRows);

    /// <summary>Rows in which a party holds itself.</summary>
    public int[] SelfRows { get; }

    public ReadOnlySpan<int> In(int party) => party >= _inStart.Length - 1 ? [] : _inEdge.AsSpan(_inStart[party], _inStart[party + 1] - _inStart[party]);

    public ReadOnlySpan<int> Out(int party) => party >= _outStart.Length - 1 ? [] : _outEdge.AsSpan(_outStart[party], _outStart[party + 1] - _outStart[party]);

    /// <summary>Edges that several rows state.</summary>
    public IEnumerable<int> MergedEdges => _merged.Keys;

    public int[]? Merged(int edge) => _merged.Count == 0 ? null : _merged.GetValueOrDefault(edge);

    /// <summary>Two counting sorts: by holder, then by entity, so that the edges of one holder into one entity stand beside each other.</summary>
    public static EdgeIndex Of(StakeRegister register, int[]? same, int day)
    {
        int parties = register.Parties.Count;
        var self = new List<int>();
        int[] outStart = new int[parties + 1], inStart = new int[parties + 1];
        int Same(int party) => same is null ? party : same[party];
        for (int row = 0; row < register.Count; row++)
        {
            ref readonly var stake = ref register.Row(row);
            if (!stake.IsHeldOn(day)) continue;
            int owner = Same(stake.Owner), owned = Same(stake.Owned);
            if (owner == owned)
            {
                self.Add(row);
                continue;
            }
            outStart[owner + 1]++;
            inStart[owned + 1]++;
        }
        for (int party = 0; party < parties; party++)
        {
            outStart[party + 1] += outStart[party];
            inStart[party + 1] += inStart[party];
        }
        int[] outEdge = new int[outStart[parties]], inEdge = new int[inStart[parties]];
        int[] next = [.. outStart];
        for (int row = 0; row < register.Count; row++)
        {
            ref readonly var stake = ref register.Row(row);
            if (stake.IsHeldOn(day) && Same(stake.Owner) is var owner && owner != Same(stake.Owned)) outEdge[next[owner]++] = row;
        }
        Array.Copy(inStart, next, next.Length);
        foreach (int row in outEdge) inEdge[next[Same(register.Row(row).Owned)]++] = row;
        var index = new EdgeIndex(inStart, inEdge, outStart, outEdge, [], [.. self]);
        index.Merge(register, Same);
        return index;
    }

    private void Merge(StakeRegister register, Func<int, int> same)
    {
        var shadowed = new HashSet<int>();
        for (int party = 0; party + 1 < _inStart.Length; party++)
        {
            var edges = _inEdge.AsSpan(_inStart[party], _inStart[party + 1] - _inStart[party]);
            for (int from = 0, to; from < edges.Length; from = to)
            {
                int owner = same(register.Row(edges[from]).Owner);
                for (to = from + 1; to < edges.Length && same(register.Row(edges[to]).Owner) == owner; to++) { }
                if (to - from > 1) MergeOf(register, edges[from..to], shadowed);
            }
        }
        if (shadowed.Count == 0) return;
        Compress(_inStart, _inEdge, shadowed);
        Compress(_outStart, _outEdge, shadowed);
    }

    /// <summary>Statements of one holder about one entity: those of the same kind are one edge.</summary>
    private void MergeOf(StakeRegister register, Span<int> rows, HashSet<int> shadowed)
    {
        foreach (var group in rows.ToArray().GroupBy(r => (register.Row(r).KindNumber, register.Row(r).IsIndirect)).Where(g => g.Skip(1).Any()))
        {
            int[] all = [.. group.Order()];
            _merged[all[0]] = all;
            shadowed.UnionWith(all[1..]);
        }
    }

    private static void Compress(int[] start, int[] edges, HashSet<int> shadowed)
    {
        int write = 0, read = 0;
        for (int party = 0; party + 1 < start.Length; party++)
        {
            int end = start[party + 1];
            start[party] = write;
            for (; read < end; read++)
                if (!shadowed.Contains(edges[read])) edges[write++] = edges[read];
        }
        start[^1] = write;
    }
}
