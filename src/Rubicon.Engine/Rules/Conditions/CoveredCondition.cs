using System.Collections.Immutable;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Rules.Conditions;

/// <summary>Through what an item is covered. Numbers are written to schemas and never change.</summary>
public enum Through
{
    /// <summary>The item itself, by its producer.</summary>
    Self = 0,

    /// <summary>A part of it, by the part's producer.</summary>
    Component = 1,

    /// <summary>A service, by its provider or the equipment the provider uses.</summary>
    Service = 2,
}

/// <summary>
/// The item is covered by an entry in force: its producer is the designated party (in the entry's reach) and the entry's scope and
/// purpose limits hold, or a category entry's own conditions hold.
/// </summary>
public sealed class CoveredCondition(
    ImmutableArray<string> lists, ImmutableArray<Through> through, ImmutableArray<string> entries, int daysAfterListing,
    ImmutableArray<Relation>? reach, Quotation quotation) : Condition(quotation)
{
    private readonly bool _self = through.Contains(Through.Self);
    private readonly bool _component = through.Contains(Through.Component);
    private readonly bool _service = through.Contains(Through.Service);

    /// <summary>Ids of the lists.</summary>
    public ImmutableArray<string> Lists { get; } = lists;

    /// <inheritdoc/>
    public override string Predicate => "covered";

    /// <inheritdoc/>
    public override string Test
    {
        get
        {
            string through = string.Join(" or ", new[] { _self ? "its producer" : null, _component ? "the producer of a part" : null, _service ? "the provider of the service or its equipment" : null }.OfType<string>());
            return $"covered by {PartyReach.Listing(Lists, EntryNames)} through {through}{(DaysAfterListing > 0 ? $", from {DaysAfterListing} days after the listing" : "")}{PartyReach.Reaching(reach)}";
        }
    }

    /// <summary>Names of the entries picked; empty for all.</summary>
    public ImmutableArray<string> EntryNames { get; } = entries;

    /// <summary>Days after an entry's first day from which it counts.</summary>
    public int DaysAfterListing { get; } = daysAfterListing;

    /// <summary>
    /// A party on an imported state of one of the lists, of which the packs have no entry for it, may be covered: the words that bound its entry are not encoded.
    /// </summary>
    private protected override Truth Decide(Scope scope) =>
        ByEntries(scope) is var truth && truth == Truth.False && StatedAlone(scope).Any() ? Truth.Unknown : truth;

    private Truth ByEntries(Scope scope)
    {
        var catalog = scope.Facts.Catalog;
        var entries = InForce(scope);
        var truth = Truth.False;
        var (maybeThing, maybeService, kindKnown) = Kinds(scope);
        if (_self)
        {
            if (maybeThing) truth = PartyReach.OfAny(scope.Facts[catalog.Producer], entries, reach, scope);
            if (truth != Truth.True) truth = Kleene.Or(truth, OfCategories(entries, scope));
        }
        if (_component)
            foreach (var part in scope.Facts.Components)
            {
                if (truth == Truth.True) return truth;
                var inside = scope with { Facts = part };
                truth = Kleene.Or(truth, Kleene.Or(PartyReach.OfAny(part[catalog.Producer], entries, reach, inside), OfCategories(entries, inside)));
            }
        if (!_service || !maybeService || truth == Truth.True) return truth;
        truth = Kleene.Or(truth, PartyReach.OfAny(scope.Facts[catalog.Provider], entries, reach, scope));
        if (truth != Truth.True && (scope.Facts[catalog.EquipmentUsed].IsKnown || kindKnown))
            truth = Kleene.Or(truth, PartyReach.OfAny(scope.Facts[catalog.EquipmentUsed], entries, reach, scope));
        return truth;
    }

    private IEnumerable<(Fact Role, FactValue Value)> StatedAlone(Scope scope)
    {
        if (!EntryNames.IsEmpty || reach?.Contains(Relation.Named) == false) yield break;
        var catalog = scope.Facts.Catalog;
        var (maybeThing, maybeService, _) = Kinds(scope);
        var parties = new List<(Fact Role, FactValue Value)>();
        if (_self && maybeThing) parties.Add((catalog.Producer, scope.Facts[catalog.Producer]));
        if (_component) parties.AddRange(scope.Facts.Components.Select(p => (catalog.Producer, p[catalog.Producer])));
        if (_service && maybeService) parties.AddRange([(catalog.Provider, scope.Facts[catalog.Provider]), (catalog.EquipmentUsed, scope.Facts[catalog.EquipmentUsed])]);
        foreach (var (role, value) in parties)
            if (value is PartyValue party && party.Attributions.Any(a => a.Standing is not null && Lists.Contains(a.PartyKey, StringComparer.Ordinal) && a.On(scope.LawDate) != Truth.False)
                && !party.Attributions.Any(a => a.Relation is Relation.Named or Relation.Branch && a.Truth == Truth.True && InForce(scope).Of(a.PartyKey).Length > 0))
                yield return (role, value);
    }

    private static Truth OfCategories(EntriesInForce entries, Scope scope)
    {
        var truth = Truth.False;
        foreach (var entry in entries.Categories)
        {
            truth = Kleene.Or(truth, entry.When?.Evaluate(scope) ?? Truth.True);
            if (truth == Truth.True) break;
        }
        return truth;
    }

    private static (bool MaybeThing, bool MaybeService, bool Known) Kinds(Scope scope)
    {
        var fact = scope.Facts.Catalog.ItemKind;
        if (scope.Facts[fact] is not WordsValue kind) return (true, true, false);
        bool thing = false, service = false;
        foreach (string word in kind.Words)
            if (fact.Vocabulary!.IsA(word, "service")) service = true;
            else thing = true;
        return (thing, service, true);
    }

    /// <inheritdoc/>
    public override Proof Explain(Scope scope)
    {
        var truth = Evaluate(scope);
        var all = Candidates(scope).ToList();
        string subject = string.Join(", ", all.Select(c => c.Role?.Name).Where(r => r is not null).Distinct());
        if (truth == Truth.False)
        {
            // The near misses teach most: entries whose party is right and whose scope, purpose or days are not.
            var misses = all.Where(c => c.PartyTruth() == Truth.True || (c.Entry.IsCategory && c.Entry.When is not null)).Take(4);
            return ProofOf(truth, $"covered by none of the entries of {string.Join(", ", Lists)} in force", children: [.. misses.Select(c => c.Explain())]);
        }
        var hits = all.Where(c => c.Truth() == truth).ToList();
        if (hits.Count == 0)
        {
            var stated = StatedAlone(scope).ToList();
            return ProofOf(truth, $"may be covered: {string.Join(", ", stated.Select(s => $"{s.Role.Name} {s.Value.Display}"))} is on an imported state of {string.Join(", ", Lists)}, and the packs have no entry for it",
                [.. stated.SelectMany(s => PartyReach.StatementsOn(s.Value, Lists, scope.LawDate)).Distinct()]);
        }
        string says = truth == Truth.True ? $"covered: {hits[0].Entry.Id}" : $"may be covered by {Some(hits)}, depending on {(subject.Length == 0 ? "its scope" : subject)}";
        return ProofOf(truth, says, children: [.. hits.Take(3).Select(c => c.Explain())]);
    }

    /// <inheritdoc/>
    public override IEnumerable<Fact> UnknownFacts(Scope scope) => Evaluate(scope) != Truth.Unknown
        ? []
        : Candidates(scope).Where(c => c.Truth() == Truth.Unknown).SelectMany(c => c.UnknownFacts()).Concat(StatedAlone(scope).Select(s => s.Role)).Distinct();

    /// <inheritdoc/>
    public override IEnumerable<Fact> FactsRead(Scope scope)
    {
        var catalog = scope.Facts.Catalog;
        yield return catalog.ItemKind;
        if (_self || _component) yield return catalog.Producer;
        if (_service) yield return catalog.Provider;
        if (_service) yield return catalog.EquipmentUsed;
        foreach (var limit in EntriesInForce(scope).Select(e => e.When).OfType<Condition>())
            foreach (var fact in limit.FactsRead(scope)) yield return fact;
    }

    internal ImmutableArray<DesignationEntry> EntriesInForce(Scope scope) => InForce(scope).All;

    private EntriesInForce InForce(Scope scope) => scope.OnDay.EntriesOf(this, scope, static (c, s) => c.Pick(s));

    private IEnumerable<DesignationEntry> Pick(Scope scope)
    {
        foreach (string list in Lists)
            foreach (var entry in scope.Law.List(list).Entries)
                if (entry.Effective.Holds(scope.LawDate, scope.KnownAt)
                    && (DaysAfterListing == 0 || entry.Effective.From.DayNumber + DaysAfterListing <= scope.LawDate.DayNumber)
                    && entry.IsNamed(EntryNames))
                    yield return entry;
    }

    private static string Some(List<Candidate> hits) =>
        string.Join(", ", hits.Take(3).Select(c => c.Entry.Name)) + (hits.Count > 3 ? $" and {hits.Count - 3} more" : "");

    private IEnumerable<Candidate> Candidates(Scope scope)
    {
        var catalog = scope.Facts.Catalog;
        var (maybeThing, maybeService, kindKnown) = Kinds(scope);
        Fact producer = catalog.Producer, provider = catalog.Provider, used = catalog.EquipmentUsed;
        foreach (var entry in EntriesInForce(scope))
        {
            if (_self && (maybeThing || entry.IsCategory))
                yield return new Candidate(this, entry, entry.IsCategory ? null : producer, scope, "");
            if (_component)
                foreach (var part in scope.Facts.Components)
                    yield return new Candidate(this, entry, entry.IsCategory ? null : producer, scope with { Facts = part }, "part: ");
            if (!_service || !maybeService || entry.IsCategory) continue;
            yield return new Candidate(this, entry, provider, scope, "");
            if (scope.Facts[used].IsKnown || kindKnown) yield return new Candidate(this, entry, used, scope, "");
        }
    }

    private readonly record struct Candidate(CoveredCondition Owner, DesignationEntry Entry, Fact? Role, Scope Scope, string Prefix)
    {
        private ImmutableArray<Relation> Reach => Owner.ReachOf(Entry);

        public Truth PartyTruth() => Role is null ? Facts.Truth.True : PartyReach.Of(Scope.Facts[Role], Entry, Reach);

        public Truth Truth()
        {
            var party = PartyTruth();
            return party == Facts.Truth.False || Entry.When is null ? party : Kleene.And(party, Entry.When.Evaluate(Scope));
        }

        public IEnumerable<Fact> UnknownFacts()
        {
            if (Role is not null && PartyTruth() == Facts.Truth.Unknown) yield return Role;
            if (Entry.When is not null)
                foreach (var fact in Entry.When.UnknownFacts(Scope)) yield return fact;
        }

        public Proof Explain()
        {
            var steps = ImmutableArray.CreateBuilder<Proof>(2);
            if (Role is not null) steps.Add(PartyReach.Explain(Role, Scope.Facts[Role], Entry, Reach, PartyTruth()));
            if (Entry.When is not null) steps.Add(Entry.When.Explain(Scope));
            return new Proof(Truth(), "entry", $"{Prefix}{Entry.Id} ({Entry.Name}), from {Entry.Effective.From:yyyy-MM-dd}", Entry.Words, Entry.Citation, [], steps.ToImmutable());
        }
    }

    private ImmutableArray<Relation> ReachOf(DesignationEntry entry) => reach ?? entry.Reach;
}
