using System.Text;
using Rubicon.Ownership;
using Rubicon.Reading.Ownership;
using Xunit;

namespace Rubicon.Reading.Tests.Ownership;

/// <summary>FollowTheMoney, the Global LEI Foundation and the British register of persons with significant control.</summary>
public class RegisterFormatsTests
{
    private const string ChildLei = "5493001KJTIIGC8Y1R12", ParentLei = "213800WSGIIZCXF1P572";

    [Fact]
    public void FollowTheMoney_gives_ownership_offices_and_stated_parents()
    {
        var read = Read("x.ftm.json", """
            {"id":"a","schema":"Company","properties":{"name":["Firm A"],"jurisdiction":["cn"],"leiCode":["5493001KJTIIGC8Y1R12"],"parent":["p"]}}
            {"id":"p","schema":"Person","properties":{"name":["Person P"],"nationality":["ru"]}}
            {"id":"o","schema":"Ownership","properties":{"owner":["p"],"asset":["a"],"percentage":["50.5%"],"startDate":["2019"],"endDate":["2021-03"]}}
            {"id":"d","schema":"Directorship","properties":{"director":["p"],"organization":["a"],"role":["chair"]}}
            {"id":"s","schema":"Sanction","properties":{"entity":["p"]}}
            """);
        Assert.Equal(("ftm", 5L, 0L, 1L), (read.Reading.Format, read.Reading.Read, read.Reading.Refused, read.Reading.SetAside["of schema Sanction"]));
        Assert.Equal([StakeKind.Consolidated, StakeKind.Equity, StakeKind.Office], read.Stakes.Select(s => s.Kind));
        Assert.Equal(("50.5 %", "2019-01-01 to 2021-03-31"), (read.Stakes[1].Share.ToString(), read.Stakes[1].Holds.ToString()));
        Assert.Empty(read.Reading.Problems);
    }

    [Theory]
    [InlineData("""{"id":"o","schema":"Ownership","properties":{"owner":["p"]}}""", "RUB6316")]
    [InlineData("""{"id":"o","schema":"Ownership","properties":{"owner":["p"],"asset":["a"],"percentage":["lots"]}}""", "RUB6303")]
    [InlineData("""{"id":"o","schema":"Ownership","properties":{"owner":["p"],"asset":["a"],"startDate":["2021"],"endDate":["2019"]}}""", "RUB6306")]
    [InlineData("""{"id":"o","schema":"Ownership","properties":{"owner":["p"],"asset":["a"]}}""", "RUB6312")]
    public void FollowTheMoney_names_what_is_wrong(string entity, string code) =>
        Assert.Contains(Read("x.json", entity).Reading.Problems, p => p.Kind.Code == code);

    [Theory]
    [InlineData("ownership-of-shares-25-to-50-percent", StakeKind.Equity, "more than 25, at most 50 %")]
    [InlineData("ownership-of-shares-50-to-75-percent", StakeKind.Equity, "more than 50, less than 75 %")]
    [InlineData("voting-rights-75-to-100-percent", StakeKind.Votes, "75 to 100 %")]
    [InlineData("ownership-of-shares-25-to-50-percent-as-trust", StakeKind.Trust, "more than 25, at most 50 %")]
    [InlineData("right-to-appoint-and-remove-directors", StakeKind.Board, "not stated")]
    [InlineData("significant-influence-or-control", StakeKind.Influence, "not stated")]
    public void Natures_of_control_are_read_with_their_bands(string nature, StakeKind kind, string share)
    {
        var stake = Assert.Single(Read("psc.txt", Psc("""{"kind":"individual-person-with-significant-control","name":"Mr P","natures_of_control":["NATURE"],"notified_on":"2016-04-06","links":{"self":"/p"}}""".Replace("NATURE", nature, StringComparison.Ordinal))).Stakes);
        Assert.Equal((kind, share), (stake.Kind, stake.Share.ToString()));
        Assert.Equal(new DateOnly(2016, 4, 6), stake.Holds!.Value.From);
    }

    [Fact]
    public void British_companies_are_joined_on_their_number_and_hidden_persons_are_persons()
    {
        var read = Read("psc.txt", Psc("""{"kind":"corporate-entity-person-with-significant-control","name":"Parent Ltd","natures_of_control":["ownership-of-shares-75-to-100-percent"],"identification":{"registration_number":"7654321","place_registered":"Companies House"}}""")
            + "\n" + Psc("""{"kind":"super-secure-person-with-significant-control"}""") + "\n" + Psc("""{"kind":"persons-with-significant-control-statement","statement":"no-individual-or-entity-with-significant-control"}""")
            + "\n" + """{"data":{"kind":"totals#persons-of-significant-control-snapshot"}}""");
        Assert.Equal(("uk-psc", 4L, 2L, 2), (read.Reading.Format, read.Reading.Read, read.Reading.Used, read.Stakes.Length));
        Assert.Equal(("gb-coh:07654321", "gb-coh:00012345"), (read.Stakes[0].Owner, read.Stakes[0].Owned));
        Assert.True(read.Stakes[1].IsOwnerUnknown);
    }

