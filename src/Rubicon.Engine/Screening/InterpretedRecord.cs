using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Equipment;
using Rubicon.Rules.Facts;

namespace Rubicon.Screening;

/// <summary>What was made of a record: facts, a line to show, remarks, and problems that keep it from being decided.</summary>
/// <param name="Facts">The facts.</param>
/// <param name="Maker">Name of the maker to show, or null.</param>
/// <param name="MakerKey">Key of the party whose ties on the day of making count, or null.</param>
/// <param name="Title">A line that names it.</param>
/// <param name="Group">What equal subjects share besides their facts: maker, model, supplier as written.</param>
/// <param name="Notes">Conflicts, guesses and limits.</param>
/// <param name="Assumptions">What was taken for granted.</param>
/// <param name="Problems">Why it cannot be decided; empty when it can.</param>
internal sealed record InterpretedRecord(
    FactSet Facts, string? Maker, string? MakerKey, string Title, string Group, ImmutableArray<string> Notes, ImmutableArray<string> Assumptions, ImmutableArray<Problem> Problems)
{
    /// <summary>The signals of who made it, or null where no record was read.</summary>
    public Identification? Seen { get; init; }
}
