using System.Collections.Immutable;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;

namespace Rubicon.Reports.Summaries;

/// <summary>How many records come to which outcome under the law of each country, side by side. Memory does not grow with the records. Not thread-safe.</summary>
public sealed class CountryCounts
{
    private readonly SortedDictionary<string, SortedDictionary<int, (Outcome Outcome, long Count)>> _counts = new(StringComparer.Ordinal);
    private readonly SharedCounts<CountryOutcome> _shared;

    /// <summary>Starts with none.</summary>
    public CountryCounts() => _shared = new(Fold);

    /// <summary>By country code, outcomes strictest first; empty when the law of one country alone was asked.</summary>
    public IEnumerable<(string Country, IEnumerable<(Outcome Outcome, long Count)> Counts)> Rows
    {
        get
        {
            _shared.Flush();
            return _counts.Count < 2 ? [] : _counts.Select(c => (c.Key, (IEnumerable<(Outcome, long)>)c.Value.Values));
        }
    }

    /// <summary>Counts one decision.</summary>
    public void Add(Decision decision) => _shared.Add(decision.ByCountry);

    private void Fold(ImmutableArray<CountryOutcome> countries, long records)
    {
        foreach (var country in countries)
        {
            if (!_counts.TryGetValue(country.Country, out var counts)) _counts[country.Country] = counts = [];
            int rank = DecisionGroups.Rank(country.Outcome);
            counts[rank] = (country.Outcome, counts.GetValueOrDefault(rank).Count + records);
        }
    }
}
