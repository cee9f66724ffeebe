using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Matching;
using Rubicon.Parties;
using Rubicon.Rules.Facts;

namespace Rubicon.Screening;

/// <summary>A name that was looked up.</summary>
/// <param name="MakerKey">Key of the party that it strongly matches, or null.</param>
/// <param name="Value">The party as rules see it, without the place in the user's records.</param>
internal sealed record ResolvedParty(string? MakerKey, PartyValue Value);

/// <summary>
/// Turns names into parties with what they are to designated ones. Remembers what it looked up; one instance serves one run and one
/// thread.
/// </summary>
internal sealed class PartyResolver(ScreeningData data)
{
    /// <summary>Matches this close to the best one count beside it.</summary>
    private const double Beside = 0.02;

    /// <summary>Names remembered at a time; beyond it the memory starts afresh, so that a million different names do not fill it.</summary>
    private const int MostRemembered = 50_000;

    /// <summary>
    /// Stands for the country of a screened firm whose record states none and whose name shows none of concern: taken for granted, and
    /// counted in the coverage block.
    /// </summary>
    public const string NotStated = "not stated";

    /// <summary>What is said of a name that matches nobody, as long as no file says who owns it.</summary>
    public const string NotLookedInto = "; its owners were not looked into";

    private readonly PartyIndex index = data.Names;
    private readonly PartyDirectory directory = data.Directory;
    private readonly ILookup<string, Clearance>? _cleared = data.Cleared.IsEmpty ? null : data.Cleared.ToLookup(c => c.Name.Trim(), StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Name, string? Country, string? Identifier, DateOnly Day, bool Screened), ResolvedParty> _known = [];

    /// <summary>
    /// Looks a name up. <paramref name="screened"/> tells what an unmatched name means: a supplier's or recipient's name that was screened against
    /// all entries is on none of them, as screening is understood; a maker's label that names nobody known leaves the maker unknown.
    /// </summary>
    public ResolvedParty Find(string name, string? country, ImmutableArray<PartyIdentifier> identifiers, DateOnly day, bool screened)
    {
        string? identifier = identifiers.IsDefaultOrEmpty ? null : string.Join('|', identifiers.Select(i => i.Scheme + i.Value));
        var key = (name, country, identifier, day, screened);
        if (_known.TryGetValue(key, out var found)) return found;
        if (_known.Count >= MostRemembered) _known.Clear();
        var ids = identifiers.IsDefault ? [] : identifiers;
        return _known[key] = OnImported(Look(name, country, ids, day, screened), new NameQuery(name, country, ids), day);
    }

    /// <summary>The party of a key of the maker knowledge, as signals name it.</summary>
    public PartyValue OfKey(string key, DateOnly day, ImmutableArray<Evidence> evidence)
    {
        var value = new PartyValue(directory.Find(key)?.Name ?? key, true, directory.AttributionsOf(key, day), directory.CountriesOf(key, day), evidence);
        return data.Imported.Count == 0 ? value : OnImported(new ResolvedParty(key, value), new NameQuery(value.Name), day).Value;
    }

