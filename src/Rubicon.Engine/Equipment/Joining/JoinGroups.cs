using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Equipment.Joining;

/// <summary>Records in groups of one device each, while keys are gone through from the surest to the least sure.</summary>
internal sealed class JoinGroups
{
    /// <summary>A key that more records share is no key of one device.</summary>
    private const int MostRecords = 1000;

    private readonly IReadOnlyList<Subject> _records;
    private readonly JoinKeys?[] _keys;
    private readonly int[] _root;
    private readonly List<int>?[] _members;
    private readonly List<Problem> _problems = [];

    public JoinGroups(IReadOnlyList<Subject> records)
    {
        _records = records;
        _keys = [.. records.Select(r => r.Kind == SubjectKind.Device ? new JoinKeys(r) : null)];
        _root = [.. Enumerable.Range(0, records.Count)];
        _members = [.. Enumerable.Range(0, records.Count).Select(i => new List<int> { i })];
    }

    /// <summary>What kept records apart.</summary>
    public ImmutableArray<Problem> Problems => [.. _problems];

    /// <summary>The records of the device whose first record this is, in their order; none for any later one.</summary>
    public List<int> MembersOf(int record) => _root[record] == record ? _members[record]! : [];

    /// <summary>One serial number is one device, unless one file gives it to two.</summary>
    public void BySerial()
    {
        foreach (var (serial, records) in Grouped(k => k.Serials))
        {
            if ((TwoOfOneFile(records) ?? TwoAgents(records)) is { } two)
                _problems.Add(new Problem(ProblemCatalog.OneSerialTwoDevices, _records[two.Second].Source, $"{Quote.Text(serial)} of {Quote.Text(_records[two.Second].First(Field.Name))} and of {Quote.Text(_records[two.First].First(Field.Name))} ({_records[two.First].Source})"));
            else
                UniteAll(records, sure: true);
        }
    }

    /// <summary>One address is one device, where serial numbers do not say otherwise.</summary>
    public void ByAddress()
    {
        foreach (var (_, records) in Grouped(k => k.Addresses))
            if (TwoOfOneFile(records) is null) UniteAll(records);
    }

    /// <summary>One host name is one device across files; within one file only for neighbors, which are named once a link.</summary>
    public void ByName()
    {
        foreach (var (_, records) in Grouped(k => k.Name is { } name ? [name] : Array.Empty<string>()))
        {
            // Two rows of an inventory with one name are two devices of one kind: the name tells them no further apart.
            bool ambiguous = records.Where(r => !_keys[r]!.IsNeighbor).GroupBy(r => _records[r].Source.File, StringComparer.Ordinal).Any(f => f.Select(r => _root[r]).Distinct().Count() > 1);
            if (!ambiguous) UniteAll(records, byName: true);
        }
    }

    private List<(TKey Key, List<int> Records)> Grouped<TKey>(Func<JoinKeys, IEnumerable<TKey>> keysOf) where TKey : notnull
    {
        var byKey = new Dictionary<TKey, List<int>>();
        var order = new List<(TKey, List<int>)>();
        for (int i = 0; i < _keys.Length; i++)
        {
            if (_keys[i] is not { } keys) continue;
            foreach (var key in keysOf(keys))
            {
                if (!byKey.TryGetValue(key, out var records)) order.Add((key, byKey[key] = records = []));
                records.Add(i);
            }
        }
        return [.. order.Where(g => g.Item2.Count is > 1 and <= MostRecords)];
    }

    private (int First, int Second)? TwoOfOneFile(List<int> records)
    {
        var named = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (int record in records)
        {
            if (_keys[record]!.Name is not { } name) continue;
            if (!named.TryAdd(_records[record].Source.File, record) && _keys[named[_records[record].Source.File]]!.Name != name) return (named[_records[record].Source.File], record);
        }
        return null;
    }

    private (int First, int Second)? TwoAgents(List<int> records)
    {
        int? first = null;
        foreach (int record in records)
        {
            if (_keys[record]!.Agent is not { } agent) continue;
            if (first is { } before && _keys[before]!.Agent != agent) return (before, record);
            first ??= record;
        }
        return null;
    }

    private void UniteAll(List<int> records, bool sure = false, bool byName = false)
    {
        for (int i = 1; i < records.Count; i++) Unite(_root[records[0]], _root[records[i]], sure, byName);
    }

    private void Unite(int one, int other, bool sure, bool byName)
    {
        if (one == other) return;
        if (Contradict(one, other, k => k.Agent is { } agent ? [agent] : Array.Empty<string>()) || Contradict(one, other, k => k.Product is { } product ? [product] : Array.Empty<string>()) || !sure && (Contradict(one, other, k => k.Serials) || byName && Contradict(one, other, k => k.Site is { } site ? [site] : Array.Empty<string>()))) return;
        var (first, later) = one < other ? (one, other) : (other, one);
        foreach (int member in _members[later]!) _root[member] = first;
        _members[first] = [.. _members[first]!.Concat(_members[later]!).Order()];
        _members[later] = null;
    }

    private bool Contradict(int one, int other, Func<JoinKeys, IEnumerable<string>> said)
    {
        var here = _members[one]!.SelectMany(m => said(_keys[m]!)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (here.Count == 0) return false;
        var there = _members[other]!.SelectMany(m => said(_keys[m]!)).ToList();
        return there.Count > 0 && !there.Exists(here.Contains);
    }
}
