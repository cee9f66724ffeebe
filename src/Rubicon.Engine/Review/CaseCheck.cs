using System.Collections.Immutable;
using Rubicon.Diagnostics;

namespace Rubicon.Review;

/// <summary>Checks an event before it is taken into a case. Problems are collected; an event without problems fits the procedure.</summary>
public static class CaseCheck
{
    /// <summary>The longest text of one statement, in characters.</summary>
    public const int LongestStatement = 100_000;

    /// <summary>
    /// Problems of a new event. RUB6701 (no such step), 6702 (not in this state), 6703 (not by this role), 6704 (too early or out of order),
    /// 6705 (statement missing), 6706 (statement not understood), 6707 (approver), 6708 (clock cannot be extended), 6709 (extension), 6710 (no text gives the step on that day).
    /// </summary>
    /// <param name="review">Procedure and law.</param>
    /// <param name="before">The events so far, in order.</param>
    /// <param name="next">The new one.</param>
    /// <param name="knownAt">Only texts known by then.</param>
    /// <param name="name">How problems name the case.</param>
    public static ImmutableArray<Problem> Of(CaseReview review, IReadOnlyCollection<CaseEvent> before, CaseEvent next, DateOnly knownAt, string name)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        void Add(ProblemKind kind, string found, string? expected = null) => problems.Add(new Problem(kind, new SourceLocation(name), found, expected));
        var last = before.Count > 0 ? before.Max(e => e.Day) : next.Day;
        if (next.Day < last) Add(ProblemCatalog.CaseStepTooEarly, Day(next.Day), CaseReview.Inv($"{last:yyyy-MM-dd} or later: the day of the last event"));
        if (next.Approver is { } approver && approver == next.Author) Add(ProblemCatalog.CaseApproval, $"{Quote.Text(approver)} as author and approver");
        var standing = review.Standing(before, next.Day < last ? last : next.Day, knownAt);
        if (next.Extension is { } extension) Extension(standing, next, extension, Add);
        else Step(review, standing, next, knownAt, Add);
        return problems.ToImmutable();
    }

    private static void Step(CaseReview review, CaseStanding standing, CaseEvent next, DateOnly knownAt, Action<ProblemKind, string, string?> add)
    {
        if (review.Procedure.FindStep(next.Step ?? "") is not { } step)
        {
            add(ProblemCatalog.CaseStepUnknown, Quote.Text(next.Step ?? ""), "one of " + string.Join(", ", review.Procedure.Steps.Select(s => s.Id)));
            return;
        }
        if (!CaseReview.Allows(step, standing.State))
            add(ProblemCatalog.CaseStepNotOpen, $"{step.Id} while the case is {standing.State?.Id ?? "not open"}", Open(standing));
        if (!step.By.Contains(next.By))
            add(ProblemCatalog.CaseStepRole, $"{step.Id} by {Word(next.By)}", "by " + string.Join(" or ", step.By.Select(Word)));
        if (step.VersionOn(next.Day, knownAt) is not { } version)
            add(ProblemCatalog.CaseStepLaw, $"{step.Id} on {Day(next.Day)}", "a day on which the rule has the step");
        else if (review.Possible(step, version, standing.Clocks, next.Day, knownAt) is { Why: { } why })
            add(ProblemCatalog.CaseStepTooEarly, $"{step.Id} on {Day(next.Day)}", why);
        if (step.Approved && next.Approver is null) add(ProblemCatalog.CaseApproval, $"{step.Id} without an approver", "approval by a second person");
        Statements(step, next, add);
    }

    private static void Statements(ProcedureStep step, CaseEvent next, Action<ProblemKind, string, string?> add)
    {
        foreach (var need in step.Needs)
        {
            string? text = next.Statements.GetValueOrDefault(need.Id);
            if (string.IsNullOrWhiteSpace(text))
            {
                if (!need.Optional) add(ProblemCatalog.CaseStatementMissing, $"no `{need.Id}`", need.Title);
            }
            else if (!need.Choices.IsEmpty && !need.Choices.Contains(text, StringComparer.Ordinal))
            {
                add(ProblemCatalog.CaseStatement, $"`{need.Id}`: {Quote.Text(text)}", "one of " + string.Join(", ", need.Choices));
            }
            else if (text.Length > LongestStatement)
            {
                add(ProblemCatalog.CaseStatement, CaseReview.Inv($"`{need.Id}` with {text.Length} characters"), CaseReview.Inv($"at most {LongestStatement}"));
            }
        }
        foreach (string id in next.Statements.Keys.Where(k => step.Needs.All(n => n.Id != k)).Order(StringComparer.Ordinal))
            add(ProblemCatalog.CaseStatement, $"the statement {Quote.Text(id)}", step.Needs.IsEmpty ? "no statement" : "one of " + string.Join(", ", step.Needs.Select(n => n.Id)));
    }

    private static void Extension(CaseStanding standing, CaseEvent next, CaseExtension extension, Action<ProblemKind, string, string?> add)
    {
        if (standing.FindClock(extension.Clock) is not { } clock)
        {
            add(ProblemCatalog.CaseExtension, $"the clock {Quote.Text(extension.Clock)}", "a clock that has started: " + string.Join(", ", standing.Clocks.Select(c => c.Clock.Id)));
            return;
        }
        if (clock.Clock.Extension is not { } allowed)
        {
            add(ProblemCatalog.CaseClockFixed, $"the clock {clock.Clock.Id}", null);
            return;
        }
        if (next.By != allowed.By) add(ProblemCatalog.CaseStepRole, $"an extension by {Word(next.By)}", "by " + Word(allowed.By));
        if (clock.State is not (ClockState.Running or ClockState.Lapsed)) add(ProblemCatalog.CaseExtension, $"the clock {clock.Clock.Id} of a step already taken", "a clock that runs");
        if (clock.Due is { } due && extension.Until <= due) add(ProblemCatalog.CaseExtension, Day(extension.Until), CaseReview.Inv($"a day after {due:yyyy-MM-dd}"));
        if (string.IsNullOrWhiteSpace(extension.Finding)) add(ProblemCatalog.CaseStatementMissing, "no written finding", $"{Quote.Text(allowed.Words)} ({allowed.Citation})");
    }

    private static string Open(CaseStanding standing) =>
        standing.Steps.IsEmpty ? "no step: the case is over" : "one of " + string.Join(", ", standing.Steps.Select(s => s.Step.Id));

    private static string Day(DateOnly day) => CaseReview.Inv($"{day:yyyy-MM-dd}");

    private static string Word(ReviewRole role) => ReviewWords.Word(role);
}
