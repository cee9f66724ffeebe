using System.Collections.Immutable;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Rules.Conditions;

/// <summary>Whether a party is the designated party of an entry, or related to it as its reach says.</summary>
internal static class PartyReach
{
    /// <summary>Truth for one entry; a party that is not identified leaves everything else unknown.</summary>
    public static Truth Of(FactValue value, DesignationEntry entry, ImmutableArray<Relation> reach)
    {
        if (value is not PartyValue party) return Truth.Unknown;
        var truth = party.Identified ? Truth.False : Truth.Unknown;
        foreach (var attribution in party.Attributions)
            if (string.Equals(attribution.PartyKey, entry.PartyKey, StringComparison.Ordinal) && reach.Contains(attribution.Relation))
                truth = attribution.Truth == Truth.False && !party.Identified ? truth : Kleene.Or(truth, attribution.Truth);
        return truth;
    }

    /// <summary>
    /// Truth that some entry that names a party covers it: <see cref="Of"/> and the entry's own conditions, over all entries. Only entries of
    /// parties that the value is attributed to can hold of it for certain; all others are false of an identified party, and open of any other.
    /// Without <paramref name="limits"/> only the conditions of entries that are themselves limited count.
    /// </summary>
    public static Truth OfAny(FactValue value, EntriesInForce entries, ImmutableArray<Relation>? reach, Scope scope, bool limits = true)
    {
        var party = value as PartyValue;
        var truth = Truth.False;
        if (party is not null)
            foreach (var attribution in party.Attributions)
                foreach (var entry in entries.Of(attribution.PartyKey))
                {
                    truth = Kleene.Or(truth, Limited(Of(value, entry, reach ?? entry.Reach), entry, scope, limits));
                    if (truth == Truth.True) return truth;
                }
        if (truth == Truth.Unknown || party is { Identified: true }) return truth;
        foreach (var entry in entries.Parties)
            if (Limited(Of(value, entry, reach ?? entry.Reach), entry, scope, limits) != Truth.False) return Truth.Unknown;
        return truth;
    }

    private static Truth Limited(Truth party, DesignationEntry entry, Scope scope, bool limits) =>
        party == Truth.False || !(limits || entry.Limited) || entry.When is null ? party : Kleene.And(party, entry.When.Evaluate(scope));

    /// <summary>
    /// Whether the party is stated to stand on one of the lists themselves, whichever entry it is: the caller looked it up on the whole list, of
    /// which the packs hold a part, or an imported list has it. Such a statement goes by the id of the list where an attribution has the key of a party.
    /// </summary>
    public static Truth StatedOn(FactValue value, ImmutableArray<string> lists, DateOnly day)
    {
        var truth = Truth.False;
        if (value is PartyValue party)
            foreach (var attribution in party.Attributions)
                if (lists.Contains(attribution.PartyKey, StringComparer.Ordinal)) truth = Kleene.Or(truth, attribution.On(day));
        return truth;
    }

    /// <summary>What states it, for the proof.</summary>
    public static IEnumerable<Evidence> StatementsOn(FactValue value, ImmutableArray<string> lists, DateOnly day) =>
        value is PartyValue party ? party.Attributions.Where(a => lists.Contains(a.PartyKey, StringComparer.Ordinal) && a.On(day) != Truth.False).SelectMany(a => a.Evidence) : [];

    /// <summary>The lists, or the entries picked of them, for the words of a test.</summary>
    public static string Listing(ImmutableArray<string> lists, ImmutableArray<string> entries) =>
        entries.IsEmpty ? string.Join(", ", lists) : $"{string.Join(", ", entries)} of {string.Join(", ", lists)}";

    /// <summary>A reach that replaces that of the entries, for the words of a test.</summary>
    public static string Reaching(ImmutableArray<Relation>? reach) =>
        reach is { } only ? $", reaching {string.Join(", ", only.Select(r => r == Relation.HalfOwned ? "half-owned" : r.ToString().ToLowerInvariant()))}" : "";

