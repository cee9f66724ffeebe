using Rubicon.Diagnostics;
using Rubicon.Review;
using Rubicon.Server.Answers;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Cases;

/// <summary>Why something was not done: the status of the answer, and the problems.</summary>
internal sealed record Refusal(int Status, IReadOnlyList<Problem> Problems)
{
    public static Refusal Unfit(IReadOnlyList<Problem> problems) => new(StatusCodes.Status422UnprocessableEntity, problems);

    public static Refusal Missing { get; } = new(StatusCodes.Status404NotFound, [new Problem(ProblemCatalog.NotThere, new SourceLocation("request"), "nothing under this address")]);

    public static Refusal Role(string found, string expected) => new(StatusCodes.Status403Forbidden, [new Problem(ProblemCatalog.RoleMayNot, new SourceLocation("request"), found, expected)]);

    /// <summary>As the API answers it.</summary>
    public IResult Answer => ProblemAnswer.Of(Status, Problems);
}

/// <summary>What became of a step: refused, waiting as a draft, or taken in (both null).</summary>
internal sealed record StepAnswer(Refusal? Refused, string? Draft);

/// <summary>Steps of a case, by whatever door they come: the rights of the side, the check of the procedure, the approval of a second person.</summary>
internal static class CaseSteps
{
    /// <summary>Who acts, as events name them: name and id, so that two of one name stay apart.</summary>
    public static string Name(Token token) => $"{token.Name} ({token.Id})";

    public static Refusal OnlyAgency { get; } = Refusal.Role("a side that does not run the case", "the side of the agency");

    public static async Task<StepAnswer> Take(Store store, OpenCase open, Token token, CaseInput input)
    {
        if (Right(open, token) is { } refused) return new(refused, null);
        // The side that runs the case records what others filed on paper; nobody else acts for another side.
        if (input.By is { } other && other != open.Head.Side && !open.IsAgency) return new(OnlyAgency, null);
        var next = new CaseEvent(input.Extension is null ? input.Step : null, input.Day, input.By ?? open.Head.Side, Name(token), null, input.Statements, input.Extension);
        // A step that waits for approval is checked now for all else, so that its author hears of it.
        bool approved = next.Step is { } id && open.Review.Procedure.FindStep(id) is { Approved: true };
        var problems = CaseCheck.Of(open.Review, open.Events, approved ? next with { Approver = "" } : next, next.Day, open.Head.Number);
        if (!problems.IsEmpty) return new(Refusal.Unfit(problems), null);
        var author = new Author(token.Organization, token.Id);
        if (approved) return new(null, await store.Cases.Propose(author, open.Head.Id, next));
        return Of(await store.Cases.Take(author, open.Head.Id, open.Events.Count, next));
    }

    public static async Task<StepAnswer> Approve(Store store, OpenCase open, Token token, string draftId)
    {
        if (Access.Parse(token.Role) < Role.Approver) return new(Refusal.Role(token.Role, Access.Word(Role.Approver)), null);
        if (store.Cases.Waiting(token.Organization, open.Head.Id).FirstOrDefault(d => d.Id == draftId) is not { } draft) return new(Refusal.Missing, null);
        if (draft.Token == token.Id) return new(Refusal.Unfit([new Problem(ProblemCatalog.CaseApproval, new SourceLocation(open.Head.Number), $"{Quote.Text(Name(token))} as author and approver")]), null);
        var next = draft.Event with { Approver = Name(token) };
        var problems = CaseCheck.Of(open.Review, open.Events, next, next.Day, open.Head.Number);
        if (!problems.IsEmpty) return new(Refusal.Unfit(problems), null);
        return Of(await store.Cases.Approve(new Author(token.Organization, token.Id), open.Head.Id, draftId, open.Events.Count, next));
    }

    /// <summary>Null when the token may act for its side in the case.</summary>
    public static Refusal? Right(OpenCase open, Token token)
    {
        var needed = open.IsAgency ? Role.CaseOfficer : Role.Analyst;
        return Access.Parse(token.Role) >= needed ? null : Refusal.Role(token.Role, $"{Access.Word(needed)} or more");
    }

    private static StepAnswer Of(Taken taken) => taken switch
    {
        Taken.In => new(null, null),
        Taken.Stale => new(new Refusal(StatusCodes.Status412PreconditionFailed, [new Problem(ProblemCatalog.MatchStale, new SourceLocation("request"), "another event came first")]), null),
        _ => new(Refusal.Missing, null),
    };
}
