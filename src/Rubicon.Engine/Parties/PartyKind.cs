namespace Rubicon.Parties;

/// <summary>What a party is. Numbers are written to data and never change.</summary>
public enum PartyKind
{
    /// <summary>Not stated.</summary>
    NotStated = 0,

    /// <summary>A natural person.</summary>
    Person = 1,

    /// <summary>A company, body, agency or group.</summary>
    Organization = 2,

    /// <summary>A vessel.</summary>
    Vessel = 3,

    /// <summary>An aircraft.</summary>
    Aircraft = 4,
}

/// <summary>Reads the words by which lists and files of names state a kind.</summary>
public static class PartyKinds
{
    /// <summary>The kind that a word states, in any case; <see cref="PartyKind.NotStated"/> for a word that is none.</summary>
    public static PartyKind Read(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        "person" or "individual" or "natural person" => PartyKind.Person,
        "organization" or "organisation" or "business" or "company" or "entity" or "legalentity" or "legal entity" or "publicbody" => PartyKind.Organization,
        "vessel" or "ship" => PartyKind.Vessel,
        "aircraft" or "airplane" => PartyKind.Aircraft,
        _ => PartyKind.NotStated,
    };
}
