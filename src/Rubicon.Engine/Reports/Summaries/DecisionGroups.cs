using Rubicon.Rules.Evaluation;
using Rubicon.Screening;

namespace Rubicon.Reports.Summaries;

/// <summary>
/// Collects decisions into groups of equal records for reports that people read. Memory is bounded: at most
/// <see cref="MostGroups"/> groups are kept, the strictest ones, and what is left out is counted by outcome.
/// Not thread-safe.
/// </summary>
public sealed class DecisionGroups
{
    /// <summary>At most this many groups are kept.</summary>
    public const int MostGroups = 5000;

    /// <summary>Texts of keys remembered at a time.</summary>
    private const int MostTexts = 100_000;

    /// <summary>At most this many places of a group are kept.</summary>
    public const int MostPlaces = 20;

    private readonly Dictionary<(Outcome Outcome, string Key), DecisionGroup> _groups = [];

    /// <summary>
    /// Groups by the text of the key itself, null for one that is not kept: equal records mostly share it, and a long text need not be read for each.
    /// </summary>
    private readonly Dictionary<string, DecisionGroup?> _byText = new(ReferenceEqualityComparer.Instance);

    private readonly SortedDictionary<int, Stack<DecisionGroup>> _byRank = [];
    private readonly SortedDictionary<int, (Outcome Outcome, long Count)> _leftOut = [];
    private long _next;

    /// <summary>Strictest first; records that were not assessed come before allowed ones, because they may hide anything.</summary>
    public static int Rank(Outcome outcome) => outcome switch
    {
        Outcome.Prohibited => 0,
        Outcome.LicenseRequired => 1,
        Outcome.Review => 2,
        Outcome.NotAssessed => 3,
        _ => 4,
    };

    /// <summary>The groups, strictest first, then in the order in which they were first met.</summary>
    public IEnumerable<DecisionGroup> Groups =>
        _groups.Values.OrderBy(g => Rank(g.Outcome)).ThenBy(g => g.Order);

    /// <summary>How many groups are kept.</summary>
    public int Count => _groups.Count;

    /// <summary>Records whose groups are not kept, by outcome, strictest first; empty when all are.</summary>
    public IEnumerable<(Outcome Outcome, long Count)> LeftOut => _leftOut.Values;

    /// <summary>Adds one decision.</summary>
    public void Add(Decision decision)
    {
        if (!_byText.TryGetValue(decision.GroupKey, out var group) || (group is not null && group.Outcome != decision.Outcome)) group = Find(decision);
        if (group is { IsKept: true }) group.Add(decision);
        else LeaveOut(decision.Outcome, 1);
    }

    /// <summary>The group of a decision, made if need be; null when there is no room for it, now and later: the mildest outcome kept never gets milder.</summary>
    private DecisionGroup? Find(Decision decision)
    {
        var key = (decision.Outcome, decision.GroupKey);
        if (!_groups.TryGetValue(key, out var group) && (_groups.Count < MostGroups || MakeRoom(decision.Outcome)))
        {
            _groups.Add(key, group = new DecisionGroup(decision, _next++));
            int rank = Rank(decision.Outcome);
            if (!_byRank.TryGetValue(rank, out var stack)) _byRank[rank] = stack = new Stack<DecisionGroup>();
            stack.Push(group);
        }
        if (_byText.Count >= MostTexts) _byText.Clear();
        return _byText[decision.GroupKey] = group;
    }

    /// <summary>
    /// Drops the newest group of the mildest outcome if it is milder than the one that wants in. A dropped group cannot come
    /// back in parts: the mildest outcome kept never gets milder.
    /// </summary>
    private bool MakeRoom(Outcome outcome)
    {
        var (rank, stack) = _byRank.Last();
        if (rank <= Rank(outcome)) return false;
        var dropped = stack.Pop();
        dropped.IsKept = false;
        if (stack.Count == 0) _byRank.Remove(rank);
        _groups.Remove((dropped.Outcome, dropped.First.GroupKey));
        LeaveOut(dropped.Outcome, dropped.Count);
        return true;
    }

    private void LeaveOut(Outcome outcome, long count)
    {
        long before = _leftOut.TryGetValue(Rank(outcome), out var known) ? known.Count : 0;
        _leftOut[Rank(outcome)] = (outcome, before + count);
    }
}
