using Rubicon.Diagnostics;

namespace Rubicon.Reports.Saved;

/// <summary>What one reading of a saved report has met.</summary>
internal sealed class SavedReading(string file, ICollection<Problem> problems)
{
    /// <summary>A foreign file can be wrong in every line; this many say enough.</summary>
    private const int MostProblems = 20;

    private int _count;

    /// <summary>True when something was met that makes the report unusable.</summary>
    internal bool Failed { get; private set; }

    internal void Add(ProblemKind kind, string pointer, string found, string? expected = null)
    {
        Failed |= kind.Severity == Severity.Error;
        if (_count++ < MostProblems) problems.Add(new Problem(kind, new SourceLocation(file, Pointer: pointer), found, expected));
    }
}
