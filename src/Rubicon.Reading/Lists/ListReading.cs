using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Parties;

namespace Rubicon.Reading.Lists;

/// <summary>One entry of a list as published.</summary>
/// <param name="Id">The publisher's id, or the number of the row.</param>
/// <param name="List">The list it stands on, where the file holds several; else that of the file.</param>
/// <param name="Names">Its names, the printed one first.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or null when none is stated or it is not understood.</param>
/// <param name="From">First day as stated, or null.</param>
/// <param name="To">Last day as stated, or null.</param>
/// <param name="Citation">The notice that made it, or null.</param>
/// <param name="Where">Where it was read.</param>
public sealed record ListEntry(
    string Id, string List, ImmutableArray<PartyName> Names, string? Country, DateOnly? From, DateOnly? To, string? Citation, SourceLocation Where);

/// <summary>A list file with the account of its rows: rows = entries + refused.</summary>
/// <param name="Entries">What is used.</param>
/// <param name="Rows">Rows or objects met.</param>
/// <param name="Refused">Rows not used; each has its problem.</param>
/// <param name="Sha256">Digest of the file, lower-case hex.</param>
/// <param name="Problems">What was met. An error without a row means that the file was not read whole.</param>
public sealed record ListReading(ImmutableArray<ListEntry> Entries, int Rows, int Refused, string Sha256, ImmutableArray<Problem> Problems)
{
    /// <summary>True when every row was met: a file cut off in the middle is never used in part.</summary>
    public bool IsWhole { get; init; } = true;
}
