using System.Collections.Immutable;
using Rubicon.Dates;

namespace Rubicon.Rules.Law;

/// <summary>An end that became known later than the beginning.</summary>
/// <param name="Known">The day from which it was known.</param>
/// <param name="To">The last day, inside; null when the end was taken back.</param>
public readonly record struct RevisedEnd(DateOnly Known, DateOnly? To);

/// <summary>
/// When something is in effect, on two axes: the days themselves, and what of it was known when. Nothing is known
/// before <see cref="Known"/>.
/// </summary>
/// <param name="Known">First day on which the text could be known.</param>
/// <param name="From">First day of effect, inside.</param>
/// <param name="To">Last day of effect as first published, inside; null when none was.</param>
/// <param name="Revised">Later knowledge of the end, in order of <see cref="RevisedEnd.Known"/>.</param>
public sealed record Effective(DateOnly Known, DateOnly From, DateOnly? To, ImmutableArray<RevisedEnd> Revised)
{
    /// <summary>The last day as known on a day; null when there is none.</summary>
    public DateOnly? EndAsKnown(DateOnly knownAt)
    {
        var end = To;
        foreach (var revision in Revised)
            if (revision.Known <= knownAt) end = revision.To;
        return end;
    }

    /// <summary>True when, as known on <paramref name="knownAt"/>, it is in effect on <paramref name="day"/>.</summary>
    public bool Holds(DateOnly day, DateOnly knownAt) =>
        Known <= knownAt && From <= day && (EndAsKnown(knownAt) is not { } end || day <= end);

    /// <summary>The days as known in the end; null when a revision left none (an end before the start).</summary>
    public Period? Final
    {
        get
        {
            var end = EndAsKnown(DateOnly.MaxValue);
            return end < From ? null : new Period(From, end);
        }
    }
}
