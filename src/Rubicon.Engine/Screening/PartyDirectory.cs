using System.Collections.Frozen;
using System.Collections.Immutable;
using Rubicon.Dates;
using Rubicon.Parties;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Screening;

/// <summary>
/// All parties that are known by name: those of the maker knowledge, and those that only a list names. Gives what a party is
/// to designated ones by stated relations, as of a day. Immutable, safe for any thread.
/// </summary>
public sealed class PartyDirectory
{
    private readonly FrozenDictionary<string, Party> _parties;
    private readonly ILookup<string, (string Child, PartyRelation Relation)> _children;
    private readonly FrozenSet<string> _reachedUpward;
    private readonly FrozenSet<string> _designated;
    private readonly ILookup<(string List, string Party), Effective> _named;

    /// <summary>Joins makers and designations. A list entry of a maker adds its printed names to the maker's.</summary>
    public PartyDirectory(IEnumerable<Party> makers, LawBook law)
    {
        var parties = makers.ToDictionary(p => p.Key, StringComparer.Ordinal);
        foreach (var list in law.Lists)
            foreach (var entry in list.Entries.Where(e => !e.IsCategory)) Add(parties, list, entry);
        _parties = parties.ToFrozenDictionary(StringComparer.Ordinal);
        _children = parties.Values.SelectMany(p => p.Relations.Select(r => (r.Other, Child: (p.Key, r)))).ToLookup(x => x.Other, x => x.Child, StringComparer.Ordinal);
        _reachedUpward = law.Lists.SelectMany(l => l.Entries).Where(e => e.PartyKey is not null && (e.Reach.Contains(Relation.Parent) || e.Reach.Contains(Relation.Affiliate)))
            .Select(e => e.PartyKey!).ToFrozenSet(StringComparer.Ordinal);
        _named = law.Lists.SelectMany(l => l.Entries.Where(e => e.PartyKey is not null).Select(e => ((l.Id, e.PartyKey!), e.Effective))).ToLookup(p => p.Item1, p => p.Effective);
        _designated = law.Lists.SelectMany(l => l.Entries).Select(e => e.PartyKey).OfType<string>().ToFrozenSet(StringComparer.Ordinal);
        Parties = [.. _parties.Values.OrderBy(p => p.Key, StringComparer.Ordinal)];
    }

    /// <summary>All parties by key.</summary>
    public ImmutableArray<Party> Parties { get; }

    /// <summary>True when some list, on whatever day, names one of the parties that this one is, or may be, related to, or an imported list names it.</summary>
    public bool TouchesDesignated(PartyValue party) => party.Attributions.Any(a => _designated.Contains(a.PartyKey) || a.Standing is not null);

    /// <summary>
    /// True when the packs have an entry of that list for the party, so that they say on which days it stood there: one without an end, or one whose end the state of an
    /// imported list does not know of. A later state that still has the party says that it was listed again.
    /// </summary>
    internal bool HasEntryOn(string list, ImmutableArray<Attribution> attributions, DateOnly? seenOn) =>
        attributions.Any(a => a.Relation is Relation.Named or Relation.Branch && a.Truth == Truth.True
            && _named[(list, a.PartyKey)].Any(e => e.EndAsKnown(DateOnly.MaxValue) is not { } end || seenOn is null || seenOn <= end));

    /// <summary>All days on which some stated relation begins, or has ended, in order.</summary>
    internal ImmutableArray<DateOnly> RelationDays => field.IsDefault ? field = Days(_parties.Values) : field;

    /// <summary>The same for the relations of all parties that are connected with this one, over however many steps.</summary>
    internal ImmutableArray<DateOnly> RelationDaysAround(string key)
    {
        var around = new HashSet<string>(StringComparer.Ordinal) { key };
        var open = new Stack<string>([key]);
        while (open.TryPop(out string? next))
            foreach (string other in (Find(next)?.Relations.Select(r => r.Other) ?? []).Concat(_children[next].Select(c => c.Child)))
                if (around.Add(other)) open.Push(other);
        return Days(around.Select(Find).OfType<Party>());
    }

    private static ImmutableArray<DateOnly> Days(IEnumerable<Party> parties) =>
        [.. parties.SelectMany(p => p.Relations).Select(r => r.Holds).OfType<Period>()
            .SelectMany(h => new[] { h.From, h.To is { } to && to < DateOnly.MaxValue ? to.AddDays(1) : h.From }).Distinct().Order()];

    /// <summary>The party of that key, or null.</summary>
    public Party? Find(string key) => _parties.GetValueOrDefault(key);

    /// <summary>
    /// What the party is to each party it is stated to be related to, itself first: its parents (it is their subsidiary, affiliate,
    /// branch), and where a list reaches parents and affiliates, its own subsidiaries and its sisters. A relation without days
    /// holds on any day; one with days only within them; unsure ones (U) are unknown.
    /// </summary>
    public ImmutableArray<Attribution> AttributionsOf(string key, DateOnly day)
    {
        var found = new Dictionary<string, Attribution>(StringComparer.Ordinal)
        {
            [key] = new(key, Relation.Named, Truth.True, []),
        };
        Upward(key, day, Relation.Named, Truth.True, found, 0);
        foreach (var above in found.Values.Where(a => a.PartyKey != key && a.Relation is Relation.Subsidiary or Relation.Affiliate).ToList())
            Sisters(above, key, day, found);
        Downward(key, day, found);
        return [.. found.Values];
    }

