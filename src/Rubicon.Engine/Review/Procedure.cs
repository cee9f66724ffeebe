using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Rules.Law;

namespace Rubicon.Review;

/// <summary>Who takes a step, or for whom a clock runs. Numbers are written to the store and never change.</summary>
public enum ReviewRole
{
    /// <summary>The authority that reviews.</summary>
    Agency = 0,

    /// <summary>The party whose transaction, product or request is reviewed.</summary>
    Party = 1,

    /// <summary>An authority that is consulted.</summary>
    Consulted = 2,
}

/// <summary>A procedure that a rule sets out: its states, its steps and its clocks, as data of a pack (grammar: <c>docs/design/review.md</c>).</summary>
/// <param name="Id">Pack id, slash, name.</param>
/// <param name="PackId">The pack it belongs to.</param>
/// <param name="Title">What is reviewed.</param>
/// <param name="InstrumentId">The document it stands in.</param>
/// <param name="Citation">As a lawyer cites it.</param>
/// <param name="Roles">What the rule calls each role.</param>
/// <param name="States">Where a case can stand.</param>
/// <param name="Steps">What can be done.</param>
/// <param name="Clocks">What must be done by when, or not before when.</param>
/// <param name="Facts">Names of date facts of provisions, with the steps whose day they are: so a clock can be counted by a provision.</param>
/// <param name="Sources">What was read.</param>
/// <param name="Where">The file.</param>
public sealed record Procedure(
    string Id, string PackId, string Title, string InstrumentId, string Citation, ImmutableDictionary<ReviewRole, string> Roles,
    ImmutableArray<ProcedureState> States, ImmutableArray<ProcedureStep> Steps, ImmutableArray<ProcedureClock> Clocks,
    ImmutableDictionary<string, ImmutableArray<string>> Facts, ImmutableArray<StatementSource> Sources, SourceLocation Where)
{
    /// <summary>The state of that id, or null.</summary>
    public ProcedureState? FindState(string id) => States.FirstOrDefault(s => s.Id == id);

    /// <summary>The step of that id, or null.</summary>
    public ProcedureStep? FindStep(string id) => Steps.FirstOrDefault(s => s.Id == id);

    /// <summary>The clock of that id, or null.</summary>
    public ProcedureClock? FindClock(string id) => Clocks.FirstOrDefault(c => c.Id == id);
}

/// <summary>Where a case can stand.</summary>
/// <param name="Id">Its id in the procedure.</param>
/// <param name="Title">A few words.</param>
/// <param name="Ends">True when the case is over there.</param>
/// <param name="Note">What a reader should know, or null.</param>
public sealed record ProcedureState(string Id, string Title, bool Ends, string? Note);

/// <summary>Something that is done in a case.</summary>
/// <param name="Id">Its id in the procedure.</param>
/// <param name="Title">What is done, as a command.</param>
/// <param name="By">Roles that may do it.</param>
/// <param name="From">States in which it can be done; empty for the step that opens a case.</param>
/// <param name="To">The state it leads to, or null when the state stays.</param>
/// <param name="NotBefore">A clock whose day must have come, or null.</param>
/// <param name="AfterLapse">A clock that must have run out without being met, or null.</param>
/// <param name="Needs">What must be written down.</param>
/// <param name="Approved">True when a second person approves it.</param>
/// <param name="Document">Kind of the document that it makes, or null.</param>
/// <param name="SeenBy">Roles that may see it: the agency, those who may do it, and those with whom the procedure shares it.</param>
/// <param name="Versions">The texts of the rule that give the step, each with its days.</param>
/// <param name="Where">The place in the file.</param>
public sealed record ProcedureStep(
    string Id, string Title, ImmutableArray<ReviewRole> By, ImmutableArray<string> From, string? To, string? NotBefore, string? AfterLapse,
    ImmutableArray<StepStatement> Needs, bool Approved, string? Document, ImmutableArray<ReviewRole> SeenBy,
    ImmutableArray<StepVersion> Versions, SourceLocation Where)
{
    /// <summary>The text that gives the step on a day as known on another; null when there was no such step.</summary>
    public StepVersion? VersionOn(DateOnly day, DateOnly knownAt) => Versions.LastOrDefault(v => v.Effective.Holds(day, knownAt));
}

/// <summary>Something that a step must state in writing.</summary>
/// <param name="Id">Its id in the step.</param>
/// <param name="Title">What is to be stated.</param>
/// <param name="Choices">The only answers, or empty for free text.</param>
/// <param name="Optional">True when it may be left out.</param>
public sealed record StepStatement(string Id, string Title, ImmutableArray<string> Choices, bool Optional);

/// <summary>The text of a rule that gives a step.</summary>
/// <param name="Effective">When it holds, and when that was known.</param>
/// <param name="Citation">As a lawyer cites it.</param>
/// <param name="Words">Its words, or null where the text was not read.</param>
/// <param name="Note">What a reader should know, or null.</param>
public sealed record StepVersion(Effective Effective, string Citation, string? Words, string? Note);
