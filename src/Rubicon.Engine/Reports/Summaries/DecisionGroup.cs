using Rubicon.Diagnostics;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;

namespace Rubicon.Reports.Summaries;

/// <summary>Records that are equal but for name, serial and place, and came to the same outcome.</summary>
public sealed class DecisionGroup
{
    private readonly List<(SourceLocation Where, string Title)> _places = [];

    internal DecisionGroup(Decision first, long order)
    {
        First = first;
        Order = order;
    }

    /// <summary>The first of them; what is shown of the group is its words.</summary>
    public Decision First { get; }

    /// <summary>What they came to.</summary>
    public Outcome Outcome => First.Outcome;

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>Where the first of them stand, with their titles; at most <see cref="DecisionGroups.MostPlaces"/>.</summary>
    public IReadOnlyList<(SourceLocation Where, string Title)> Places => _places;

    /// <summary>Position of its first record among the groups, from 0.</summary>
    internal long Order { get; }

    /// <summary>False once it made room for a stricter one.</summary>
    internal bool IsKept { get; set; } = true;

    internal void Add(Decision decision)
    {
        Count++;
        if (_places.Count < DecisionGroups.MostPlaces) _places.Add((decision.Source, decision.Title));
    }
}
