namespace Rubicon.Ownership;

/// <summary>
/// The equations of integrated shares, v(j) = sum over i of v(i) a(i, j) with v = 1 for the owners, solved one strongly connected component after the other in the order in
/// which stakes lead. The least shares are those stated at least; for the largest each entity gives what is not stated to those holders of whom the owners have most.
/// </summary>
internal sealed class ShareEquations
{
    private const double Settled = 1e-14;
    private const int LargestDense = 300;
    private const int MostRounds = 100_000;
    private const int MostChoices = 200;

    private readonly OwnershipGraph _graph;
    private readonly SharePaths _paths;
    private readonly bool _most;
    private readonly Dictionary<int, Column> _columns;
    private readonly Dictionary<int, double> _values;

    public ShareEquations(SharePaths paths, HashSet<int> owners, HashSet<int> nodes, bool most)
    {
        (_paths, _graph, _most) = (paths, paths.Graph, most);
        _columns = nodes.Where(n => !owners.Contains(n)).ToDictionary(n => n, n => ColumnOf(n, nodes));
        _values = nodes.ToDictionary(n => n, n => owners.Contains(n) ? 1.0 : 0.0);
    }

    /// <summary>The share in a party, 0 to 1.</summary>
    public double Solve(int party)
    {
        foreach (int[] component in Components.InOrder([.. _columns.Keys.Order()], n => _columns[n].Held.Select(h => h.Owner).Where(_columns.ContainsKey)))
        {
            if (component.Length == 1 && !_columns[component[0]].Held.Any(h => h.Owner == component[0])) _values[component[0]] = Value(component[0]);
            else if (component.Length <= LargestDense && !(_most && component.Any(n => _columns[n].IsOver))) Choose(component);
            else Iterate(component);
        }
        return _values[party];
    }

    private Column ColumnOf(int entity, HashSet<int> nodes)
    {
        var held = new List<Holding>();
        double sure = 0, self = (_most ? _graph.SelfShare(entity).Maximum : _graph.SelfShare(entity).Minimum) / (double)ShareBounds.Whole;
        var capital = new Dictionary<int, double>();
        foreach (int edge in _graph.In(entity))
            if (_graph.Row(edge).Kind == StakeKind.Equity && _paths.Counts(edge)) capital[_graph.Owner(edge)] = Fraction(_graph.Maximum(edge));
        foreach (int edge in _graph.In(entity))
        {
            if (!_paths.Counts(edge)) continue;
            bool isEquity = _graph.Row(edge).Kind == StakeKind.Equity;
            double least = isEquity ? Fraction(_graph.Minimum(edge)) : 0, most = Fraction(_graph.Maximum(edge));
            // What a holder has of another kind beside its capital may be the same once more.
            if (!isEquity) most = Math.Max(0, most - capital.GetValueOrDefault(_graph.Owner(edge)));
            sure += least;
            if (nodes.Contains(_graph.Owner(edge))) held.Add(new Holding(_graph.Owner(edge), least, most));
        }
        // Shares that an entity holds in itself belong to its other holders in proportion.
        if (_most) self = Math.Max(Fraction(_graph.SelfShare(entity).Minimum), Math.Min(self, 1 - sure));
        return new Column(held, sure, self);
    }

    private static double Fraction(long units) => units / (double)ShareBounds.Whole;

    private double Value(int entity) => Math.Min(1, Shares(entity).Sum(s => _values[s.Owner] * s.Share));

    /// <summary>The shares that hold: the least, or with what is open given to the best holders first.</summary>
    private IEnumerable<(int Owner, double Share)> Shares(int entity)
    {
        var column = _columns[entity];
        // Shares over the whole in sum: which of them is wrong is not known. The least is their proportion, the most is what is stated.
        double whole = _most ? 1 : Math.Max(1, column.Sure + column.Self), outside = Math.Max(1e-12, 1 - (column.Self / whole));
        if (!_most) return column.Held.Select(h => (h.Owner, h.Least / whole / outside));
        double open = Math.Max(0, 1 - column.Sure - column.Self);
        var shares = new List<(int, double)>(column.Held.Count);
        foreach (var holding in column.Held.OrderByDescending(h => _values[h.Owner]))
        {
            double more = Math.Min(open, holding.Most - holding.Least);
            open -= more;
            shares.Add((holding.Owner, (holding.Least + more) / whole / outside));
        }
        return shares;
    }

    /// <summary>Solves exactly for the choice of shares; a better choice for the values found is solved again, until none is better.</summary>
    private void Choose(int[] component)
    {
        for (int round = 0; round < MostChoices; round++)
        {
            double[] solved = Dense(component);
            double change = 0;
            for (int i = 0; i < component.Length; i++)
            {
                change = Math.Max(change, Math.Abs(solved[i] - _values[component[i]]));
                _values[component[i]] = solved[i];
            }
            if (!_most || change < Settled) return;
        }
    }

    /// <summary>Gauss elimination with row pivots of (I - A) v = b inside a component; a closed ring without a holder outside has the value 0.</summary>
    private double[] Dense(int[] component)
    {
        int n = component.Length;
        var place = component.Select((node, i) => (node, i)).ToDictionary(p => p.node, p => p.i);
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++)
        {
            double[] row = rows[i] = new double[n + 1];
            row[i] = 1;
            foreach (var (owner, share) in Shares(component[i]))
                if (place.TryGetValue(owner, out int j)) row[j] -= share;
                else row[n] += _values[owner] * share;
        }
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
                if (Math.Abs(rows[i][k]) > Math.Abs(rows[pivot][k])) pivot = i;
            (rows[k], rows[pivot]) = (rows[pivot], rows[k]);
            if (Math.Abs(rows[k][k]) < 1e-11) return Iterated(component);
            for (int i = k + 1; i < n; i++)
            {
                double factor = rows[i][k] / rows[k][k];
                if (factor == 0) continue;
                for (int j = k; j <= n; j++) rows[i][j] -= factor * rows[k][j];
            }
        }
        double[] solved = new double[n];
        for (int i = n - 1; i >= 0; i--)
        {
            double sum = rows[i][n];
            for (int j = i + 1; j < n; j++) sum -= rows[i][j] * solved[j];
            solved[i] = Math.Clamp(sum / rows[i][i], 0, 1);
        }
        return solved;
    }

    // The least solution by rounds that only grow: what a singular component has.
    private double[] Iterated(int[] component)
    {
        foreach (int node in component) _values[node] = 0;
        Iterate(component);
        return [.. component.Select(c => _values[c])];
    }

    private void Iterate(int[] component)
    {
        for (int round = 0; round < MostRounds; round++)
        {
            double change = 0;
            foreach (int node in component)
            {
                double value = Value(node);
                change = Math.Max(change, Math.Abs(value - _values[node]));
                _values[node] = value;
            }
            if (change < Settled) return;
        }
    }

    private readonly record struct Holding(int Owner, double Least, double Most);

    private sealed record Column(List<Holding> Held, double Sure, double Self)
    {
        public bool IsOver => Sure + Self > 1 + 1e-12;
    }
}
