using System.Collections.Immutable;

namespace Rubicon.Screening;

/// <summary>From which score on an entry is a match: one for all, and others for some lists and countries. A list's stands before a country's.</summary>
/// <param name="Default">For lists and countries that are not named, 0.5 to 1.</param>
/// <param name="ByList">By list, as entries name it.</param>
/// <param name="ByCountry">By ISO 3166-1 alpha-2 country: the one stated with the name asked, else the one that the list states of the party.</param>
public sealed record ScreeningThresholds(double Default, ImmutableSortedDictionary<string, double> ByList, ImmutableSortedDictionary<string, double> ByCountry)
{
    /// <summary>One for all.</summary>
    public ScreeningThresholds(double all) : this(all, ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal), ImmutableSortedDictionary.Create<string, double>(StringComparer.Ordinal))
    {
    }

    /// <summary>The lowest of them.</summary>
    public double Lowest => ByList.Values.Concat(ByCountry.Values).Append(Default).Min();

    /// <summary>The one that an entry has to reach.</summary>
    /// <param name="list">Its list.</param>
    /// <param name="country">The country, or null when none is known.</param>
    public double Of(string list, string? country) =>
        ByList.TryGetValue(list, out double ofList) ? ofList : country is not null && ByCountry.TryGetValue(country.ToUpperInvariant(), out double ofCountry) ? ofCountry : Default;
}
