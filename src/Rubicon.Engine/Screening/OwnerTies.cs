using System.Collections.Immutable;
using Rubicon.Ownership;
using Rubicon.Parties;
using Rubicon.Rules.Facts;

namespace Rubicon.Screening;

/// <summary>What stakes say of one party of a record.</summary>
/// <param name="Joins">The parties of the files that it is or may be; empty when none has its identifier or name.</param>
/// <param name="Attributions">What it is to designated parties by those stakes.</param>
/// <param name="Countries">Countries of concern that surely own, control or contain it, each with the reason.</param>
/// <param name="PossibleCountries">Those that may.</param>
/// <param name="Holdings">The stakes above it, as the measures of rules count them.</param>
internal sealed record OwnerTie(
    ImmutableArray<RoleJoin> Joins, ImmutableArray<Attribution> Attributions, ImmutableArray<(string Country, Evidence Why)> Countries,
    ImmutableArray<(string Country, Evidence Why)> PossibleCountries, StatedHoldings Holdings);

/// <summary>
/// Works out what stakes say of a party: control by a designated party makes it a subsidiary, common control an affiliate, more than a tenth without control possibly an affiliate, control of a
/// designated party its parent, half in the aggregate half-owned. Holders are looked up by name and identifier as suppliers are. What rests on a like name alone is possible and never certain.
/// </summary>
internal sealed class OwnerTies(StatedOwners owners, PartyResolver parties, PartyDirectory directory)
{
    /// <summary>Stakes above one party that are looked at; beyond it nothing is certain and nothing is excluded.</summary>
    private const int MostStakes = 20_000;

    private const int MostBelow = 500;

    private readonly Dictionary<(string Name, string Ids, DateOnly Day, bool Screened), OwnerTie> _known = [];

    /// <summary>What the stakes say of the party on a day.</summary>
    /// <param name="party">The party as names and records have it.</param>
    /// <param name="identifiers">Its identifiers, as far as the record states them.</param>
    /// <param name="day">The law date.</param>
    /// <param name="screened">What a holder of no match means: on no list (true), or perhaps on one that is not held whole.</param>
    public OwnerTie Of(PartyValue party, ImmutableArray<PartyIdentifier> identifiers, DateOnly day, bool screened)
    {
        var key = (party.Name + '|' + string.Join('|', Keys(party)), string.Join('|', identifiers.Select(i => i.Scheme + i.Value)), day, screened);
        if (_known.TryGetValue(key, out var found)) return found;
        const int most = 20_000;
        if (_known.Count >= most) _known.Clear();
        return _known[key] = Look(party, identifiers, day, screened);
    }

    private static IEnumerable<string> Keys(PartyValue party) =>
        party.Attributions.Where(a => party.Identified && a is { Relation: Relation.Named, Truth: Truth.True }).Select(a => a.PartyKey);

    private OwnerTie Look(PartyValue party, ImmutableArray<PartyIdentifier> identifiers, DateOnly day, bool screened)
    {
        var ofMakers = Keys(party).Select(directory.Find).OfType<Party>().SelectMany(p => p.Identifiers);
        var joins = owners.Joins(party.Name, identifiers.Concat(ofMakers), Keys(party));
        var found = Gather(owners.On(day), joins, day, screened);
        if (joins.IsEmpty || owners.Alike.IsEmpty) return found;
        // What hangs on parties of like names being one is possible and never certain.
        var supposed = Gather(owners.On(day, supposed: true), [.. joins.Select(j => j with { IsSure = false, Words = $"{j.Words}, and parties of like names in the files" })], day, screened);
        return found with
        {
            Attributions = Strongest(found.Attributions.Concat(supposed.Attributions)),
            PossibleCountries = [.. found.PossibleCountries.Concat(supposed.PossibleCountries).DistinctBy(c => c.Country)],
            Holdings = found.Holdings with { Supposed = supposed.Holdings with { Joins = [.. supposed.Joins.Select(j => j with { IsSure = true })] } },
        };
    }

    private OwnerTie Gather(OwnershipGraph graph, ImmutableArray<RoleJoin> joins, DateOnly day, bool screened)
    {
        var attributions = new List<Attribution>();
        var stakes = new List<Stake>();
        var holders = ImmutableSortedDictionary.CreateBuilder<string, PartyValue>(StringComparer.Ordinal);
        List<(string Country, Evidence Why)> countries = [], possible = [];
        bool truncated = false;
        // Keys are those of the parties for which others stand, where some are taken for one.
        List<(RoleJoin Join, int Number)> placed = [.. joins.Select(j => (Join: j, Number: graph.Number(j.Key))).Select(p => p.Number < 0 ? p : (p.Join with { Key = graph.Register.Parties.KeyOf(p.Number) }, p.Number))];
        foreach (var (join, number) in placed.Where(p => p.Number >= 0))
        {
            var above = Upward.Of(graph, number);
            int[] edges = [.. above.Order().SelectMany(n => graph.In(n).ToArray()).Concat(above.SelectMany(n => graph.Out(n).ToArray().Where(e => graph.Row(e).Kind == StakeKind.InConcert))).Distinct().Take(MostStakes + 1)];
            truncated |= edges.Length > MostStakes;
            stakes.AddRange(edges.Take(MostStakes).SelectMany(e => graph.EdgeOf(e).Stakes).Select(s => s with { Holds = null }));
            foreach (int holder in above)
                if (ValueOf(graph, holder, day, screened) is { } value) holders[graph.Register.Parties.KeyOf(holder)] = value;
            var tied = new TiesOfNode(graph, number, join, n => ValueOf(graph, n, day, screened), directory);
            int[] holding = [.. above.Where(n => n != number)];
            attributions.AddRange(tied.Above(holding));
            attributions.AddRange(tied.Below(MostBelow));
            attributions.AddRange(tied.Sisters(holding, MostBelow));
            tied.Jurisdiction(above, countries, possible);
        }
        ImmutableArray<RoleJoin> joined = [.. placed.Select(p => p.Join)];
        return new OwnerTie(joined, Strongest(attributions), [.. countries.DistinctBy(c => c.Country)], [.. possible.DistinctBy(c => c.Country)],
            new StatedHoldings([.. stakes.Distinct()], holders.ToImmutable()) { Joins = joined, IsPart = truncated });
    }

    private static ImmutableArray<Attribution> Strongest(IEnumerable<Attribution> attributions) =>
        [.. attributions.GroupBy(a => (a.PartyKey, a.Relation)).Select(g => g.MaxBy(a => a.Truth)!)];

    /// <summary>The party as rules see it; null for one whom nobody named.</summary>
    private PartyValue? ValueOf(OwnershipGraph graph, int party, DateOnly day, bool screened)
    {
        var profile = graph.Register.ProfileOf(party);
        if (profile?.Kind == OwnerKind.Unknown) return null;
        string key = graph.Register.Parties.KeyOf(party);
        if (owners.HoldsMakers && directory.Find(key) is not null) return parties.OfKey(key, day, []);
        var source = new StatementSource("the file of stakes", null, Confidence.Verified);
        ImmutableArray<PartyIdentifier> identifiers = [.. (profile?.Identifiers ?? []).Select(i => i.Split(':', 2)).Where(i => i.Length == 2 && i[0] is "lei" or "uei" or "cage" or "uscc").Select(i => new PartyIdentifier(i[0], i[1], source))];
        return parties.Find(graph.Register.NameOf(party), profile?.Countries.FirstOrDefault()?.Country, identifiers, day, screened).Value;
    }
}
