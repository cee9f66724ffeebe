using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Reading.Lists;
using Xunit;

namespace Rubicon.Reading.Tests.Lists;

/// <summary>An entry of a list as a party whose names are searched.</summary>
public sealed class ListEntryTests
{
    [Theory]
    [InlineData(ListedKind.NotStated, PartyKind.NotStated)]
    [InlineData(ListedKind.Person, PartyKind.Person)]
    [InlineData(ListedKind.Organization, PartyKind.Organization)]
    [InlineData(ListedKind.Vessel, PartyKind.Vessel)]
    [InlineData(ListedKind.Aircraft, PartyKind.Aircraft)]
    [InlineData(ListedKind.Goods, PartyKind.NotStated)]
    public void What_a_list_says_an_entry_is_reaches_the_party(ListedKind listed, PartyKind kind)
    {
        var entry = new ListEntry("7", "some/list", [new ListedName("Firm (invented)", NameKind.Legal), new ListedName("Brand (invented)", NameKind.WeakAlias)], "CN", null, null, null, new SourceLocation("list.csv", 2))
        {
            Kind = listed,
            Identifiers = [new ListedIdentifier("lei", "549300EXAMPLE0000000")],
        };
        var party = entry.ToParty("k");
        Assert.Equal(kind, party.Kind);
        Assert.Equal(("k", "Firm (invented)", "CN"), (party.Key, party.Name, party.Country));
        Assert.Equal([NameKind.Legal, NameKind.WeakAlias], party.Names.Select(n => n.Kind));
        Assert.Equal("549300EXAMPLE0000000", Assert.Single(party.Identifiers).Value);
    }
}
