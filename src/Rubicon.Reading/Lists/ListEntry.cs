using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Parties;

namespace Rubicon.Reading.Lists;

/// <summary>What an entry of a list names. Written to snapshots as a word.</summary>
public enum ListedKind
{
    /// <summary>The list does not say.</summary>
    NotStated = 0,

    /// <summary>A person.</summary>
    Person = 1,

    /// <summary>A company, body or group.</summary>
    Organization = 2,

    /// <summary>A vessel.</summary>
    Vessel = 3,

    /// <summary>An aircraft.</summary>
    Aircraft = 4,

    /// <summary>A kind of goods or services, and no party: no name is compared with it.</summary>
    Goods = 5,
}

/// <summary>One name of an entry.</summary>
/// <param name="Text">As printed, without control characters.</param>
/// <param name="Kind">What the list says it is; a weak alias is marked as such.</param>
/// <param name="From">The day from which the list has this name, where it states one for the name itself.</param>
public sealed record ListedName(string Text, NameKind Kind, DateOnly? From = null);

/// <summary>A registered identifier as the list states it.</summary>
/// <param name="Scheme">As in <see cref="PartyIdentifier.Scheme"/>.</param>
/// <param name="Value">In its canonical spelling.</param>
public sealed record ListedIdentifier(string Scheme, string Value);

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
    string Id, string List, ImmutableArray<ListedName> Names, string? Country, DateOnly? From, DateOnly? To, string? Citation, SourceLocation Where)
{
    /// <summary>True when <see cref="Id"/> is the publisher's own, which stays the same from one state of the list to the next; a number of a row does not.</summary>
    public bool IsIdStated { get; init; }

    /// <summary>What it names.</summary>
    public ListedKind Kind { get; init; }

    /// <summary>Addresses as printed, one line each; may be empty.</summary>
    public ImmutableArray<string> Addresses { get; init; } = [];

    /// <summary>Programs, regimes or footnotes under which it is listed, as printed; may be empty.</summary>
    public ImmutableArray<string> Programs { get; init; } = [];

    /// <summary>Registered identifiers; may be empty.</summary>
    public ImmutableArray<ListedIdentifier> Identifiers { get; init; } = [];

    /// <summary>What the list adds in words, cut at 2,000 characters; or null.</summary>
    public string? Note { get; init; }

    /// <summary>True when the entry is in effect on the day, as far as it states days; a day that is not stated bounds nothing.</summary>
    public bool Holds(DateOnly day) => !(From > day) && !(To < day);
}
