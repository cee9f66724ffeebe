using Rubicon.Reading.Packs;
using Rubicon.Rules.Facts;
using Rubicon.Screening;

namespace Rubicon.Reading.Requests;

/// <summary>Parties of requests and answers: by key where the text is one, else by name; a stated relation is taken as stated.</summary>
public static class MentionedParties
{
    /// <summary>The party that a mention means on a day.</summary>
    /// <param name="mention">Key, name, or stated relation; <c>nobody</c> is a party on no list.</param>
    /// <param name="directory">Parties by key.</param>
    /// <param name="names">Looks names up.</param>
    /// <param name="asOf">The day as of which relations hold.</param>
    public static PartyValue Of(PartyMention mention, PartyDirectory directory, Screener names, DateOnly asOf)
    {
        var stated = new Evidence($"{mention.Role} {mention.Name ?? mention.Key}", mention.Where);
        var known = Known(mention, directory, names, asOf, stated);
        if (mention.On.IsEmpty) return known;
        return known with { Identified = true, Attributions = [.. known.Attributions.Where(a => a.Truth == Truth.True), .. mention.On.Select(l => new Attribution(l, Relation.Named, Truth.True, [stated]))] };
    }

    private static PartyValue Known(PartyMention mention, PartyDirectory directory, Screener names, DateOnly asOf, Evidence stated)
    {
        if (mention.Key is "nobody") return new PartyValue("nobody listed", true, [], mention.Country is { } c ? [c] : [], [stated]);
        if (mention.Of is { } other)
        {
            var truth = mention.Maybe ? Truth.Unknown : Truth.True;
            var parent = directory.Find(other) is not null ? other : names.Party(other, null, mention.Role).Attributions.FirstOrDefault()?.PartyKey ?? other;
            return new PartyValue(mention.Name ?? other, true, [new Attribution(parent, mention.As, truth, [stated])],
                mention.Country is { } country ? [country] : mention.Maybe ? [] : directory.CountriesOf(parent, asOf), [stated]);
        }
        if (mention.Key is { } key && directory.Find(key) is { } party)
            return new PartyValue(party.Name, true, directory.AttributionsOf(key, asOf), directory.CountriesOf(key, asOf), [stated]);
        var found = names.Party(mention.Name ?? mention.Key ?? "", mention.Country, mention.Role);
        bool cleared = mention.OnNoList && found.Attributions.IsEmpty;
        return found with { Identified = found.Identified || cleared, Evidence = [stated, .. found.Evidence] };
    }
}