    /// <summary>Countries of organization of the party and of those that stated relations say own it.</summary>
    public ImmutableArray<string> CountriesOf(string key, DateOnly day) =>
        [.. AttributionsOf(key, day).Where(a => a.Truth == Truth.True && a.Relation is Relation.Named or Relation.Subsidiary or Relation.Branch)
            .Select(a => Find(a.PartyKey)?.Country).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private void Upward(string key, DateOnly day, Relation soFar, Truth truth, Dictionary<string, Attribution> found, int depth)
    {
        if (depth > 12 || Find(key) is not { } party) return;
        foreach (var relation in party.Relations)
        {
            if (RelationOf(relation, day) is not { } step) continue;
            // A subsidiary's affiliate, and an affiliate's parent, are affiliates: reach never grows on the way up.
            var together = soFar == Relation.Named ? step : soFar == Relation.Affiliate || step == Relation.Affiliate ? Relation.Affiliate : Relation.Subsidiary;
            var sure = Kleene.And(truth, relation.Source.Confidence == Confidence.Unsure ? Truth.Unknown : Truth.True);
            if (found.TryGetValue(relation.Other, out var known) && known.Truth >= sure) continue;
            string statement = $"{party.Name} is {Words(relation.Kind)} {Find(relation.Other)?.Name ?? relation.Other}{(relation.Note is null ? "" : $" ({relation.Note})")}";
            found[relation.Other] = new Attribution(relation.Other, together, sure, [new Evidence(statement, Source: Cite(relation.Source))]);
            if (together != Relation.Affiliate) Upward(relation.Other, day, together, sure, found, depth + 1);
        }
    }

    private void Downward(string key, DateOnly day, Dictionary<string, Attribution> found)
    {
        foreach (var (child, relation) in _children[key])
            if (_reachedUpward.Contains(child) && !found.ContainsKey(child) && RelationOf(relation, day) is { } step)
                found[child] = new Attribution(child, step == Relation.Affiliate ? Relation.Affiliate : Relation.Parent,
                    relation.Source.Confidence == Confidence.Unsure ? Truth.Unknown : Truth.True,
                    [new Evidence($"{Find(child)?.Name} is {Words(relation.Kind)} {Find(key)?.Name}", Source: Cite(relation.Source))]);
    }

    private void Sisters(Attribution above, string self, DateOnly day, Dictionary<string, Attribution> found)
    {
        foreach (var (child, relation) in _children[above.PartyKey])
            if (child != self && _reachedUpward.Contains(child) && !found.ContainsKey(child) && RelationOf(relation, day) is not null)
                found[child] = new Attribution(child, Relation.Affiliate, above.Truth,
                    [new Evidence($"{Find(child)?.Name} is {Words(relation.Kind)} {Find(above.PartyKey)?.Name} too", Source: Cite(relation.Source))]);
    }

    private static Relation? RelationOf(PartyRelation relation, DateOnly day)
    {
        if (relation.Holds is { } days && !days.Contains(day)) return null;
        return relation.Kind switch
        {
            RelationKind.SubsidiaryOf => Relation.Subsidiary,
            RelationKind.AffiliateOf => Relation.Affiliate,
            RelationKind.BranchOf => Relation.Branch,
            RelationKind.SuccessorOf => Relation.Successor,
            // Without days a former tie says nothing about any day; with them it held as a subsidiary's does.
            RelationKind.FormerlyPartOf => relation.Holds is null ? null : Relation.Subsidiary,
            _ => null,
        };
    }

    private static string Words(RelationKind kind) => kind switch
    {
        RelationKind.SubsidiaryOf => "a subsidiary of",
        RelationKind.AffiliateOf => "an affiliate of",
        RelationKind.BranchOf => "a branch of",
        RelationKind.SuccessorOf => "the successor of",
        _ => "formerly part of",
    };

    private static string Cite(StatementSource source) => source.Published is null ? source.Title : $"{source.Title}, {source.Published}";

    private static void Add(Dictionary<string, Party> parties, DesignationList list, DesignationEntry entry)
    {
        var source = new StatementSource($"{list.Title}, {entry.Citation}", null, Confidence.Verified);
        var names = entry.Printed.Select(n => new PartyName(n, NameKind.Legal, source))
            .Concat(entry.Also.Select(n => new PartyName(n, NameKind.Alias, source)))
            .Concat(entry.Weak.Select(n => new PartyName(n, NameKind.WeakAlias, source)));
        string key = entry.PartyKey!;
        if (parties.TryGetValue(key, out var known))
        {
            var seen = known.Names.Select(n => n.Text).ToHashSet(StringComparer.Ordinal);
            parties[key] = known with { Names = [.. known.Names, .. names.Where(n => seen.Add(n.Text))] };
            return;
        }
        ImmutableArray<PartyRelation> relations = entry.Group is { } group
            ? [new PartyRelation(entry.GroupAs switch { Relation.Branch => RelationKind.BranchOf, Relation.Affiliate => RelationKind.AffiliateOf, _ => RelationKind.SubsidiaryOf }, group, null, source)]
            : [];
        parties[key] = new Party(key, entry.Name, [.. names], [], entry.Country, relations);
    }
}
