using System.Collections.Immutable;

namespace Rubicon.Review;

/// <summary>Where a case stands on a day.</summary>
/// <param name="State">Its state; null before the step that opens it.</param>
/// <param name="Clocks">Its clocks that have started, in the order of the procedure.</param>
/// <param name="Steps">Every step that the state allows, with what still stands in its way.</param>
public sealed record CaseStanding(ProcedureState? State, ImmutableArray<RunningClock> Clocks, ImmutableArray<PossibleStep> Steps)
{
    /// <summary>The clock of that id, or null when it has not started.</summary>
    public RunningClock? FindClock(string id) => Clocks.FirstOrDefault(c => c.Clock.Id == id);
}

/// <summary>How a clock stands. Numbers are written to the store and never change.</summary>
public enum ClockState
{
    /// <summary>Its day has not passed.</summary>
    Running = 0,

    /// <summary>What it asks for was done in time.</summary>
    Met = 1,

    /// <summary>What it asks for was done after its day.</summary>
    MetLate = 2,

    /// <summary>Its day has passed and what it asks for was not done.</summary>
    Lapsed = 3,

    /// <summary>Its day has come, and it was there to wait for or to keep up; or the case ended before its day.</summary>
    Over = 4,

    /// <summary>No text counts it on the day asked about.</summary>
    NotCounted = 5,
}

/// <summary>A clock that has started.</summary>
/// <param name="Clock">Which.</param>
/// <param name="Started">The day of the event that started it last.</param>
/// <param name="Due">Its day; null when no text counts it, or the day lies beyond the calendar.</param>
/// <param name="Arithmetic">How the day was counted, and each extension.</param>
/// <param name="State">How it stands.</param>
/// <param name="Ended">The day on which it was met, or null.</param>
/// <param name="Version">The text that counts it, or null.</param>
public sealed record RunningClock(ProcedureClock Clock, DateOnly Started, DateOnly? Due, string Arithmetic, ClockState State, DateOnly? Ended, ClockVersion? Version)
{
    /// <summary>Days from a day to the due day; negative after it, null without one.</summary>
    public int? DaysLeft(DateOnly day) => Due is { } due ? due.DayNumber - day.DayNumber : null;
}

/// <summary>A step that the state allows.</summary>
/// <param name="Step">Which.</param>
/// <param name="Version">The text that gives it.</param>
/// <param name="From">The first day on which it can be taken as things stand; null when it cannot.</param>
/// <param name="Why">What stands in its way on the day asked about, or null.</param>
public sealed record PossibleStep(ProcedureStep Step, StepVersion Version, DateOnly? From, string? Why);
