namespace Rubicon.Diagnostics;

/// <summary>How much a problem takes away. Numbers are written to reports and never change.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing was lost.</summary>
    Note = 0,

    /// <summary>Read with a guess or a loss that does not touch a decision; said so that a person can check.</summary>
    Warning = 1,

    /// <summary>Something was not read or not decided.</summary>
    Error = 2,
}

/// <summary>
/// One kind of problem a user can meet: a stable code, what was expected, the usual cause and the fix. Each has a page
/// under <c>docs/user/problems</c> made from this text.
/// </summary>
/// <param name="Code">Stable code, <c>RUB</c> and four digits; never used again for something else.</param>
/// <param name="Title">A few words, lower case, without a full stop.</param>
/// <param name="Severity">What it takes away.</param>
/// <param name="Expected">What the program can use instead of what it found.</param>
/// <param name="Cause">The usual cause.</param>
/// <param name="Fix">What the user can do.</param>
public sealed record ProblemKind(
    string Code, string Title, Severity Severity, string Expected, string Cause, string Fix);

/// <summary>
/// One problem met in one place. Problems are collected, many at a time, and reported; they are never thrown and never
/// turned into "no match" (conventions, Errors).
/// </summary>
/// <param name="Kind">Which kind.</param>
/// <param name="Where">Where it was met.</param>
/// <param name="Found">What was found there, user text in double quotes, cut to a readable length.</param>
/// <param name="Expected">A more exact expectation than the kind's own, or null.</param>
public sealed record Problem(ProblemKind Kind, SourceLocation Where, string Found, string? Expected = null)
{
    /// <summary>One line: place, code, title, what was found and what was expected.</summary>
    public override string ToString() =>
        $"{Where}: {Kind.Code} {Kind.Title}: found {Found}; expected {Expected ?? Kind.Expected}";
}
