namespace Rubicon.Reports.Pictures;

/// <summary>
/// Places nodes in layers so that edges lead downwards, but for those that close a cycle, and orders each layer so that edges cross little. The same input gives the same
/// places.
/// </summary>
internal sealed class LayeredLayout
{
    private const int Sweeps = 8;

    private readonly int[] _layer;
    private readonly HashSet<(int, int)> _back = [];

    /// <summary>Lays out nodes 0 to <paramref name="nodes"/> - 1.</summary>
    public LayeredLayout(int nodes, IReadOnlyList<(int From, int To)> edges)
    {
        var down = edges.Where(e => e.From != e.To).Distinct().ToLookup(e => e.From, e => e.To);
        FindBackEdges(nodes, down);
        var forward = edges.Where(e => e.From != e.To).Distinct().Select(e => _back.Contains(e) ? (From: e.To, To: e.From) : e).Distinct().ToList();
        _layer = LayersOf(nodes, forward);
        Layers = [.. Enumerable.Range(0, nodes).GroupBy(n => _layer[n]).OrderBy(g => g.Key).Select(g => g.ToArray())];
        Order(forward);
    }

    /// <summary>Nodes of each layer, from the top, each from the left.</summary>
    public int[][] Layers { get; }

    /// <summary>The layer of a node.</summary>
    public int LayerOf(int node) => _layer[node];

    private void FindBackEdges(int nodes, ILookup<int, int> down)
    {
        // 0 not begun, 1 begun, 2 done; without recursion, since chains may be long.
        int[] state = new int[nodes];
        int[] starts = [.. Enumerable.Range(0, nodes).OrderBy(n => down.Any(g => g.Contains(n)) ? 1 : 0).ThenBy(n => n)];
        foreach (int start in starts)
        {
            if (state[start] != 0) continue;
            var calls = new Stack<(int Node, IEnumerator<int> Next)>([(start, down[start].GetEnumerator())]);
            state[start] = 1;
            while (calls.TryPeek(out var call))
            {
                if (!call.Next.MoveNext())
                {
                    state[call.Node] = 2;
                    calls.Pop();
                }
                else if (state[call.Next.Current] == 1)
                {
                    _back.Add((call.Node, call.Next.Current));
                }
                else if (state[call.Next.Current] == 0)
                {
                    state[call.Next.Current] = 1;
                    calls.Push((call.Next.Current, down[call.Next.Current].GetEnumerator()));
                }
            }
        }
    }

    /// <summary>Longest paths from the top; then tops move down to just above what they hold.</summary>
    private static int[] LayersOf(int nodes, List<(int From, int To)> forward)
    {
        int[] layer = new int[nodes];
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (var (from, to) in forward)
                if (layer[to] <= layer[from])
                {
                    layer[to] = layer[from] + 1;
                    changed = true;
                }
        }
        foreach (int top in Enumerable.Range(0, nodes).Where(n => forward.All(e => e.To != n) && forward.Any(e => e.From == n)))
            layer[top] = forward.Where(e => e.From == top).Min(e => layer[e.To]) - 1;
        return layer;
    }

    private void Order(List<(int From, int To)> forward)
    {
        double[] place = new double[_layer.Length];
        foreach (int[] nodes in Layers)
            for (int i = 0; i < nodes.Length; i++) place[nodes[i]] = i;
        for (int sweep = 0; sweep < Sweeps; sweep++)
        {
            bool downwards = sweep % 2 == 0;
            foreach (int[] nodes in downwards ? Layers : Layers.Reverse())
            {
                double Middle(int node)
                {
                    var near = forward.Where(e => (downwards ? e.To : e.From) == node).Select(e => place[downwards ? e.From : e.To]).ToList();
                    return near.Count == 0 ? place[node] : near.Average();
                }
                int[] sorted = [.. nodes.OrderBy(Middle).ThenBy(n => place[n]).ThenBy(n => n)];
                for (int i = 0; i < sorted.Length; i++)
                {
                    nodes[i] = sorted[i];
                    place[sorted[i]] = i - ((sorted.Length - 1) / 2.0);
                }
            }
        }
    }
}
