using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Rules.Law;

namespace Rubicon.Review;

/// <summary>What the day of a clock means. Numbers are written to the store and never change.</summary>
public enum ClockKind
{
    /// <summary>Something must be done on that day at the latest.</summary>
    Deadline = 0,

    /// <summary>Something may not be done before that day.</summary>
    Earliest = 1,

    /// <summary>Something must be kept up until that day; it is never late.</summary>
    Keep = 2,
}

/// <summary>A clock of a procedure. It is counted by a provision of the pack, by its own dated versions, or not at all while no version holds.</summary>
/// <param name="Id">Its id in the procedure.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Kind">What its day means.</param>
/// <param name="For">Who has to mind it.</param>
/// <param name="Start">Steps that start it, each time again; empty when the provision's date fact says so.</param>
/// <param name="Stop">Steps that meet it.</param>
/// <param name="RuleId">The provision that counts it, or null.</param>
/// <param name="Versions">Its own counts, where no provision has it.</param>
/// <param name="Extension">How it may be extended, or null when the rule does not allow that.</param>
/// <param name="Where">The place in the file.</param>
public sealed record ProcedureClock(
    string Id, string Title, ClockKind Kind, ReviewRole For, ImmutableArray<string> Start, ImmutableArray<string> Stop, string? RuleId,
    ImmutableArray<ClockVersion> Versions, ClockExtension? Extension, SourceLocation Where)
{
    /// <summary>
    /// How it is counted on a day as known on another: the provision's clock, or the clock's own version. Null when no text gives a count on that day.
    /// </summary>
    /// <param name="law">Where the provision stands.</param>
    /// <param name="day">The day.</param>
    /// <param name="knownAt">Only texts known by then.</param>
    /// <exception cref="KeyNotFoundException">The law has no such provision; reading checks that it has.</exception>
    public ClockVersion? VersionOn(LawBook law, DateOnly day, DateOnly knownAt)
    {
        if (RuleId is null) return Versions.LastOrDefault(v => v.Effective.Holds(day, knownAt));
        var provision = law.Provision(RuleId);
        return provision.VersionOn(day, knownAt) is { Clock: { } count } version
            ? new ClockVersion(version.Effective, count, version.Citation ?? provision.Citation, version.Status != LegalStatus.Unconfirmed, version.Note)
            : null;
    }
}

/// <summary>How a clock is counted over a period.</summary>
/// <param name="Effective">When the count holds, and when that was known.</param>
/// <param name="Count">How many of which unit; its words are the rule's.</param>
/// <param name="Citation">As a lawyer cites it.</param>
/// <param name="Confirmed">False when the text was not read and a person has to confirm the count.</param>
/// <param name="Note">What a reader should know, or null.</param>
public sealed record ClockVersion(Effective Effective, Clock Count, string Citation, bool Confirmed, string? Note);

/// <summary>How a rule lets a clock be extended.</summary>
/// <param name="By">Who may.</param>
/// <param name="Words">The words of the rule.</param>
/// <param name="Citation">Where they stand.</param>
public sealed record ClockExtension(ReviewRole By, string Words, string Citation);