    [Fact]
    public void Levels_1_and_2_say_the_same_as_csv_and_as_xml()
    {
        string csv1 = $"LEI,Entity.LegalName,Entity.LegalJurisdiction,Entity.HeadquartersAddress.Country,Registration.RegistrationStatus\n\"{ChildLei}\",\"Child, Inc\",\"US-DE\",\"US\",\"ISSUED\"\n{ParentLei},Parent plc,GB,CN,ISSUED\n";
        string csv2 = "Relationship.StartNode.NodeID,Relationship.StartNode.NodeIDType,Relationship.EndNode.NodeID,Relationship.RelationshipType,Relationship.RelationshipStatus,Relationship.Period.1.startDate,Relationship.Period.1.endDate,Relationship.Period.1.periodType,Registration.RegistrationStatus\n"
            + $"{ChildLei},LEI,{ParentLei},IS_DIRECTLY_CONSOLIDATED_BY,ACTIVE,2018-01-01T00:00:00Z,,RELATIONSHIP_PERIOD,PUBLISHED\n";
        string xml1 = $"<lei:LEIData xmlns:lei='l'><lei:LEIHeader/><lei:LEIRecords><lei:LEIRecord><lei:LEI>{ChildLei}</lei:LEI><lei:Entity><lei:LegalName>Child, Inc</lei:LegalName><lei:LegalJurisdiction>US-DE</lei:LegalJurisdiction><lei:HeadquartersAddress><lei:Country>US</lei:Country></lei:HeadquartersAddress></lei:Entity></lei:LEIRecord></lei:LEIRecords></lei:LEIData>";
        string xml2 = $"<rr:RelationshipData xmlns:rr='r'><rr:Header/><rr:RelationshipRecords><rr:RelationshipRecord><rr:Relationship><rr:StartNode><rr:NodeID>{ChildLei}</rr:NodeID></rr:StartNode><rr:EndNode><rr:NodeID>{ParentLei}</rr:NodeID></rr:EndNode><rr:RelationshipType>IS_DIRECTLY_CONSOLIDATED_BY</rr:RelationshipType><rr:RelationshipPeriods><rr:RelationshipPeriod><rr:StartDate>2018-01-01T00:00:00Z</rr:StartDate><rr:PeriodType>RELATIONSHIP_PERIOD</rr:PeriodType></rr:RelationshipPeriod></rr:RelationshipPeriods><rr:RelationshipStatus>ACTIVE</rr:RelationshipStatus></rr:Relationship></rr:RelationshipRecord></rr:RelationshipRecords></rr:RelationshipData>";
        foreach (var (who, whom, formats) in new[] { (csv1, csv2, "gleif-level-1-csv gleif-level-2-csv"), (xml1, xml2, "gleif-level-1-xml gleif-level-2-xml") })
        {
            var register = new StakeRegister();
            var reader = new OwnershipFile(register);
            OwnershipReading one = reader.Read("1", Bytes(who)), two = reader.Read("2", Bytes(whom));
            Assert.Equal(formats, $"{one.Format} {two.Format}");
            Assert.Empty(one.Problems.Concat(two.Problems));
            var graph = new OwnershipGraph(register, new DateOnly(2020, 1, 1));
            string child = Assert.Single(new PartyFinder(register).Find("Child, Inc"));
            Assert.Equal($"lei:{ChildLei}", child);
            Assert.Contains(register.ProfileOf(register.Parties.Find(child))!.Countries, c => c == new CountryTie("US", TieToCountry.Incorporated));
            Assert.Equal(OwnershipTruth.Certain, ControlMeasure.Of(graph, [$"lei:{ParentLei}"], child).Truth);
            Assert.Equal(OwnershipTruth.Possible, FiftyPercentRule.Of(graph, [$"lei:{ParentLei}"], child).Truth);
            Assert.Equal(OwnershipTruth.No, ControlMeasure.Of(new OwnershipGraph(register, new DateOnly(2017, 12, 31)), [$"lei:{ParentLei}"], child).Truth);
        }
    }

    [Theory]
    [InlineData("<a><b/></a>", "RUB6315")]
    [InlineData("<!DOCTYPE a [<!ENTITY x 'y'>]><a/>", "RUB6316")]
    [InlineData("<a><b>", "RUB6316")]
    [InlineData("{\"bomFormat\":\"CycloneDX\"}", "RUB6315")]
    [InlineData("LEI,Entity.LegalName\nshort,Name\n", "RUB6316")]
    public void Another_file_is_refused_by_name(string text, string code) =>
        Assert.Contains(Read("x", text).Reading.Problems, p => p.Kind.Code == code);

    [Theory]
    [InlineData("""{"id":"o","schema":"Ownership","properties":{"owner":["p"],"asset":["a"],"percentage":["50"]}}""")]
    [InlineData("""{"company_number":"12345","data":{"kind":"individual-person-with-significant-control","name":"Mr P","natures_of_control":["ownership-of-shares-25-to-50-percent"],"notified_on":"2016-04-06"}}""")]
    [InlineData("LEI,Entity.LegalName\n5493001KJTIIGC8Y1R12,\"Child, Inc\"\n")]
    [InlineData("<r xmlns:rr='r'><x><RelationshipRecord><Relationship><StartNode><NodeID>5493001KJTIIGC8Y1R12</NodeID></StartNode></Relationship></RelationshipRecord></x></r>")]
    public void Any_bytes_give_stakes_or_reasons(string text)
    {
        var random = new Random(20261125);
        byte[] seed = Encoding.UTF8.GetBytes(text);
        for (int round = 0; round < 500; round++)
        {
            byte[] bytes = [.. seed];
            for (int change = random.Next(1, 6); change > 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(9, 256);
            var reading = new OwnershipFile(new StakeRegister()).Read("fuzz", new MemoryStream(bytes));
            Assert.True(reading.Used >= 0 && (reading.Refused == 0 || reading.Problems.Length > 0));
        }
    }

    private static string Psc(string data) => $"{{\"company_number\":\"00012345\",\"data\":{data}}}";

    private static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private static (OwnershipReading Reading, Stake[] Stakes) Read(string file, string text)
    {
        var register = new StakeRegister();
        var reading = new OwnershipFile(register).Read(file, Bytes(text));
        return (reading, [.. Enumerable.Range(0, register.Count).Select(register.StakeOf)]);
    }
}