    /// <summary>
    /// What imported lists add. A party that strongly matches an entry is identified as its party; a list of which the packs have an entry for the party is not asked,
    /// for the packs say more of it.
    /// </summary>
    private ResolvedParty OnImported(ResolvedParty found, NameQuery query, DateOnly day)
    {
        if (data.Imported.Count == 0) return found;
        var value = found.Value;
        Party[] known = found.MakerKey is { } key && directory.Find(key) is { } party ? [party] : [];
        var standings = data.Imported.Find(query, known, day, data.Law).Where(s => !directory.HasEntryOn(s.Attribution.PartyKey, value.Attributions, s.Attribution.Standing?.SeenOn)).ToList();
        if (standings.Count == 0) return found;
        bool certain = standings.Exists(s => s.Attribution.Truth == Truth.True);
        var countries = value.Countries.Contains(NotStated, StringComparer.Ordinal) ? [] : value.Countries;
        if (certain) countries = [.. countries.Concat(standings.Where(s => s.Attribution.Truth == Truth.True).Select(s => s.Country).OfType<string>()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return found with
        {
            Value = value with
            {
                Name = certain && !value.Identified ? standings.First(s => s.Attribution.Truth == Truth.True).Name : value.Name,
                Identified = value.Identified || certain,
                Attributions = [.. value.Attributions, .. standings.Select(s => s.Attribution)],
                Countries = countries.IsEmpty && !certain ? value.Countries : countries,
                Evidence = [.. value.Evidence.IsDefault ? [] : value.Evidence, .. standings.SelectMany(s => s.Attribution.Evidence)],
            },
        };
    }

    private ResolvedParty Look(string name, string? country, ImmutableArray<PartyIdentifier> identifiers, DateOnly day, bool screened)
    {
        var matches = index.Find(new NameQuery(name, country, identifiers), MatchThreshold.Possible);
        if (_cleared is not null && _cleared.Contains(name.Trim())) return WithoutCleared(name, country, matches, day, screened);
        return Of(name, country, matches, day, screened);
    }

    private ResolvedParty WithoutCleared(string name, string? country, ImmutableArray<NameMatch> matches, DateOnly day, bool screened)
    {
        var evidence = ImmutableArray.CreateBuilder<Evidence>();
        var kept = matches.RemoveAll(m =>
        {
            if (m.Identifier is not null || _cleared![name.Trim()].FirstOrDefault(c => c.PartyKey == m.Party.Key) is not { } clearance) return false;
            evidence.Add(new Evidence(clearance.Statement(m.Party.Name, m.Score)));
            return true;
        });
        var found = Of(name, country, kept, day, screened);
        return evidence.Count == 0 ? found : found with { Value = found.Value with { Evidence = [.. found.Value.Evidence, .. evidence] } };
    }

    private ResolvedParty Of(string name, string? country, ImmutableArray<NameMatch> matches, DateOnly day, bool screened)
    {
        var strong = matches.Where(m => m.Score >= MatchThreshold.Strong).ToList();
        strong = [.. strong.Where(m => m.Score >= strong[0].Score - Beside)];
        if (strong.Count > 0) return Strong(strong, day, country);
        var possible = matches.Where(m => m.Score >= MatchThreshold.Possible).ToList();
        return possible.Count > 0 ? Possible(name, possible, day, country) : Unmatched(name, country, screened);
    }

    private ResolvedParty Strong(List<NameMatch> matches, DateOnly day, string? country)
    {
        var attributions = new Dictionary<(string, Relation), Attribution>();
        foreach (var match in matches)
            foreach (var attribution in directory.AttributionsOf(match.Party.Key, day))
            {
                var withMatch = attribution with { Evidence = [EvidenceOf(match), .. attribution.Evidence] };
                var key = (attribution.PartyKey, attribution.Relation);
                if (!attributions.TryGetValue(key, out var known) || known.Truth < withMatch.Truth) attributions[key] = withMatch;
            }
        var best = matches[0];
        return new ResolvedParty(best.Party.Key, new PartyValue(best.Party.Name, true, [.. attributions.Values],
            Countries(matches.SelectMany(m => directory.CountriesOf(m.Party.Key, day)), country), [EvidenceOf(best)]));
    }

    private ResolvedParty Possible(string name, List<NameMatch> matches, DateOnly day, string? country)
    {
        var attributions = matches.Take(3)
            .SelectMany(m => directory.AttributionsOf(m.Party.Key, day).Select(a => a with { Truth = Truth.Unknown, Evidence = [EvidenceOf(m), .. a.Evidence] }))
            .GroupBy(a => (a.PartyKey, a.Relation)).Select(g => g.First());
        return new ResolvedParty(null, new PartyValue(name, false, [.. attributions], Countries([], country), [EvidenceOf(matches[0])]));
    }

    private ResolvedParty Unmatched(string name, string? country, bool screened)
    {
        string statement = $"{Quote.Text(name)} matches none of {index.Parties.Length} parties by name{NotLookedInto}";
        var evidence = ImmutableArray.Create(new Evidence(statement));
        var countries = Countries([], country);
        if (countries.IsEmpty && screened)
        {
            string? sign = CountryHints.Find(name);
            evidence = evidence.Add(new Evidence(sign is null ? "no country is stated and the name shows none of concern" : $"no country is stated; {Quote.Text(sign)} in the name may show one"));
            if (sign is null) countries = [NotStated];
        }
        return new ResolvedParty(null, new PartyValue(name, screened, [], countries, evidence));
    }

    private static ImmutableArray<string> Countries(IEnumerable<string> known, string? stated) =>
        [.. (stated is null ? known : known.Append(stated)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static Evidence EvidenceOf(NameMatch match)
    {
        string to = match.Name is { } name ? $"name {Quote.Text(name.Text)}" : match.Identifier is { } id ? $"{id.Scheme} {id.Value}" : match.Party.Name;
        string score = match.Score.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
        string reasons = string.Join("; ", match.Reasons.Take(3).Select(r => r.Text));
        return new Evidence($"matches {to} of {match.Party.Name}, score {score}{(reasons.Length > 0 ? $" ({reasons})" : "")}",
            Source: match.Name?.Source.Title ?? match.Identifier?.Source.Title);
    }
}