    /// <summary>Why, for the proof.</summary>
    public static Proof Explain(Fact role, FactValue value, DesignationEntry entry, ImmutableArray<Relation> reach, Truth truth)
    {
        var evidence = value.Evidence.ToBuilder();
        string how = truth == Truth.Unknown ? "may be" : truth == Truth.False ? "is not" : "is";
        string relation = "";
        if (value is PartyValue party)
            foreach (var attribution in party.Attributions.Where(a => a.PartyKey == entry.PartyKey))
            {
                evidence.AddRange(attribution.Evidence);
                relation = reach.Contains(attribution.Relation)
                    ? attribution.Relation == Relation.Named ? "" : $" ({attribution.Relation.ToString().ToLowerInvariant()})"
                    : $" ({attribution.Relation.ToString().ToLowerInvariant()}, beyond the entry's reach)";
            }
        evidence.Add(new Evidence($"entry \"{entry.Name}\" from {entry.Effective.From:yyyy-MM-dd}", Source: $"{entry.Id}, {entry.Citation}"));
        return new Proof(truth, role.Name, $"{role.Name} {value.Display} {how} {entry.Name}{relation}", entry.Words, entry.Citation, [.. evidence.Distinct()], []);
    }
}

/// <summary>
/// A party of the transaction stands on a list on that day, in the reach stated, whatever the item; an entry that is limited counts only
/// where its limits hold.
/// </summary>
public sealed class ListedCondition(
    ImmutableArray<string> lists, Fact role, ImmutableArray<Relation>? reach, int? footnote, ImmutableArray<string> entries, bool? unstated, Quotation quotation)
    : Condition(quotation)
{
    /// <summary>Ids of the lists.</summary>
    public ImmutableArray<string> Lists { get; } = lists;

    /// <summary>The party asked about.</summary>
    public Fact Role { get; } = role;

    /// <summary>Names of the entries picked; empty for all.</summary>
    public ImmutableArray<string> EntryNames { get; } = entries;

    /// <inheritdoc/>
    public override string Predicate => "listed";

    /// <inheritdoc/>
    public override string Test =>
        $"{Role.Name} is on {PartyReach.Listing(Lists, EntryNames)}{(footnote is { } number ? $" with footnote {number}" : "")}{PartyReach.Reaching(reach)}{(unstated is { } taken ? $", taken as {(taken ? "yes" : "no")} when no {Role.Name} is stated" : "")}";

    private protected override Truth Decide(Scope scope)
    {
        if (unstated is { } taken && ReferenceEquals(scope.Facts[Role], FactValue.NotStated)) return Kleene.Of(taken);
        var truth = PartyReach.OfAny(scope.Facts[Role], InForce(scope), reach, scope, limits: false);
        // Which entry it is, and so its footnotes, is not said by a statement about the list.
        var stated = truth == Truth.True ? Truth.False : PartyReach.StatedOn(scope.Facts[Role], Lists, scope.LawDate);
        return stated == Truth.False ? truth
            : Kleene.Or(truth, footnote is null && EntryNames.IsEmpty && Reaches(Relation.Named) ? stated : Truth.Unknown);
    }

    private bool Reaches(Relation relation) => reach is not { } asked || asked.Contains(relation);

    internal ImmutableArray<DesignationEntry> Entries(Scope scope) => InForce(scope).All;

    private EntriesInForce InForce(Scope scope) => scope.OnDay.EntriesOf(this, scope, static (c, s) => c.Pick(s));

    private IEnumerable<DesignationEntry> Pick(Scope scope) => Lists
        .SelectMany(l => scope.Law.List(l).Entries)
        .Where(e => !e.IsCategory && e.Effective.Holds(scope.LawDate, scope.KnownAt) && (footnote is not { } f || e.Footnotes.Contains(f)) && e.IsNamed(EntryNames));

    /// <inheritdoc/>
    public override Proof Explain(Scope scope)
    {
        var value = scope.Facts[Role];
        var truth = Evaluate(scope);
        var entries = Entries(scope);
        var hits = entries.Where(e => Of(e, scope) == truth && (truth == Truth.True || Mentions(value, e))).Take(3);
        string says = truth switch
        {
            Truth.True => $"{Role.Name} {value.Display} is on {string.Join(", ", Lists)}{(PartyReach.StatedOn(value, Lists, scope.LawDate) == Truth.True ? ", as stated" : "")}",
            Truth.False when ReferenceEquals(value, FactValue.NotStated) => $"no {Role.Name} is stated",
            Truth.False => $"{Role.Name} {value.Display} is on none of the {entries.Length} entries of {string.Join(", ", Lists)} in force",
            _ => $"{Role.Name}: {value.Display}; whether on {string.Join(", ", Lists)} is not known",
        };
        return ProofOf(truth, says, [.. (value.Evidence.IsDefault ? [] : value.Evidence).Concat(PartyReach.StatementsOn(value, Lists, scope.LawDate)).Distinct()], [.. hits.SelectMany(e => Steps(e, value, scope))]);
    }

    /// <inheritdoc/>
    public override IEnumerable<Fact> UnknownFacts(Scope scope)
    {
        if (Evaluate(scope) != Truth.Unknown) return [];
        var open = Entries(scope).Where(e => Of(e, scope) == Truth.Unknown).ToList();
        IEnumerable<Fact> facts = open.Any(e => Party(e, scope) == Truth.Unknown) || PartyReach.StatedOn(scope.Facts[Role], Lists, scope.LawDate) == Truth.Unknown ? [Role] : [];
        // What limits an entry is asked once the party may be that entry's, not of everybody.
        foreach (var entry in open.Where(e => e.Limited && (Party(e, scope) == Truth.True || Mentions(scope.Facts[Role], e))))
            facts = facts.Concat(entry.When!.UnknownFacts(scope));
        return facts.Distinct();
    }

    /// <inheritdoc/>
    public override IEnumerable<Fact> FactsRead(Scope scope) =>
        Entries(scope).Where(e => e is { Limited: true, When: not null }).SelectMany(e => e.When!.FactsRead(scope)).Prepend(Role);

    private Truth Party(DesignationEntry entry, Scope scope) => PartyReach.Of(scope.Facts[Role], entry, reach ?? entry.Reach);

    private Truth Of(DesignationEntry entry, Scope scope)
    {
        var party = Party(entry, scope);
        return party == Truth.False || !entry.Limited || entry.When is null ? party : Kleene.And(party, entry.When.Evaluate(scope));
    }

    private IEnumerable<Proof> Steps(DesignationEntry entry, FactValue value, Scope scope)
    {
        yield return PartyReach.Explain(Role, value, entry, reach ?? entry.Reach, Party(entry, scope));
        if (entry is { Limited: true, When: { } limit }) yield return limit.Explain(scope);
    }

    private static bool Mentions(FactValue value, DesignationEntry entry) =>
        value is PartyValue party && party.Attributions.Any(a => a.PartyKey == entry.PartyKey);
}

