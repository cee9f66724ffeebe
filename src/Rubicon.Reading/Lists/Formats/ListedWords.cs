using Rubicon.Matching.Identifiers;
using Rubicon.Screening;

namespace Rubicon.Reading.Lists.Formats;

/// <summary>What lists call a person, a company, a vessel.</summary>
internal static class ListedKinds
{
    public static ListedKind Of(string? text) => text?.Trim().ToUpperInvariant() switch
    {
        "INDIVIDUAL" or "PERSON" or "P" => ListedKind.Person,
        "ENTITY" or "ORGANIZATION" or "ORGANISATION" or "COMPANY" or "ENTERPRISE" or "BUSINESS" or "LEGALENTITY" or "PUBLICBODY" or "E" => ListedKind.Organization,
        "VESSEL" or "SHIP" => ListedKind.Vessel,
        "AIRCRAFT" or "AIRPLANE" => ListedKind.Aircraft,
        _ => ListedKind.NotStated,
    };
}

/// <summary>Identifiers in the words of lists.</summary>
internal static class ListedIdentifiers
{
    /// <summary>Adds the identifier when its type is one by which parties are found, and its value can be one of that type.</summary>
    /// <param name="entry">Where it goes.</param>
    /// <param name="type">What the list calls it: "Tax ID No.", "Legal Entity Number".</param>
    /// <param name="value">As printed.</param>
    /// <param name="country">Where it was issued, in words or as a code; or null.</param>
    public static void Add(EntryDraft entry, string? type, string? value, string? country)
    {
        if (type is null || value is null || Scheme(type, country) is not { } scheme) return;
        string canonical = Identifier.Canonical(value);
        if (canonical.Length is >= 3 and <= 64 && Identifier.IsValid(scheme, canonical)) entry.Identifiers.Add(new ListedIdentifier(scheme, canonical));
    }

    private static string? Scheme(string type, string? country)
    {
        bool Has(string words) => type.Contains(words, StringComparison.OrdinalIgnoreCase);
        if (Has("legal entity number") || Has("legal entity identifier") || type.Equals("LEI", StringComparison.OrdinalIgnoreCase)) return "lei";
        if (Has("unified social credit")) return "uscc";
        if (Has("tax id") || Has("taxpayer")) return "tax";
        if (Has("D-U-N-S") || Has("DUNS")) return "duns";
        if (Has("vessel registration") || Has("IMO number")) return "imo";
        if (!(Has("registration number") || Has("registration id") || Has("company number") || Has("business registration") || Has("regnumber"))) return null;
        return country is { Length: > 0 } && CountryWords.Find(country) is { } code ? "registry:" + code.ToLowerInvariant() : null;
    }
}
