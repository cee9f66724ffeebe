using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Rules.Conditions;

namespace Rubicon.Rules.Law;

/// <summary>The smallest citable rule, with its dated versions.</summary>
/// <param name="Id">Pack id, slash, name.</param>
/// <param name="PackId">The pack it belongs to.</param>
/// <param name="Title">One plain sentence.</param>
/// <param name="InstrumentId">The document it stands in.</param>
/// <param name="Citation">As a lawyer cites it.</param>
/// <param name="Versions">In order of effect.</param>
/// <param name="Where">The file.</param>
public sealed record Provision(
    string Id, string PackId, string Title, string InstrumentId, string Citation,
    ImmutableArray<ProvisionVersion> Versions, SourceLocation Where)
{
    /// <summary>
    /// The version that holds on a day as known on another, or null. Where several do (lint refuses it) the one known last
    /// wins.
    /// </summary>
    public ProvisionVersion? VersionOn(DateOnly day, DateOnly knownAt)
    {
        ProvisionVersion? found = null;
        foreach (var version in Versions)
            if (version.Effective.Holds(day, knownAt) && (found is null || version.Effective.Known >= found.Effective.Known))
                found = version;
        return found;
    }
}

/// <summary>The text of a provision over a period.</summary>
/// <param name="Effective">When it holds, and when that was known.</param>
/// <param name="Status">Anything but in force and unconfirmed is shown and never decides.</param>
/// <param name="Binds">Whom it binds, or null for everyone.</param>
/// <param name="Act">Which acts it speaks of, or null for any.</param>
/// <param name="When">What else must hold, or null.</param>
/// <param name="Effect">What it does when it fires.</param>
/// <param name="Unless">Ids of exceptions that defeat it.</param>
/// <param name="WaivableBy">Ids of waivers that defeat it.</param>
/// <param name="Obligations">Ids of duties that come with it.</param>
/// <param name="Clock">When a duty is due, or null.</param>
/// <param name="Do">What a duty asks for, or null.</param>
/// <param name="Note">What a reader should know: why unconfirmed, which readings differ; or null.</param>
/// <param name="Citation">The citation of this version where it differs, or null.</param>
/// <param name="Sources">What was read.</param>
/// <param name="Where">The place in the file.</param>
public sealed record ProvisionVersion(
    Effective Effective, LegalStatus Status, Condition? Binds, Condition? Act, Condition? When, Effect Effect,
    ImmutableArray<string> Unless, ImmutableArray<string> WaivableBy, ImmutableArray<string> Obligations,
    Clock? Clock, string? Do, string? Note, string? Citation, ImmutableArray<StatementSource> Sources, SourceLocation Where)
{
    /// <summary>The parts that must all hold, in reading order.</summary>
    public IEnumerable<Condition> Parts => new[] { Binds, Act, When }.OfType<Condition>();

    /// <summary>True when the version can decide: in force, or unconfirmed (which decides "review").</summary>
    public bool Decides => Status is LegalStatus.InForce or LegalStatus.Unconfirmed;
}

/// <summary>Units of a duty's clock. Numbers are written to reports and never change.</summary>
public enum ClockUnit
{
    /// <summary>Every day counts.</summary>
    CalendarDays = 0,

    /// <summary>Saturdays, Sundays and United States federal holidays do not count.</summary>
    BusinessDays = 1,

    /// <summary>The same day of a later month, or that month's last day.</summary>
    Months = 2,

    /// <summary>The same day of a later year; 29 February becomes 28.</summary>
    Years = 3,

    /// <summary>Hours; shown, and due on the day on which they end when counted from midnight.</summary>
    Hours = 4,
}

/// <summary>When a duty is due.</summary>
/// <param name="FromFact">Name of the date fact from which it runs, <c>as-of</c>, or null for a yearly one and for a day that the rule names.</param>
/// <param name="Add">How many units.</param>
/// <param name="Unit">Which unit.</param>
/// <param name="YearlyMonth">Month of a yearly day, or 0.</param>
/// <param name="YearlyDay">Day of a yearly day, or 0.</param>
/// <param name="Rolls">True when a due day that is no business day moves to the next one, because the text says so.</param>
/// <param name="Words">The words of the rule.</param>
/// <param name="On">The day itself, where the rule names one; then nothing is counted.</param>
public sealed record Clock(string? FromFact, int Add, ClockUnit Unit, int YearlyMonth, int YearlyDay, bool Rolls, string Words, DateOnly? On = null);
