using Rubicon.Review;
using Rubicon.Storage;

namespace Rubicon.Server.Cases;

/// <summary>A case as one side sees it: what was shared with it, where the case stands, and what it may do next.</summary>
internal sealed class OpenCase
{
    private readonly string _organization;

    private OpenCase(string organization, CaseHead head, CaseReview review, IReadOnlyList<CaseEvent> events) => (_organization, Head, Review, Events) = (organization, head, review, events);

    public CaseHead Head { get; }

    public CaseReview Review { get; }

    /// <summary>All events, those that the side does not see among them: the state comes from all of them.</summary>
    public IReadOnlyList<CaseEvent> Events { get; }

    public bool IsAgency => Head.Side == ReviewRole.Agency;

    /// <summary>The case, or null: one in which the organization takes no part is not there, nor one whose procedure the packs no longer have.</summary>
    public static OpenCase? Find(Store store, ServedLaw law, string organization, string id) =>
        store.Cases.Find(organization, id) is { } head && law.Procedure(head.Procedure) is { } procedure
            ? new OpenCase(organization, head, new CaseReview(law.Data.Law, procedure), store.Cases.Events(id))
            : null;

    /// <summary>The events that the side sees, with their place in the case.</summary>
    public IEnumerable<(int Index, CaseEvent Event)> Seen() => Events.Select((e, i) => (i, e)).Where(e => Sees(e.e));

    /// <summary>Extensions are seen by all: they move days that bind all.</summary>
    public bool Sees(CaseEvent done) => done.Step is not { } id || Review.Procedure.FindStep(id) is not { } step ? IsAgency || done.Extension is not null : step.SeenBy.Contains(Head.Side);

    /// <summary>Where the case stands, for this side: its own clocks, those that begin with a step it sees, and the steps it may take.</summary>
    public CaseStanding Standing(DateOnly asOf, DateOnly knownAt)
    {
        var whole = Review.Standing(Events, asOf, knownAt);
        if (IsAgency) return whole;
        return whole with
        {
            Clocks = [.. whole.Clocks.Where(c => c.Clock.For == Head.Side || Events.Any(e => e.Day == c.Started && Starts(c, e) && Sees(e)))],
            Steps = [.. whole.Steps.Where(s => s.Step.By.Contains(Head.Side))],
        };
    }

    /// <summary>The numbered document that an event makes, or null when it makes none or the side does not see it.</summary>
    public CaseDocument? Document(int index, IReadOnlyList<CaseFile> files) =>
        Sees(Events[index]) ? CaseDocument.Of(Review, Head.Number, Head.Title, Events, index, [.. files.Select(f => Sees(f) ? new AttachedFile(f.Number, f.Title, f.Sha256) : new AttachedFile(f.Number, null, null))]) : null;

    /// <summary>The document of that number as this side may see it, or null.</summary>
    public CaseDocument? Document(string number, IReadOnlyList<CaseFile> files) => Seen().Select(e => Document(e.Index, files)).FirstOrDefault(d => d?.Number == number);

    /// <summary>A restricted file is for whoever brought it and for the side that runs the case.</summary>
    public bool Sees(CaseFile file) => !file.Restricted || IsAgency || file.Organization == _organization;

    private bool Starts(RunningClock clock, CaseEvent done)
    {
        var starts = clock.Version?.Count.FromFact is { } fact && Review.Procedure.Facts.TryGetValue(fact, out var steps) ? steps : clock.Clock.Start;
        return done.Step is { } step && starts.Contains(step, StringComparer.Ordinal);
    }
}
