using System.Collections.Immutable;
using Rubicon.Matching;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Screening;

/// <summary>An entry of a list that was read beside the packs: it stands as published.</summary>
/// <param name="PartyKey">Key of its party in the index.</param>
/// <param name="Id">List, slash, id of the entry.</param>
/// <param name="List">The list.</param>
/// <param name="Name">The name as printed.</param>
/// <param name="From">First day as stated, or null.</param>
/// <param name="To">Last day as stated, or null.</param>
public sealed record StandingEntry(string PartyKey, string Id, string List, string Name, DateOnly? From, DateOnly? To)
{
    /// <summary>What the list is called.</summary>
    public string ListTitle { get; init; } = List;

    /// <summary>The day of the state of the list that was read; null when it is not known.</summary>
    public DateOnly? ListState { get; init; }

    /// <summary>Lists of the law on which the entry puts its party; empty when no rule speaks of its list.</summary>
    public ImmutableArray<string> On { get; init; } = [];
}

/// <summary>
/// Screens names against the lists of the law: the name is matched with parties, and each party is followed to the entries that name it or, by a stated
/// relation, a party it belongs to. Immutable; any number of threads may ask at once.
/// </summary>
public sealed class NameScreener
{
    private readonly PartyIndex _index;
    private readonly PartyDirectory _directory;
    private readonly DateOnly _asOf;
    private readonly DateOnly _knownAt;
    private readonly ILookup<string, StandingEntry> _standing;
    private readonly ILookup<string, (DesignationList List, DesignationEntry Entry)> _entries;

    /// <summary>Makes a screener for one day.</summary>
    /// <param name="law">The lists.</param>
    /// <param name="index">Parties by name.</param>
    /// <param name="directory">Their relations.</param>
    /// <param name="asOf">The day for which relations are looked up and entries said to be in force.</param>
    /// <param name="knownAt">Entries that became known later are left out.</param>
    /// <param name="standing">Entries of lists read beside the packs, whose parties are in the index too; may be empty.</param>
    public NameScreener(LawBook law, PartyIndex index, PartyDirectory directory, DateOnly asOf, DateOnly knownAt, IEnumerable<StandingEntry> standing)
    {
        _standing = standing.ToLookup(e => e.PartyKey, StringComparer.Ordinal);
        (_index, _directory, _asOf, _knownAt) = (index, directory, asOf, knownAt);
        _entries = law.Lists.SelectMany(l => l.Entries.Where(e => !e.IsCategory && e.Effective.Known <= knownAt).Select(e => (l, e)))
            .ToLookup(p => p.e.PartyKey!, p => (p.l, p.e), StringComparer.Ordinal);
    }

    /// <summary>The entries that the query may mean, best first; equal scores with entries in force first, then by id.</summary>
    /// <param name="query">The name and what is known beside it.</param>
    /// <param name="thresholds">From which score on an entry is returned.</param>
    public NameAnswer Screen(NameQuery query, ScreeningThresholds thresholds)
    {
        double threshold = thresholds.Lowest;
        var found = _index.Find(query, threshold);
        var matches = new Dictionary<string, ListMatch>(StringComparer.Ordinal);
        foreach (var match in found)
        {
            if (match.Score < threshold) break;
            string? country = query.Country ?? match.Party.Country;
            foreach (var entry in _standing[match.Party.Key])
                if (match.Score >= thresholds.Of(entry.List, country) && (!matches.TryGetValue(entry.Id, out var known) || match.Score > known.Score)) matches[entry.Id] = Of(match, entry);
            foreach (var attribution in _directory.AttributionsOf(match.Party.Key, _asOf))
                foreach (var (list, entry) in _entries[attribution.PartyKey])
                    if (match.Score >= thresholds.Of(list.Id, country) && IsReached(attribution.Relation, entry) && (!matches.TryGetValue(entry.Id, out var known) || Better(match.Score, attribution.Relation, known)))
                        matches[entry.Id] = Of(match, attribution, list, entry);
        }
        var sorted = matches.Values.OrderByDescending(m => m.Score).ThenByDescending(m => m.InForce).ThenBy(m => m.Relation).ThenBy(m => m.Entry, StringComparer.Ordinal)
            .ToLookup(m => m.Relation is Relation.Named or Relation.Branch);
        return new NameAnswer([.. sorted[true]], [.. sorted[false]], found.Length > 1 ? found[0].Score - found[1].Score : null, query.IsCut,
            Folding.Fold(query.Text.AsSpan(0, Math.Min(query.Text.Length, 1_024))).AsSpan().Trim().Length > 0 || !query.Identifiers.IsEmpty);
    }

    // A person asked about is shown what names it, and what reaches it by the entry's own words; a parent is not its listed subsidiary.
    private static bool IsReached(Relation relation, DesignationEntry entry) => relation is Relation.Named or Relation.Branch || entry.Reach.Contains(relation);

    private static bool Better(double score, Relation relation, ListMatch known) =>
        score > known.Score || (score == known.Score && relation < known.Relation);

    private ListMatch Of(NameMatch match, StandingEntry entry) => new(entry.Id, entry.List, entry.ListTitle, entry.ListState, entry.Name, match.Party.Name, Relation.Named, true,
        entry.From, entry.To, !(entry.From > _asOf) && !(entry.To < _asOf), match.Score, [.. match.Reasons.Select(r => r.Text)]);

    private ListMatch Of(NameMatch match, Attribution attribution, DesignationList list, DesignationEntry entry)
    {
        var reasons = match.Reasons.Select(r => r.Text);
        if (attribution.Relation != Relation.Named) reasons = reasons.Concat(attribution.Evidence.Select(e => e.Statement));
        return new ListMatch(entry.Id, list.Id, list.Title, list.Read, entry.Name, match.Party.Name, attribution.Relation, attribution.Truth == Truth.True,
            entry.Effective.From, entry.Effective.EndAsKnown(_knownAt), entry.Effective.Holds(_asOf, _knownAt), match.Score, [.. reasons]);
    }
}
