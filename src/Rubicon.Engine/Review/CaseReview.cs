using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;

namespace Rubicon.Review;

/// <summary>
/// Works out where a case stands from its events. The same procedure, law, events and days give the same standing; nothing else is asked.
/// Steps are those of the text in force on the day asked about; a clock is counted by the text in force on that day, or on the day on which it was met.
/// </summary>
/// <param name="Law">The law whose provisions count clocks.</param>
/// <param name="Procedure">The procedure.</param>
public sealed record CaseReview(LawBook Law, Procedure Procedure)
{
    /// <summary>Where the case stands.</summary>
    /// <param name="events">What was done, in order.</param>
    /// <param name="asOf">The day asked about; events after it are not counted.</param>
    /// <param name="knownAt">Only texts known by then.</param>
    public CaseStanding Standing(IReadOnlyCollection<CaseEvent> events, DateOnly asOf, DateOnly knownAt)
    {
        CaseEvent[] done = [.. events.Where(e => e.Day <= asOf)];
        var state = StateAfter(done);
        // A case that is over keeps the law of the day on which it ended.
        DateOnly? closed = state is { Ends: true } ? done[^1].Day : null;
        ImmutableArray<RunningClock> clocks = [.. Procedure.Clocks.Select(c => Running(c, done, closed, asOf, knownAt)).OfType<RunningClock>()];
        var steps = ImmutableArray.CreateBuilder<PossibleStep>();
        foreach (var step in Procedure.Steps)
            if (Allows(step, state) && step.VersionOn(asOf, knownAt) is { } version) steps.Add(Possible(step, version, clocks, asOf, knownAt));
        return new CaseStanding(state, clocks, steps.ToImmutable());
    }

    /// <summary>The state after some events; null before the first step. Events of steps that the procedure no longer has change nothing.</summary>
    public ProcedureState? StateAfter(IEnumerable<CaseEvent> events)
    {
        ProcedureState? state = null;
        foreach (var done in events)
            if (done.Step is { } id && Procedure.FindStep(id) is { To: { } to }) state = Procedure.FindState(to);
        return state;
    }

    internal static bool Allows(ProcedureStep step, ProcedureState? state) =>
        state is null ? step.From.IsEmpty : step.From.Contains(state.Id, StringComparer.Ordinal);

    /// <summary>The first day on which a step can be taken, and what stands in its way on a day.</summary>
    internal PossibleStep Possible(ProcedureStep step, StepVersion version, ImmutableArray<RunningClock> clocks, DateOnly asOf, DateOnly knownAt)
    {
        // Where no text of the day counts the wait, there is none: the wait came with another version of the rule.
        if (step.NotBefore is { } waited && Procedure.FindClock(waited)!.VersionOn(Law, asOf, knownAt) is { } wait)
        {
            if (clocks.FirstOrDefault(c => c.Clock.Id == waited) is not { } clock) return new PossibleStep(step, version, null, $"{Procedure.FindClock(waited)!.Title}: the wait of {wait.Citation} has not begun");
            if (clock.Due is { } due && asOf < due) return new PossibleStep(step, version, due, Inv($"not before {due:yyyy-MM-dd}: {clock.Arithmetic}"));
        }
        if (step.AfterLapse is not { } lapsing) return new PossibleStep(step, version, asOf, null);
        return clocks.FirstOrDefault(c => c.Clock.Id == lapsing) switch
        {
            { State: ClockState.Lapsed } => new PossibleStep(step, version, asOf, null),
            { State: ClockState.Running, Due: { } due } running => new PossibleStep(step, version, due.AddDays(1), Inv($"{running.Clock.Title} runs until {due:yyyy-MM-dd}")),
            { State: ClockState.Met or ClockState.MetLate, Ended: { } ended } met => new PossibleStep(step, version, null, Inv($"{met.Clock.Title} was met on {ended:yyyy-MM-dd}")),
            _ => new PossibleStep(step, version, null, Inv($"the clock {lapsing} has not run out")),
        };
    }

    private RunningClock? Running(ProcedureClock clock, CaseEvent[] done, DateOnly? closed, DateOnly asOf, DateOnly knownAt)
    {
        var version = clock.VersionOn(Law, closed ?? asOf, knownAt);
        int start = Started(clock, version, done);
        if (start < 0) return null;
        int end = Array.FindIndex(done, start + 1, e => e.Step is { } step && clock.Stop.Contains(step, StringComparer.Ordinal));
        // What was met was met under the text of its day.
        if (end >= 0)
        {
            version = clock.VersionOn(Law, done[end].Day, knownAt);
            start = Started(clock, version, done[..end]);
            if (start < 0) return null;
        }
        DateOnly? ended = end >= 0 ? done[end].Day : null;
        var begun = done[start];
        if (version is null) return new RunningClock(clock, begun.Day, null, "no text in force on that day counts it", ClockState.NotCounted, ended, null);
        var count = DueDate.Count(version.Count, begun.Day, Procedure.FindStep(begun.Step!)!.Title);
        var (due, arithmetic) = (count.Day, count.Arithmetic);
        foreach (var extension in done[(start + 1)..].Where(e => e.Extension?.Clock == clock.Id && (ended is null || e.Day <= ended)))
        {
            due = extension.Extension!.Until;
            arithmetic += Inv($"; extended on {extension.Day:yyyy-MM-dd} to {due:yyyy-MM-dd}");
        }
        return new RunningClock(clock, begun.Day, due, arithmetic, StateOf(clock, due, ended, closed, asOf), ended, version);
    }

    /// <summary>Index of the last event that starts the clock; a later start that its end does not precede begins it again.</summary>
    private int Started(ProcedureClock clock, ClockVersion? version, CaseEvent[] done)
    {
        var starts = version?.Count.FromFact is { } fact && Procedure.Facts.TryGetValue(fact, out var steps) ? steps : clock.Start;
        return Array.FindLastIndex(done, e => e.Step is { } step && starts.Contains(step, StringComparer.Ordinal));
    }

    private static ClockState StateOf(ProcedureClock clock, DateOnly? due, DateOnly? ended, DateOnly? closed, DateOnly asOf) => (clock.Kind, due) switch
    {
        (_, null) => ended is null ? ClockState.Running : ClockState.Met,
        (ClockKind.Deadline, _) when ended is { } day => day <= due ? ClockState.Met : ClockState.MetLate,
        (ClockKind.Deadline, _) when closed <= due => ClockState.Over,
        (ClockKind.Deadline, _) => asOf <= due ? ClockState.Running : ClockState.Lapsed,
        (ClockKind.Earliest, _) => asOf < due ? ClockState.Running : ClockState.Over,
        _ => asOf <= due ? ClockState.Running : ClockState.Over,
    };

    internal static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
