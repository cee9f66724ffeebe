using System.Collections.Immutable;

namespace Rubicon.Ownership;

/// <summary>What a party of a graph is. Numbers are written to reports and never change.</summary>
public enum OwnerKind
{
    /// <summary>Nothing is said.</summary>
    NotStated = 0,

    /// <summary>A company, trust or other arrangement.</summary>
    Entity = 1,

    /// <summary>A natural person.</summary>
    Person = 2,

    /// <summary>A state or a body of it.</summary>
    State = 3,

    /// <summary>A person or entity that exists and that nobody named.</summary>
    Unknown = 4,
}

/// <summary>Where a party belongs. Numbers are written to reports and never change.</summary>
public enum TieToCountry
{
    /// <summary>Organized under its law.</summary>
    Incorporated = 0,

    /// <summary>Headquartered there.</summary>
    Headquartered = 1,

    /// <summary>Principal place of business.</summary>
    PrincipalPlace = 2,

    /// <summary>Citizen.</summary>
    Citizen = 3,

    /// <summary>Resident.</summary>
    Resident = 4,

    /// <summary>The state itself, or a body of it.</summary>
    StateOf = 5,
}

/// <summary>One tie to a country.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Tie">What ties it.</param>
public sealed record CountryTie(string Country, TieToCountry Tie);

/// <summary>What files say of a party beside its key.</summary>
/// <param name="Name">The name to show; null when none is stated.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Identifiers">Registered identifiers as <c>scheme:value</c>, in the order read.</param>
/// <param name="Countries">Ties to countries.</param>
public sealed record PartyProfile(
    string? Name, OwnerKind Kind = OwnerKind.NotStated, ImmutableArray<string> Identifiers = default, ImmutableArray<CountryTie> Countries = default)
{
    /// <summary>Registered identifiers.</summary>
    public ImmutableArray<string> Identifiers { get; init; } = Identifiers.IsDefault ? [] : Identifiers;

    /// <summary>Ties to countries.</summary>
    public ImmutableArray<CountryTie> Countries { get; init; } = Countries.IsDefault ? [] : Countries;

    /// <summary>Both together; the first name and kind stated hold.</summary>
    internal PartyProfile With(PartyProfile other) => new(Name ?? other.Name, Kind == OwnerKind.NotStated ? other.Kind : Kind,
        [.. Identifiers.Union(other.Identifiers, StringComparer.Ordinal)], [.. Countries.Union(other.Countries)]);
}
