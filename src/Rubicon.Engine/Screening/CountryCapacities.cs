using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Rubicon.Screening;

/// <summary>
/// In which capacity a network operator acts under the law of a country: so that one subject can be asked about under several countries side by side without knowing
/// the words of the vocabulary. Government agencies are not among them: they are named by capacity.
/// </summary>
public static class CountryCapacities
{
    private static readonly FrozenDictionary<string, ImmutableArray<string>> Operators = new Dictionary<string, ImmutableArray<string>>
    {
        ["AU"] = ["australian-carrier"],
        ["CA"] = ["canadian-operator"],
        ["DE"] = ["german-operator"],
        ["DK"] = ["danish-operator"],
        ["EE"] = ["estonian-operator"],
        ["FR"] = ["french-operator"],
        ["GB"] = ["uk-public-provider"],
        ["IN"] = ["indian-licensee"],
        ["IT"] = ["italian-operator"],
        ["LT"] = ["lithuanian-operator"],
        ["NZ"] = ["new-zealand-operator"],
        ["RO"] = ["romanian-operator"],
        ["SE"] = ["swedish-operator"],
        ["TW"] = ["taiwanese-operator"],
        ["US"] = ["broadband-provider"],
        // Member states whose law is loaded; the rest would be a silent gap.
        ["EU"] = ["danish-operator", "estonian-operator", "french-operator", "german-operator", "italian-operator", "lithuanian-operator", "romanian-operator", "swedish-operator"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The countries that can be asked for, by code; EU stands for the member states whose law is loaded.</summary>
    public static ImmutableArray<string> Countries { get; } = [.. Operators.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The capacities of an operator there; null for a country that is not among <see cref="Countries"/>. UK is taken as GB.</summary>
    public static ImmutableArray<string>? Of(string country)
    {
        string code = country.ToUpperInvariant();
        return Operators.TryGetValue(code == "UK" ? "GB" : code, out var capacities) ? capacities : null;
    }
}
