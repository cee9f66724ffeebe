using Rubicon.Subjects;

namespace Rubicon.Rules.Facts;

/// <summary>
/// The facts that the engine itself fills from records. Packs declare further ones in their <c>pack.yaml</c>; together
/// they form the closed <see cref="FactCatalog"/>.
/// </summary>
public static class CoreFacts
{
    internal static readonly Fact[] List =
    [
        new("actor", FactType.Words, "In which legal capacities do you act?", "legal", Vocabularies.Capacity),
        new("actor-country", FactType.Country, "In which country are you organized?", "legal"),
        new("act", FactType.Words, "What is done?", "the buyer", Vocabularies.Act),
        new("act-date", FactType.Date, "On which day is or was it done?", "the buyer"),
        new("contract-date", FactType.Date, "On which day was the contract made?", "contracts"),
        new("contract-clause", FactType.Label, "Which clauses does the contract hold, by number?", "contracts"),
        new("item-kind", FactType.Words, "Is it equipment, software, an update, a service or a visit?", "the buyer", Vocabularies.ItemKind),
        new("category", FactType.Words, "What kind of item is it?", "network engineering", Vocabularies.Category),
        new("producer", FactType.Party, "Who made it?", "the supplier"),
        new("supplier", FactType.Party, "Who supplies it?", "the buyer"),
        new("provider", FactType.Party, "Who provides the service?", "the buyer"),
        new("equipment-used", FactType.Party, "Whose equipment does the provider use for the service?", "the provider"),
        new("performer", FactType.Party, "Who performs the work, and who employs them?", "the supplier"),
        new("counterparty", FactType.Party, "With whom is the dealing, when it is with none of supplier, provider and recipient?", "legal"),
        new("recipient", FactType.Party, "Who receives or uses it at the end?", "sales"),
        new("origin-designed", FactType.Country, "In which country was it designed?", "the maker"),
        new("origin-developed", FactType.Country, "In which country was it developed?", "the maker"),
        new("origin-manufactured", FactType.Country, "In which country was it manufactured?", "the maker"),
        new("origin-assembled", FactType.Country, "In which country was it assembled?", "the maker"),
        new("destination", FactType.Country, "To which country does it go?", "logistics"),
        new("obtained", FactType.Date, "On which day was it obtained?", "asset records"),
        new("installed", FactType.Date, "On which day was it installed?", "asset records"),
        new("removed", FactType.Date, "On which day was it removed?", "asset records"),
        new("found-on", FactType.Date, "On which day was it found?", "compliance"),
        new("authorized-on", FactType.Date, "On which day did the FCC authorize the model?", "the maker"),
        new("purpose", FactType.Words, "What is it bought or used for?", "the user department", Vocabularies.Purpose),
        new("place", FactType.Words, "Where in the network or at what kind of site is it?", "network engineering", Vocabularies.Place),
        new("eccn", FactType.Label, "Which export control classification number has it?", "export compliance"),
        new("stakes", FactType.Holdings, "Who owns how much of the party, and of those that own it?", "counsel"),
        new("assurances", FactType.Words, "Which assurances were given for it: audits, tests, certifications, pledges?", "the supplier",
            Vocabularies.Assurance),
        new("quantity", FactType.Number, "How many?", "the buyer"),
        new("network", FactType.Words, "In which kind of network does it serve?", "network engineering", Vocabularies.Network),
    ];

    /// <summary>Name of the fact that holds the actor's capacities.</summary>
    public const string Actor = "actor";

    /// <summary>Name of the fact that holds the act.</summary>
    public const string Act = "act";

    /// <summary>Name of the fact that holds the day of the act.</summary>
    public const string ActDate = "act-date";
}
