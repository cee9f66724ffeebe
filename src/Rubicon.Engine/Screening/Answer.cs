using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Rules.Facts;
using Rubicon.Subjects;

namespace Rubicon.Screening;

/// <summary>A person's answer to an open question: for which subjects, by whom, when and why.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Value">The answer; for a party, what it is to designated ones.</param>
/// <param name="For">Fields that a subject must state with this text (ordinal, case ignored) for the answer to hold; empty for all.</param>
/// <param name="Who">Who answered, by role.</param>
/// <param name="When">On which day.</param>
/// <param name="Why">The reason.</param>
/// <param name="Until">Last day on which the answer may be used, or null.</param>
/// <param name="Where">Place in the answers file.</param>
public sealed record Answer(
    string Fact, FactValue Value, ImmutableArray<(Field Field, string Text)> For, string Who, DateOnly When, string Why, DateOnly? Until, SourceLocation Where)
{
    /// <summary>True when the answer holds for the subject on the day.</summary>
    public bool Holds(Subject subject, DateOnly asOf)
    {
        if (Until < asOf) return false;
        foreach (var (field, text) in For)
            if (!subject.Statements.Any(s => s.Field == field && string.Equals(s.Text, text, StringComparison.OrdinalIgnoreCase))) return false;
        return true;
    }
}
