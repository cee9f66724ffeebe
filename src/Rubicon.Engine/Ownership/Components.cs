namespace Rubicon.Ownership;

/// <summary>Strongly connected components by Tarjan's algorithm, without recursion: chains of a hundred thousand entities do not exhaust the stack.</summary>
internal static class Components
{
    /// <summary>Components in an order in which what a node depends on comes before it.</summary>
    /// <param name="nodes">The nodes, in the order in which they are begun.</param>
    /// <param name="dependsOn">What a node depends on.</param>
    public static List<int[]> InOrder(IReadOnlyList<int> nodes, Func<int, IEnumerable<int>> dependsOn)
    {
        var found = new List<int[]>();
        var index = new Dictionary<int, int>();
        var low = new Dictionary<int, int>();
        var stack = new Stack<int>();
        var onStack = new HashSet<int>();
        var calls = new Stack<(int Node, IEnumerator<int> Next)>();
        foreach (int start in nodes)
        {
            if (!index.ContainsKey(start)) Begin(start);
            while (calls.TryPeek(out var call))
            {
                if (call.Next.MoveNext())
                {
                    int next = call.Next.Current;
                    if (!index.TryGetValue(next, out int at)) Begin(next);
                    else if (onStack.Contains(next)) low[call.Node] = Math.Min(low[call.Node], at);
                    continue;
                }
                calls.Pop();
                if (calls.TryPeek(out var caller)) low[caller.Node] = Math.Min(low[caller.Node], low[call.Node]);
                if (low[call.Node] == index[call.Node]) found.Add(Component(call.Node));
            }
        }
        return found;

        void Begin(int node)
        {
            index[node] = low[node] = index.Count;
            stack.Push(node);
            onStack.Add(node);
            calls.Push((node, dependsOn(node).GetEnumerator()));
        }

        int[] Component(int root)
        {
            var component = new List<int>();
            for (int node = -1; node != root;)
            {
                node = stack.Pop();
                onStack.Remove(node);
                component.Add(node);
            }
            return [.. component.Order()];
        }
    }
}
