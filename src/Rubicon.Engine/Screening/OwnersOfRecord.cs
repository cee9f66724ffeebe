using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;

namespace Rubicon.Screening;

/// <summary>Adds what files of stakes say of the parties of a record: to each party what it is to designated ones, and the stakes themselves for rules that count them.</summary>
internal sealed class OwnersOfRecord(OwnerTies ties, FactCatalog catalog, DateOnly asOf)
{
    /// <summary>Evidence and assumption that a supplier's owners were not looked into: not so where they were.</summary>
    public const string NotLookedInto = "the supplier's name is on no list; its owners were not looked into";

    private readonly Fact _stakes = catalog["stakes"];

    /// <summary>The facts with ties and stakes as of the law date.</summary>
    /// <param name="facts">Facts of the record.</param>
    /// <param name="identifiers">Identifiers of the supplier.</param>
    /// <param name="draft">Takes notes and assumptions; null for a request.</param>
    public FactSet Add(FactSet facts, ImmutableArray<PartyIdentifier> identifiers, FactDraft? draft)
    {
        var day = LawDate.Of(facts, asOf);
        var changes = new List<KeyValuePair<Fact, FactValue>>();
        StatedHoldings? holdings = null;
        var noted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (fact, value) in facts.Stated)
        {
            if (fact.Type != FactType.Party || value is not PartyValue party || party.Name is "nobody listed" || party.Name.Length == 0) continue;
            bool isSupplier = fact.Name is "supplier" || (facts[catalog["supplier"]] is PartyValue supplier && supplier.Name == party.Name);
            // Only the lists that suppliers are screened against are whole; a holder of a recipient may stand on the rest of the Entity List.
            var tie = ties.Of(party, isSupplier ? identifiers : [], day, screened: fact.Name is not ("recipient" or "counterparty"));
            if (tie.Joins.IsEmpty)
            {
                if (fact.Name == "supplier") draft?.Assumption("no stake of the ownership files names the supplier: its owners were not looked into");
                continue;
            }
            if (tie.Joins.Any(j => !j.IsSure))
            {
                if (noted.Add(party.Name)) draft?.Note($"{Quote.Text(party.Name)} may be {string.Join(" or ", tie.Joins.Select(j => Quote.Text(j.Key)))} of the ownership files, by name only: confirm with --same");
            }
            else if (isSupplier) draft?.Retract(NotLookedInto);
            changes.Add(new(fact, With(party, tie)));
            holdings = holdings is null ? tie.Holdings : holdings.Stakes == tie.Holdings.Stakes ? holdings : Both(holdings, tie.Holdings);
        }
        if (changes.Count == 0) return facts;
        draft?.Assumption("owners that the ownership files name and no list does were taken for not listed; more owners than the files state were not looked for");
        if (holdings is { Stakes.IsEmpty: false }) changes.Add(new(_stakes, facts[_stakes] is StatedHoldings own ? own.With(holdings) : facts[_stakes] is HoldingsValue answered ? answered : holdings with { Evidence = holdings.Places }));
        return facts.With(changes);
    }

    private static StatedHoldings Both(StatedHoldings one, StatedHoldings other)
    {
        var parties = one.Parties.ToBuilder();
        // Of two readings of one holder the more careful one stands.
        foreach (var (key, value) in other.Parties)
            if (!parties.TryGetValue(key, out var known) || (known.Identified && !value.Identified)) parties[key] = value;
        return new StatedHoldings([.. one.Stakes.Union(other.Stakes)], parties.ToImmutable())
        {
            Joins = [.. one.Joins.Union(other.Joins)],
            IsPart = one.IsPart || other.IsPart,
            Supposed = one.Supposed is null && other.Supposed is null ? null : Both(one.Supposed ?? one, other.Supposed ?? other),
        };
    }

    private static PartyValue With(PartyValue party, OwnerTie tie)
    {
        var attributions = party.Attributions.ToList();
        foreach (var more in tie.Attributions)
        {
            int at = attributions.FindIndex(a => a.PartyKey == more.PartyKey && a.Relation == more.Relation);
            if (at < 0) attributions.Add(more);
            else if (attributions[at].Truth < more.Truth) attributions[at] = more;
        }
        ImmutableArray<string> from = [.. tie.Countries.Select(c => c.Country).Order(StringComparer.Ordinal)];
        return party with
        {
            Attributions = [.. attributions],
            ControllingCountries = from,
            PossibleCountries = [.. tie.PossibleCountries.Select(c => c.Country).Except(from, StringComparer.Ordinal).Except(party.Countries, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Evidence = [.. party.Evidence.Select(e => e with { Statement = e.Statement.Replace(PartyResolver.NotLookedInto, "", StringComparison.Ordinal) }), .. tie.Countries.Select(c => c.Why), .. tie.PossibleCountries.Select(c => c.Why)],
        };
    }
}
