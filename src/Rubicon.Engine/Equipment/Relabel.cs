using System.Collections.Immutable;
using Rubicon.Parties;

namespace Rubicon.Equipment;

/// <summary>What another firm's part in a branded product is. Numbers are written to data and never change.</summary>
public enum RelabelKind
{
    /// <summary>The whole product is made by the other firm.</summary>
    Whole = 0,

    /// <summary>A chip inside.</summary>
    Chip = 1,

    /// <summary>A module inside.</summary>
    Module = 2,

    /// <summary>A part of its software.</summary>
    Software = 3,

    /// <summary>The brand belonged to the other firm for a time; the design is its own.</summary>
    Ownership = 4,
}

/// <summary>
/// A statement that products of a brand are made by another firm. It never proves that every model of the brand is: it
/// raises a question and decides nothing.
/// </summary>
/// <param name="Brands">Brands, or brands with a product name, as they stand on goods.</param>
/// <param name="MakerKey">Key of the maker's party, or null when the maker has no file.</param>
/// <param name="MakerText">The maker in words.</param>
/// <param name="What">Which products.</param>
/// <param name="Kind">What is the other firm's.</param>
/// <param name="Models">Beginnings of model names that the statement speaks of; empty when it names none.</param>
/// <param name="From">Since when, as stated (year, month or day), or null.</param>
/// <param name="To">Until when, as stated, or null.</param>
/// <param name="Note">What the source adds, or null.</param>
/// <param name="Source">Who says so.</param>
public sealed record Relabel(
    ImmutableArray<string> Brands, string? MakerKey, string MakerText, string What, RelabelKind Kind,
    ImmutableArray<string> Models, string? From, string? To, string? Note, StatementSource Source);

/// <summary>What a trap is about. Numbers are written to data and never change.</summary>
public enum TrapKind
{
    /// <summary>A name that looks like a maker's and is another firm's.</summary>
    LookAlike = 0,

    /// <summary>A registrant of MAC prefixes that makes chips, modules or whole devices for others.</summary>
    ContractMaker = 1,

    /// <summary>A tree of object identifiers that says nothing about the maker.</summary>
    MeaninglessTree = 2,
}

/// <summary>Something that looks like a sign of a maker and is none.</summary>
/// <param name="Kind">What the trap is about.</param>
/// <param name="Text">The name, registrant or tree.</param>
/// <param name="LooksLike">Key of the maker that it is not, or null.</param>
/// <param name="Really">What it really is.</param>
/// <param name="Source">Who says so.</param>
public sealed record Trap(TrapKind Kind, string Text, string? LooksLike, string Really, StatementSource Source);