/// <summary>
/// A party is owned by, controlled by, or subject to the jurisdiction of one of some countries. A party that is not identified,
/// or whose countries are unknown, is a question.
/// </summary>
public sealed class OfConcernCondition(Fact role, ImmutableArray<string> countries, Quotation quotation) : Condition(quotation)
{
    /// <summary>The party asked about.</summary>
    public Fact Role { get; } = role;

    /// <summary>The countries.</summary>
    public ImmutableArray<string> Countries { get; } = countries;

    /// <inheritdoc/>
    public override string Predicate => "of-concern";

    /// <inheritdoc/>
    public override string Test => $"{Role.Name} is owned by, controlled by, or subject to the jurisdiction of one of {string.Join(", ", Countries)}";

    private protected override Truth Decide(Scope scope)
    {
        if (scope.Facts[Role] is not PartyValue party) return Truth.Unknown;
        foreach (string country in party.Countries.Concat(party.ControllingCountries))
            if (Countries.Contains(country, StringComparer.Ordinal)) return Truth.True;
        if (party.PossibleCountries.Any(c => Countries.Contains(c, StringComparer.Ordinal))) return Truth.Unknown;
        return party.Identified && !party.Countries.IsEmpty ? Truth.False : Truth.Unknown;
    }

    /// <inheritdoc/>
    public override Proof Explain(Scope scope)
    {
        var value = scope.Facts[Role];
        string where = value is PartyValue { Countries.IsEmpty: false } party ? string.Join(", ", party.Countries) : "country not known";
        if (value is PartyValue { ControllingCountries: { IsEmpty: false } by }) where += $"; owned or controlled from {string.Join(", ", by)}";
        if (value is PartyValue { PossibleCountries: { IsEmpty: false } possible }) where += $"; perhaps {string.Join(", ", possible)}";
        return ProofOf(Evaluate(scope), $"{Role.Name} {value.Display} ({where}) of one of {string.Join(", ", Countries)}", value.Evidence);
    }

    /// <inheritdoc/>
    public override IEnumerable<Fact> UnknownFacts(Scope scope) => Evaluate(scope) == Truth.Unknown ? [Role] : [];

    /// <inheritdoc/>
    public override IEnumerable<Fact> FactsRead(Scope scope) => [Role];
}
