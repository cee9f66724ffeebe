using System.Collections.Immutable;

namespace Rubicon.Reports.Summaries;

/// <summary>
/// Counts how often one and the same array comes by, and hands each on once with its count, in the order in which they were first
/// met: decisions of equal records share their arrays, and a million of them are folded like one. Bounded. Not thread-safe.
/// </summary>
/// <typeparam name="T">What the arrays hold.</typeparam>
/// <param name="fold">Takes an array and how often it came by.</param>
public sealed class SharedCounts<T>(Action<ImmutableArray<T>, long> fold)
{
    /// <summary>Arrays counted at a time; then all are handed on.</summary>
    private const int Most = 8192;

    private readonly Dictionary<ImmutableArray<T>, int> _places = [];
    private readonly List<(ImmutableArray<T> Items, long Count)> _counts = [];

    /// <summary>Counts one more; arrays are told apart by identity.</summary>
    public void Add(ImmutableArray<T> items)
    {
        if (items.IsEmpty) return;
        if (_places.TryGetValue(items, out int place))
        {
            _counts[place] = (items, _counts[place].Count + 1);
            return;
        }
        if (_counts.Count == Most) Flush();
        _places.Add(items, _counts.Count);
        _counts.Add((items, 1));
    }

    /// <summary>Hands on all that was counted.</summary>
    public void Flush()
    {
        foreach (var (items, count) in _counts) fold(items, count);
        _counts.Clear();
        _places.Clear();
    }
}
