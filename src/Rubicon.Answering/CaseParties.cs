using Rubicon.Diagnostics;
using Rubicon.Reading.Packs;
using Rubicon.Rules.Facts;
using Rubicon.Screening;

namespace Rubicon.Answering;

/// <summary>Parties of cases: by key, never by name matching, so that a case tests the rule and nothing else.</summary>
public static class CaseParties
{
    /// <summary>Far in the future: cases state relations that hold whatever the day.</summary>
    private static readonly DateOnly AnyDay = new(2026, 11, 21);

    /// <summary>The party that a case mentions. A key that no maker and no list entry has is a problem (unknown reference), and the party is then nobody known.</summary>
    public static PartyValue Of(PartyMention mention, PartyDirectory directory, ICollection<Problem> problems)
    {
        var known = Known(mention, directory, problems);
        return mention.On.IsEmpty ? known : known with { Identified = true, Attributions = [.. known.Attributions, .. mention.On.Select(l => new Attribution(l, Relation.Named, Truth.True, []))] };
    }

    private static PartyValue Known(PartyMention mention, PartyDirectory directory, ICollection<Problem> problems)
    {
        if (mention.Key is "nobody") return new PartyValue("nobody listed", true, [], [mention.Country ?? "US"]);
        string? key = mention.Key ?? mention.Of;
        if (key is null) return new PartyValue(mention.Name ?? "a party", mention.Country is not null, [], Countries(mention, []));
        if (directory.Find(key) is not { } party)
        {
            problems.Add(new Problem(ProblemCatalog.PackUnknownReference, mention.Where, Quote.Text(key), "a maker key or the id of a list entry"));
            return new PartyValue(key, false, [], []);
        }
        if (mention.Of is null)
            return new PartyValue(party.Name, true, directory.AttributionsOf(key, AnyDay), Countries(mention, directory.CountriesOf(key, AnyDay)));
        var truth = mention.Maybe ? Truth.Unknown : Truth.True;
        return new PartyValue(mention.Name ?? $"{mention.As} of {party.Name}", true,
            [new Attribution(key, mention.As, truth, [])], Countries(mention, mention.Maybe ? [] : directory.CountriesOf(key, AnyDay)));
    }

    private static System.Collections.Immutable.ImmutableArray<string> Countries(PartyMention mention, System.Collections.Immutable.ImmutableArray<string> known) =>
        mention.Country is { } country ? [country, .. known.Where(k => k != country)] : known;
}
