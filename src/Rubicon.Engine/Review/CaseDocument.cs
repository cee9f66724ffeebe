using System.Collections.Immutable;

namespace Rubicon.Review;

/// <summary>A file that goes with a document.</summary>
/// <param name="Number">Its number in the case.</param>
/// <param name="Title">Its title; null when the reader may not know it.</param>
/// <param name="Sha256">Digest of its bytes, lower-case hex; null when the reader may not know it.</param>
public sealed record AttachedFile(string Number, string? Title, string? Sha256);

/// <summary>
/// A numbered document that a step makes: notice, determination, response package. It says what the record says and nothing else, so it can be made again at any
/// time with the same bytes.
/// </summary>
/// <param name="Number">Number of the case, hyphen, two digits: documents of a case in order of their steps.</param>
/// <param name="CaseTitle">What the case is about.</param>
/// <param name="Review">Procedure and law.</param>
/// <param name="Step">The step that makes it.</param>
/// <param name="Version">The text that gives the step on that day; null when none is known any more.</param>
/// <param name="Event">What was done.</param>
/// <param name="Clocks">Clocks that the step started, as they stood on that day.</param>
/// <param name="Files">Files that go with it.</param>
public sealed record CaseDocument(
    string Number, string CaseTitle, CaseReview Review, ProcedureStep Step, StepVersion? Version, CaseEvent Event,
    ImmutableArray<RunningClock> Clocks, ImmutableArray<AttachedFile> Files)
{
    /// <summary>The document that the event at an index makes, or null when it makes none.</summary>
    /// <param name="review">Procedure and law.</param>
    /// <param name="caseNumber">Number of the case.</param>
    /// <param name="caseTitle">What the case is about.</param>
    /// <param name="events">All events, in order.</param>
    /// <param name="index">Which.</param>
    /// <param name="files">Files that go with it.</param>
    public static CaseDocument? Of(CaseReview review, string caseNumber, string caseTitle, IReadOnlyList<CaseEvent> events, int index, ImmutableArray<AttachedFile> files)
    {
        if (Maker(review, events[index]) is not { } step) return null;
        int number = 0;
        for (int i = 0; i <= index; i++)
            if (Maker(review, events[i]) is not null) number++;
        var done = events[index];
        var standing = review.Standing([.. events.Take(index + 1)], done.Day, done.Day);
        return new CaseDocument(CaseReview.Inv($"{caseNumber}-{number:00}"), caseTitle, review, step, step.VersionOn(done.Day, done.Day), done,
            [.. standing.Clocks.Where(c => c.Started == done.Day && c.Ended is null && Starts(review, c, step))], files);
    }

    private static ProcedureStep? Maker(CaseReview review, CaseEvent done) =>
        done.Step is { } id && review.Procedure.FindStep(id) is { Document: not null } step ? step : null;

    private static bool Starts(CaseReview review, RunningClock clock, ProcedureStep step)
    {
        var starts = clock.Version?.Count.FromFact is { } fact && review.Procedure.Facts.TryGetValue(fact, out var steps) ? steps : clock.Clock.Start;
        return starts.Contains(step.Id, StringComparer.Ordinal);
    }
}
