using System.Collections.Immutable;

namespace Rubicon.Review;

/// <summary>A duty of a mitigation agreement: once, or again every so many months.</summary>
/// <param name="Id">Its id in the case.</param>
/// <param name="Text">What the party has to do.</param>
/// <param name="First">The first due day.</param>
/// <param name="EveryMonths">Months between due days, or 0 when it is done once.</param>
/// <param name="Until">The last day on which it can fall due, or null.</param>
public sealed record MitigationDuty(string Id, string Text, DateOnly First, int EveryMonths, DateOnly? Until)
{
    /// <summary>The most due days that are counted: a duty that comes monthly for a hundred years.</summary>
    public const int MostDueDays = 1200;

    /// <summary>Due days up to a day, that day inside, and the next one after it. A day that a month lacks becomes the month's last; later ones are counted from the first.</summary>
    public IEnumerable<DateOnly> DueDays(DateOnly through)
    {
        for (int n = 0; n < MostDueDays; n++)
        {
            if ((long)n * EveryMonths > (long)(DateOnly.MaxValue.Year - First.Year) * 12) yield break;
            var due = First.AddMonths(n * EveryMonths);
            if (due > Until) yield break;
            yield return due;
            if (due > through || EveryMonths <= 0) yield break;
        }
    }

    /// <summary>How each due day stands: done in time, done late, overdue or ahead.</summary>
    /// <param name="reports">Which due day was done on which day.</param>
    /// <param name="asOf">The day asked about.</param>
    public ImmutableArray<DutyDay> Standing(IReadOnlyCollection<(DateOnly Due, DateOnly Done)> reports, DateOnly asOf)
    {
        var days = ImmutableArray.CreateBuilder<DutyDay>();
        foreach (var due in DueDays(asOf))
        {
            DateOnly? done = null;
            foreach (var report in reports)
                if (report.Due == due && report.Done <= asOf && (done is null || report.Done < done)) done = report.Done;
            days.Add(new DutyDay(due, done, done is { } day ? day <= due ? DutyState.Done : DutyState.DoneLate : due < asOf ? DutyState.Overdue : DutyState.Ahead));
        }
        return days.ToImmutable();
    }
}

/// <summary>How a due day of a duty stands. Numbers are written to the store and never change.</summary>
public enum DutyState
{
    /// <summary>The day has not passed.</summary>
    Ahead = 0,

    /// <summary>Done by the day.</summary>
    Done = 1,

    /// <summary>Done after the day.</summary>
    DoneLate = 2,

    /// <summary>The day has passed and nothing was reported.</summary>
    Overdue = 3,
}

/// <summary>One due day of a duty.</summary>
/// <param name="Due">The day.</param>
/// <param name="Done">When it was done, or null.</param>
/// <param name="State">How it stands.</param>
public sealed record DutyDay(DateOnly Due, DateOnly? Done, DutyState State);
