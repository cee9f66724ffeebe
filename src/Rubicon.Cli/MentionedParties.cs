using Rubicon.Reading.Packs;
using Rubicon.Rules.Facts;
using Rubicon.Screening;

namespace Rubicon.Cli;

/// <summary>Parties of requests and answers: by key where the text is one, else by name; a stated relation is taken as stated.</summary>
internal static class MentionedParties
{
    public static PartyValue Of(PartyMention mention, PartyDirectory directory, Screener names, DateOnly asOf)
    {
        var stated = new Evidence($"{mention.Role} {mention.Name ?? mention.Key}", mention.Where);
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
