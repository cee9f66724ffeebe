using System.Collections.Immutable;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Rules.Conditions;

/// <summary>
/// Parties on some lists hold enough of a party of the transaction, counted as the regime counts. The stakes are those of the fact <c>stakes</c>; a
/// holder that nobody identified may be on the lists. Where no stakes are stated the answer is unknown, or what <paramref name="unstated"/> takes.
/// </summary>
public sealed class OwnedCondition(
    Fact role, Fact stakes, ImmutableArray<string> lists, HoldingMeasure measure, bool? unstated, Quotation quotation) : Condition(quotation)
{
    private static readonly ImmutableArray<Relation> Itself = [Relation.Named, Relation.Branch];

    /// <summary>The party asked about.</summary>
    public Fact Role { get; } = role;

    /// <summary>The fact that holds the stakes.</summary>
    public Fact Stakes { get; } = stakes;

    /// <summary>Ids of the lists. Of several the one with the most restrictive terms stands first: parties of all of them count together.</summary>
    public ImmutableArray<string> Lists { get; } = lists;

    /// <summary>How it is counted.</summary>
    public HoldingMeasure Measure { get; } = measure;

    /// <inheritdoc/>
    public override string Predicate => "owned";

    /// <inheritdoc/>
    public override string Test =>
        $"parties on {string.Join(", ", Lists)} have {Role.Name} by the measure {Measure.ToString().ToLowerInvariant()}{(unstated is { } taken ? $", taken as {(taken ? "yes" : "no")} when nobody states stakes" : "")}";

    private protected override Truth Decide(Scope scope) => Answer(scope).Truth;

    /// <inheritdoc/>
    public override Proof Explain(Scope scope)
    {
        var answer = Answer(scope);
        // A replaced condition (lint) says what it was replaced by.
        return ProofOf(Evaluate(scope), $"{Role.Name} {scope.Facts[Role].Display}: {answer.Says}{Terms(scope, answer)}", answer.Evidence);
    }

    /// <summary>Which of the owners are surely on which list, and whose terms apply.</summary>
    private string Terms(Scope scope, HoldingAnswer answer)
    {
        if (Lists.Length < 2 || answer.Owners.IsEmpty || scope.Facts[Stakes] is not HoldingsValue holdings) return "";
        var on = Lists.Select(list => (List: list, Owners: holdings.Holders
            .Where(h => answer.Owners.Contains(h.Key) && IsListed(scope, h.Key, h.Party, [list]) == Truth.True).Select(h => h.Party?.Name ?? h.Key).ToList())).Where(l => l.Owners.Count > 0).ToList();
        if (on.Count == 0) return "";
        string owners = string.Join("; ", on.Select(l => $"{string.Join(", ", l.Owners)} on {l.List}"));
        return $"; listed owners: {owners}{(on.Count > 1 ? $"; the terms of {on[0].List} apply, the most restrictive of these" : "")}";
    }

    /// <inheritdoc/>
    public override IEnumerable<Fact> UnknownFacts(Scope scope) => Evaluate(scope) == Truth.Unknown ? [Stakes] : [];

    /// <inheritdoc/>
    public override IEnumerable<Fact> FactsRead(Scope scope)
    {
        // A holder may go by a role of the transaction; then that party counts too.
        var holders = scope.Facts[Stakes] is HoldingsValue holdings ? holdings.Holders.Where(h => h.Party is null) : [];
        return [Role, Stakes, .. holders.Select(h => scope.Facts.Catalog.Find(h.Key)).OfType<Fact>()];
    }

    private HoldingAnswer Answer(Scope scope)
    {
        if (scope.Facts[Stakes] is not HoldingsValue holdings)
            return new HoldingAnswer(unstated is { } taken ? Kleene.Of(taken) : Truth.Unknown, "no stakes are stated", []);
        List<string> certain = [], possible = [];
        foreach (var (key, stated) in holdings.Holders)
            switch (IsListed(scope, key, stated, Lists))
            {
                case Truth.True: certain.Add(key); break;
                case Truth.Unknown: possible.Add(key); break;
                default: break;
            }
        return holdings.Reach(Measure, certain, possible, Role.Name, scope.Facts[Role] as PartyValue, scope.LawDate);
    }

    private Truth IsListed(Scope scope, string key, PartyValue? stated, ImmutableArray<string> lists)
    {
        FactValue value = stated is not null ? stated : scope.Facts.Catalog.Find(key) is { Type: FactType.Party } role ? scope.Facts[role] : FactValue.NotStated;
        return Kleene.Or(PartyReach.StatedOn(value, lists, scope.LawDate), PartyReach.OfAny(value, lists.Length == Lists.Length ? InForce(scope) : new EntriesInForce([.. Picked(scope, lists)]), Itself, scope, limits: false));
    }

    private EntriesInForce InForce(Scope scope) => scope.OnDay.EntriesOf(this, scope, static (c, s) => Picked(s, c.Lists));

    private static IEnumerable<DesignationEntry> Picked(Scope scope, ImmutableArray<string> lists) =>
        lists.SelectMany(l => scope.Law.List(l).Entries).Where(e => !e.IsCategory && e.Effective.Holds(scope.LawDate, scope.KnownAt));
}
