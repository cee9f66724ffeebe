using System.Collections.Immutable;

namespace Rubicon.Review;

/// <summary>Something that was done in a case: a step taken, or a clock extended. What happened is never changed; a mistake is followed by another event.</summary>
/// <param name="Step">Id of the step, or null for an extension.</param>
/// <param name="Day">The day on which it was done, which may be before it was written down.</param>
/// <param name="By">In which role.</param>
/// <param name="Author">Who did it.</param>
/// <param name="Approver">Who approved it, or null.</param>
/// <param name="Statements">What was stated in writing, by id.</param>
/// <param name="Extension">The extension, or null for a step.</param>
public sealed record CaseEvent(
    string? Step, DateOnly Day, ReviewRole By, string Author, string? Approver, ImmutableDictionary<string, string> Statements, CaseExtension? Extension = null);

/// <summary>A clock extended.</summary>
/// <param name="Clock">Id of the clock.</param>
/// <param name="Until">The new day.</param>
/// <param name="Finding">Why, in writing.</param>
public sealed record CaseExtension(string Clock, DateOnly Until, string Finding);
