using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Facts;

namespace Rubicon.Rules.Law;

/// <summary>A list that rules refer to: named parties and categories, each entry with its own days.</summary>
/// <param name="Id">Pack id, slash, name.</param>
/// <param name="PackId">The pack it belongs to.</param>
/// <param name="Title">What the list is called.</param>
/// <param name="Citation">As a lawyer cites it.</param>
/// <param name="Read">The day of the state that was read.</param>
/// <param name="Entries">All entries, those that ended too.</param>
/// <param name="Where">The file.</param>
public sealed record DesignationList(
    string Id, string PackId, string Title, string Citation, DateOnly Read,
    ImmutableArray<DesignationEntry> Entries, SourceLocation Where);

/// <summary>One entry: a named party with the reach its rule gives it, or a category.</summary>
/// <param name="Id">List id, slash, name.</param>
/// <param name="PartyKey">Key of the party, or null for a category entry.</param>
/// <param name="Printed">Names as printed; the first is shown.</param>
/// <param name="Also">Aliases printed with it.</param>
/// <param name="Weak">Aliases that the list itself calls weak.</param>
/// <param name="Country">Country printed with it, ISO 3166-1 alpha-2, or null.</param>
/// <param name="Group">The maker that a list-only party belongs to, or null.</param>
/// <param name="GroupAs">What it is to that maker.</param>
/// <param name="Reach">Whom the entry reaches besides the named party.</param>
/// <param name="Effective">When it holds, and when that was known.</param>
/// <param name="Footnotes">Footnote numbers of the list.</param>
/// <param name="When">Scope and purpose limits, or null.</param>
/// <param name="Words">The words of the entry, or null.</param>
/// <param name="Citation">The notice that made it.</param>
/// <param name="Where">The place in the file.</param>
public sealed record DesignationEntry(
    string Id, string? PartyKey, ImmutableArray<string> Printed, ImmutableArray<string> Also, ImmutableArray<string> Weak,
    string? Country, string? Group, Relation GroupAs, ImmutableArray<Relation> Reach, Effective Effective,
    ImmutableArray<int> Footnotes, Condition? When, string? Words, string Citation, SourceLocation Where)
{
    /// <summary>
    /// True when the entry's own limits (its <see cref="When"/>) hold for the party too, whatever is asked of it: an Entity List entry "only for
    /// items used in projects specified in 746.8(a)(4)". Other limits (video surveillance equipment "produced by") are limits of the item alone.
    /// </summary>
    public bool Limited { get; init; }

    /// <summary>True when the entry names no party but a category of items.</summary>
    public bool IsCategory => PartyKey is null;

    /// <summary>True when the entry is one of these names, or no names are given.</summary>
    public bool IsNamed(ImmutableArray<string> names)
    {
        if (names.IsEmpty) return true;
        foreach (string name in names)
            if (Id.EndsWith("/" + name, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>What to call it.</summary>
    public string Name => Printed.IsEmpty ? Id : Printed[0];
}

/// <summary>A document of law and where it stood from which day.</summary>
/// <param name="Id">Pack id, slash, name.</param>
/// <param name="Title">Its name.</param>
/// <param name="Citation">As a lawyer cites it.</param>
/// <param name="Status">Rows in order of their day; a row holds until the next one.</param>
/// <param name="Sources">What was read.</param>
public sealed record Instrument(
    string Id, string Title, string Citation, ImmutableArray<InstrumentStatus> Status, ImmutableArray<StatementSource> Sources)
{
    /// <summary>Where it stood on a day as known on another; null before the first row.</summary>
    public InstrumentStatus? On(DateOnly day, DateOnly knownAt) =>
        Status.LastOrDefault(s => s.From <= day && s.Known <= knownAt);
}

/// <summary>One row of an instrument's history.</summary>
/// <param name="Is">Where it stood.</param>
/// <param name="From">From which day.</param>
/// <param name="Known">Known from which day; the same unless the pack says otherwise.</param>
/// <param name="Source">Who says so.</param>
public sealed record InstrumentStatus(LegalStatus Is, DateOnly From, DateOnly Known, string Source);
