using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Rubicon.Parties;

namespace Rubicon.Reading.Ownership;

/// <summary>
/// Relations that the maker knowledge and list entries state, as stakes: a subsidiary is controlled, and how much of it is owned is not said; an affiliate may be; a branch is
/// its head office. Unsure statements make an answer possible and never certain.
/// </summary>
internal static class StatedRelations
{
    /// <summary>Adds all parties and their relations.</summary>
    public static OwnershipReading Read(string file, IEnumerable<Party> parties, PartyBook book)
    {
        var account = new OwnershipAccount(file) { Format = "stated-relations" };
        foreach (var party in parties)
        {
            int number = book.Register.Parties.Add(PartyBook.Bounded(party.Key));
            book.Register.Describe(number, new PartyProfile(party.Name, OwnerKind.Entity, Countries: party.Country is { } country ? [new CountryTie(country, TieToCountry.Incorporated)] : []));
            foreach (var identifier in party.Identifiers) book.Identify(number, identifier.Scheme, identifier.Value);
            foreach (var relation in party.Relations) Add(account, book, number, party, relation);
        }
        return account.Close();
    }

    private static void Add(OwnershipAccount account, PartyBook book, int party, Party named, PartyRelation relation)
    {
        account.Read++;
        var where = new SourceLocation(account.File, 0, 0, named.Key);
        bool unsure = relation.Source.Confidence == Confidence.Unsure;
        StakeKind? kind = relation.Kind switch
        {
            RelationKind.SubsidiaryOf => unsure ? StakeKind.Other : StakeKind.Consolidated,
            RelationKind.AffiliateOf => StakeKind.Other,
            RelationKind.BranchOf => unsure ? StakeKind.Other : StakeKind.Equity,
            // Without days a former tie says nothing about any day.
            RelationKind.FormerlyPartOf when relation.Holds is not null => unsure ? StakeKind.Other : StakeKind.Consolidated,
            _ => null,
        };
        if (kind is not { } gives)
        {
            account.Set(relation.Kind == RelationKind.SuccessorOf ? "of successors" : "of a former time without days");
            return;
        }
        int owner = book.Register.Parties.Add(PartyBook.Bounded(relation.Other));
        string source = relation.Source.Published is null ? relation.Source.Title : $"{relation.Source.Title}, {relation.Source.Published}";
        book.Register.Add(owner, party, gives == StakeKind.Equity ? new ShareBounds(100, 100) : ShareBounds.Unknown, gives, false, false, relation.Holds, where, source);
        account.Stakes++;
    }
}
