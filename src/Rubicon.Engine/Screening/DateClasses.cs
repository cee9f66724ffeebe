using Rubicon.Rules.Conditions;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Screening;

/// <summary>
/// Days that no rule tells apart, per date fact: decisions over them are shared. Read off the bounds of all conditions; for the day
/// of the act also off the first and last days of all versions and entries, those of imported lists among them, because it can be the law date.
/// </summary>
internal sealed class DateClasses
{
    private readonly Dictionary<int, DateOnly[]> _starts = [];

    public DateClasses(LawBook law, IEnumerable<DateOnly> standing)
    {
        var starts = new Dictionary<int, SortedSet<DateOnly>>();
        SortedSet<DateOnly> Of(Fact fact)
        {
            if (!starts.TryGetValue(fact.Index, out var set)) starts[fact.Index] = set = [];
            return set;
        }
        void Bound(Condition condition)
        {
            if (condition is not DateWithin within) return;
            if (within.From is { } from) Of(within.Fact).Add(from);
            if (within.To is { } to) Of(within.Fact).Add(to.AddDays(1));
        }
        void Ends(Effective effective)
        {
            var set = Of(law.Catalog.ActDate);
            set.Add(effective.From);
            foreach (var end in effective.Revised.Select(r => r.To).Append(effective.To))
                if (end is { } to && to < DateOnly.MaxValue) set.Add(to.AddDays(1));
        }
        foreach (var version in law.Provisions.SelectMany(p => p.Versions))
        {
            Ends(version.Effective);
            foreach (var condition in version.Parts.SelectMany(p => p.Walk()))
            {
                Bound(condition);
                if (condition is CoveredCondition { DaysAfterListing: > 0 } covered)
                    foreach (var entry in covered.Lists.SelectMany(l => law.List(l).Entries)) Of(law.Catalog.ActDate).Add(After(entry.Effective.From, covered.DaysAfterListing));
            }
        }
        foreach (var entry in law.Lists.SelectMany(l => l.Entries))
        {
            Ends(entry.Effective);
            if (entry.When is null) continue;
            foreach (var condition in entry.When.Walk()) Bound(condition);
        }
        foreach (var status in law.Packs.SelectMany(p => p.Instruments).SelectMany(i => i.Status)) Of(law.Catalog.ActDate).Add(status.From);
        foreach (var pack in law.Packs) Of(law.Catalog.ActDate).Add(After(pack.MaintainedAsOf, 1));
        foreach (var day in standing) Of(law.Catalog.ActDate).Add(day);
        foreach (var (fact, set) in starts) _starts[fact] = [.. set];
    }

    /// <summary>So many days later, or the last day of the calendar: a draft may state any day.</summary>
    private static DateOnly After(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Min(day.DayNumber + days, DateOnly.MaxValue.DayNumber));

    /// <summary>The number of bounds on or before the day: equal for days that no rule tells apart.</summary>
    public int ClassOf(Fact fact, DateOnly day)
    {
        if (!_starts.TryGetValue(fact.Index, out var starts)) return 0;
        int at = Array.BinarySearch(starts, day);
        return at >= 0 ? at + 1 : ~at;
    }
}
