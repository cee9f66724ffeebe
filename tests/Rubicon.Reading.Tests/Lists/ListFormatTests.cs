using System.IO.Compression;
using System.Text;
using Rubicon.Parties;
using Rubicon.Reading.Lists;
using Xunit;

namespace Rubicon.Reading.Tests.Lists;

/// <summary>Each publisher's own format, in a few rows of its shape.</summary>
public class ListFormatTests
{
    private const string CslHead = "_id,source,entity_number,type,programs,name,title,addresses,federal_register_notice,start_date,end_date,standard_order,license_requirement,license_policy,remarks,alt_names,citizenships,nationalities,ids\n";

    [Fact]
    public void The_consolidated_screening_list_gives_each_row_its_own_list()
    {
        var read = Read("csl-2026-01-02.csv", CslHead
            + "1,Entity List (EL) - Bureau of Industry and Security,,,,Acme Plant JSC,,\"5 Long St, Minsk, BY\",87 FR 20299,2022-04-07,,,,,,\"Open Joint Stock Company Acme; and JSC Acme\",,,\n"
            + "2,Denied Persons List (DPL) - Bureau of Industry and Security,,,,John Doe,,\"1 Road, Reno, NV, 89501, US\",,2020-01-01,2030-01-01,N,,,,,,,\n"
            + "3,Specially Designated Nationals (SDN) - Treasury Department,3,Entity,SYRIA; NPWMD,Acme Trading,,,,,,,,,,ACME,,,\"CN, 91110000MA005UCQ5P, Unified Social Credit Code (USCC); 7702235133, Tax ID No.\"\n");
        Assert.Equal((3, 0, "us-csl", new DateOnly(2026, 1, 2), "name of the file"), (read.Rows, read.Refused, read.Publication.Id, read.AsOf, read.AsOfFrom));
        Assert.Equal(["us-bis/entity-list", "us-bis/denied-persons-non-standard", "us-ofac/sdn"], read.Entries.Select(e => e.List));
        Assert.Equal(["Acme Plant JSC", "Open Joint Stock Company Acme", "JSC Acme"], read.Entries[0].Names.Select(n => n.Text));
        Assert.Equal((new DateOnly(2022, 4, 7), "87 FR 20299", "BY"), (read.Entries[0].From, read.Entries[0].Citation, read.Entries[0].Country));
        Assert.Equal(new DateOnly(2030, 1, 1), read.Entries[1].To);
        Assert.Equal(["uscc 91110000MA005UCQ5P", "tax 7702235133"], read.Entries[2].Identifiers.Select(i => $"{i.Scheme} {i.Value}"));
        Assert.Equal(["SYRIA", "NPWMD"], read.Entries[2].Programs.AsEnumerable());
    }

    [Fact]
    public void The_consolidated_screening_list_is_read_as_json_too()
    {
        var read = Read("csl.json", """
            {"total":1,"results":[{"id":"3","source":"Unverified List (UVL) - Bureau of Industry and Security","type":"Entity","name":"Acme","alt_names":["Acme Two"],
            "addresses":[{"address":"1 Road","city":"Dubai","country":"AE"}],"start_date":"2020-02-03","programs":[],"ids":[{"type":"Tax ID No.","number":"123456","country":"RU"}]}]}
            """);
        var entry = Assert.Single(read.Entries);
        Assert.Equal(("us-csl", "us-bis/unverified-list", "AE", new DateOnly(2020, 2, 3)), (read.Publication.Id, entry.List, entry.Country, entry.From));
        Assert.Equal(["Acme", "Acme Two"], entry.Names.Select(n => n.Text));
        Assert.Equal("tax 123456", $"{entry.Identifiers[0].Scheme} {entry.Identifiers[0].Value}");
        Assert.Equal(["1 Road, Dubai, AE"], entry.Addresses.AsEnumerable());
    }

    [Fact]
    public void Denied_persons_are_tab_separated_and_orders_of_their_own_stand_apart()
    {
        const string head = "\"Name\"\t\"Street_Address\"\t\"City\"\t\"State\"\t\"Country\"\t\"Postal_Code\"\t\"Effective_Date\"\t\"Expiration_Date\"\t\"Standard_Order\"\t\"Last_Update\"\t\"Action\"\t\"FR_Citation\"\n";
        var read = Read("dpl.txt", head
            + "\"ACME\"\t\"1 ROAD\"\t\"RENO\"\t\"NV\"\t\"US\"\t\"89501\"\t\"06/19/2003\"\t\"06/29/2056\"\t\"Y\"\t\"2022-08-29\"\t\"\"\t\"68 F.R. 38290\"\n"
            + "\"BETA\"\t\"\"\t\"\"\t\"\"\t\"TW\"\t\"\"\t\"01/26/2009\"\t\"\"\t\"N\"\t\"3022-08-29\"\t\"\"\t\"\"\n");
        Assert.Equal([("us-bis/denied-persons", "US"), ("us-bis/denied-persons-non-standard", "TW")], read.Entries.Select(e => (e.List, e.Country)));
        Assert.Equal((new DateOnly(2003, 6, 19), new DateOnly(2056, 6, 29)), (read.Entries[0].From, read.Entries[0].To));
        // A mistyped year is among the days of change; which of them can be the state is for who knows when the file was fetched.
        Assert.Equal([new DateOnly(2022, 8, 29), new DateOnly(3022, 8, 29)], read.Changes.AsEnumerable());
    }

    [Fact]
    public void Ofac_files_are_joined_by_number_and_every_row_is_counted()
    {
        var read = Assert.Single(ListFile.ReadAll(
        [
            Stream("sdn.csv", "7,\"ACME TRADING\",-0- ,\"SYRIA] [NPWMD\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Tax ID No. 7702235133 (Russia); a.k.a. 'TINY'.\"\r\n8,\"DOE, John\",\"individual\",\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\u001A"),
            Stream("alt.csv", "7,1,\"aka\",\"ACME TWO\",-0- \r\n7,2,\"fka\",\"OLD ACME\",-0- \r\n9,3,\"aka\",\"NOBODY\",-0- \r\n\u001A"),
            Stream("add.csv", "7,1,\"5 Street\",\"Moscow\",\"Russia\",-0- \r\n"),
        ], null));
        Assert.Equal((6, 1, 3, 2, true, "us-ofac/sdn"), (read.Rows, read.Refused, read.Joined, read.Entries.Length, read.IsWhole, read.Publication.Id));
        Assert.Equal(read.Rows, read.Entries.Length + read.Joined + read.Refused);
        var acme = read.Entries[0];
        Assert.Equal([("ACME TRADING", NameKind.Legal), ("ACME TWO", NameKind.Alias), ("OLD ACME", NameKind.Former), ("TINY", NameKind.WeakAlias)], acme.Names.Select(n => (n.Text, n.Kind)));
        Assert.Equal((ListedKind.Organization, "RU"), (acme.Kind, acme.Country));
        Assert.Equal(["SYRIA", "NPWMD"], acme.Programs.AsEnumerable());
        Assert.Equal(ListedKind.Person, read.Entries[1].Kind);
        Assert.Contains(read.Problems, p => p.Kind.Code == "RUB6102" && p.Where.File == "alt.csv" && p.Where.Line == 3);
    }

    [Fact]
    public void Alternate_names_of_ofac_alone_are_no_list_and_names_alone_say_what_is_missing()
    {
        Assert.False(Read("alt.csv", "7,1,\"aka\",\"ACME TWO\",-0- \r\n").IsWhole);
        var names = Read("sdn.csv", "7,\"ACME\",-0- ,\"SYRIA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n");
        Assert.True(names.IsWhole);
        Assert.Contains(names.Problems, p => p.Kind.Code == "RUB6121");
    }

    [Fact]
    public void Sdn_xml_keeps_weak_aliases_apart_and_tells_when_records_are_missing()
    {
        var read = Read("sdn.xml", """
            <?xml version="1.0" standalone="yes"?><sdnList xmlns="http://tempuri.org/sdnList.xsd"><publshInformation><Publish_Date>04/22/2020</Publish_Date><Record_Count>2</Record_Count></publshInformation>
            <sdnEntry><uid>5</uid><firstName>John</firstName><lastName>DOE</lastName><sdnType>Individual</sdnType><programList><program>SDGT</program></programList>
            <akaList><aka><type>a.k.a.</type><category>weak</category><lastName>JO</lastName></aka><aka><type>f.k.a.</type><category>strong</category><lastName>ROE</lastName><firstName>John</firstName></aka></akaList>
            <addressList><address><city>Lahore</city><country>Pakistan</country></address></addressList></sdnEntry></sdnList>
            """);
        Assert.Equal(new DateOnly(2020, 4, 22), read.AsOf);
        Assert.Equal([("DOE, John", NameKind.Legal), ("JO", NameKind.WeakAlias), ("ROE, John", NameKind.Former)], Assert.Single(read.Entries).Names.Select(n => (n.Text, n.Kind)));
        Assert.Contains(read.Problems, p => p.Kind.Code == "RUB6120");
    }

    [Fact]
    public void Enhanced_xml_in_a_zip_puts_an_entry_on_its_narrowest_list()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry("CONS_ENHANCED.XML").Open())
            part.Write("""
                <sanctionsData xmlns="urn:x"><publicationInfo><dataAsOf>2025-01-10T00:00:00</dataAsOf><filters><sanctionsLists><sanctionsList>Consolidated List</sanctionsList></sanctionsLists></filters></publicationInfo>
                <entities><entity id="9"><generalInfo><entityType>Entity</entityType></generalInfo><sanctionsLists><sanctionsList datePublished="2021-06-03">Non-SDN CMIC List</sanctionsList><sanctionsList datePublished="2021-06-04">Consolidated List</sanctionsList></sanctionsLists>
                <names><name><isPrimary>true</isPrimary><translations><translation><isPrimary>true</isPrimary><formattedFullName>ACME</formattedFullName></translation><translation><isPrimary>false</isPrimary><formattedFullName>依图科技</formattedFullName></translation></translations></name>
                <name><isPrimary>false</isPrimary><aliasType>A.K.A.</aliasType><isLowQuality>true</isLowQuality><translations><translation><isPrimary>true</isPrimary><formattedFullName>AC</formattedFullName></translation></translations></name></names>
                <identityDocuments><identityDocument><type>Legal Entity Number</type><documentNumber>5493001KJTIIGC8Y1R12</documentNumber><isValid>true</isValid></identityDocument></identityDocuments></entity></entities></sanctionsData>
                """u8);
        var read = ListFile.Read("cons.zip", new MemoryStream(packed.ToArray()));
        var entry = Assert.Single(read.Entries);
        Assert.Equal(("us-ofac/consolidated", "us-ofac/ns-cmic", new DateOnly(2021, 6, 3), new DateOnly(2025, 1, 10)), (read.Publication.Id, entry.List, entry.From, read.AsOf));
        Assert.Equal([("ACME", NameKind.Legal), ("依图科技", NameKind.Alias), ("AC", NameKind.WeakAlias)], entry.Names.Select(n => (n.Text, n.Kind)));
        Assert.Equal("lei", Assert.Single(entry.Identifiers).Scheme);
    }

    [Fact]
    public void The_list_of_the_united_nations_has_low_aliases_as_weak_and_names_in_their_own_script()
    {
        var read = Read("un.xml", """
            <CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:09.554Z"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>ERIC</FIRST_NAME><SECOND_NAME>DOE</SECOND_NAME><UN_LIST_TYPE>DRC</UN_LIST_TYPE>
            <REFERENCE_NUMBER>CDi.001</REFERENCE_NUMBER><LISTED_ON>2015-04-07-04:00</LISTED_ON><NAME_ORIGINAL_SCRIPT>جابر</NAME_ORIGINAL_SCRIPT><INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>EAGLE</ALIAS_NAME></INDIVIDUAL_ALIAS>
            <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS></INDIVIDUAL></INDIVIDUALS><ENTITIES><ENTITY><DATAID>2</DATAID><FIRST_NAME>ADF</FIRST_NAME><REFERENCE_NUMBER>CDe.001</REFERENCE_NUMBER>
            <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>NALU</ALIAS_NAME></ENTITY_ALIAS></ENTITY></ENTITIES></CONSOLIDATED_LIST>
            """);
        Assert.Equal((2, 0, new DateOnly(2026, 2, 27)), (read.Rows, read.Refused, read.AsOf));
        Assert.Equal([("ERIC DOE", NameKind.Legal), ("جابر", NameKind.Alias), ("EAGLE", NameKind.WeakAlias)], read.Entries[0].Names.Select(n => (n.Text, n.Kind)));
        Assert.Equal(("CDi.001", new DateOnly(2015, 4, 7), ListedKind.Person), (read.Entries[0].Id, read.Entries[0].From, read.Entries[0].Kind));
        Assert.Equal(NameKind.Former, read.Entries[1].Names[1].Kind);
    }

    [Fact]
    public void The_list_of_the_union_keeps_the_day_of_each_name()
    {
        var read = Read("eu.xml", """
            <export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2020-04-15T15:29:22.497+02:00"><sanctionEntity designationDate="2008-07-03" euReferenceNumber="EU.1.2">
            <regulation numberTitle="2019/555 (OJ L97)" programme="TAQA"/><subjectType code="person"/>
            <nameAlias wholeName="Abid Doe" strong="true"><regulationSummary publicationDate="2012-07-06"/></nameAlias><nameAlias wholeName="Doe" strong="false"><regulationSummary publicationDate="2019-04-08"/></nameAlias>
            <citizenship countryIso2Code="DZ"/></sanctionEntity></export>
            """);
        var entry = Assert.Single(read.Entries);
        Assert.Equal([("Abid Doe", NameKind.Legal, new DateOnly(2012, 7, 6)), ("Doe", NameKind.WeakAlias, new DateOnly(2019, 4, 8))], entry.Names.Select(n => (n.Text, n.Kind, n.From!.Value)));
        Assert.Equal((new DateOnly(2008, 7, 3), "2019/555 (OJ L97)", "DZ"), (entry.From, entry.Citation, entry.Country));
    }

    [Fact]
    public void British_rows_of_one_group_become_one_entry()
    {
        const string head = "Last Updated,27/04/2020,,,,,,,,,,,,\nName 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name Non-Latin Script,Country,Group Type,Alias Type,Alias Quality,Regime,Listed On,Group ID\n";
        var read = Read("conlist.csv", head + "DOE,Jon,,,,,,,Individual,AKA,Low,Iran,24/03/2007,9\nDOE,John,,,,,محسن,Iran,Individual,Prime Alias,,Iran,23/03/2007,9\n,,,,,,,,Individual,AKA,,Iran,23/03/2007,9\n");
        Assert.Equal((3, 1, 1, new DateOnly(2020, 4, 27)), (read.Rows, read.Refused, read.Joined, read.AsOf));
        var entry = Assert.Single(read.Entries);
        Assert.Equal([("John DOE", NameKind.Legal), ("Jon DOE", NameKind.WeakAlias), ("محسن", NameKind.Alias)], entry.Names.Select(n => (n.Text, n.Kind)));
        Assert.Equal((new DateOnly(2007, 3, 23), "IR"), (entry.From, entry.Country));
    }

    [Fact]
    public void The_newer_british_list_is_read_as_csv_and_as_xml()
    {
        var csv = Read("uk.csv", "Report Date: 26-Nov-2025,,,,,,,,,,,\nLast Updated,Unique ID,OFSI Group ID,Name 6,Name 1,Name type,Alias strength,Name non-latin script,Regime Name,Address Country,Designation Type,Date Designated\n01/02/2025,AFG0001,9,Acme,,Primary Name,,,Afghanistan,Iran,Entity,29/06/2012\n01/02/2025,AFG0001,9,Ac,,Alias,Low quality a.k.a,,Afghanistan,Iran,Entity,29/06/2012\n");
        var xml = Read("uk.xml", "<Designations><DateGenerated>26/11/2025</DateGenerated><Designation><UniqueID>AFG0001</UniqueID><Names><Name><Name6>Ac</Name6><NameType>Alias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name><Name><Name6>Acme</Name6><NameType>Primary Name</NameType></Name></Names><RegimeName>Afghanistan</RegimeName><IndividualEntityShip>Entity</IndividualEntityShip><DateDesignated>29/06/2012</DateDesignated><Addresses><Address><AddressCountry>Iran</AddressCountry></Address></Addresses></Designation></Designations>");
        foreach (var read in new[] { csv, xml })
        {
            var entry = Assert.Single(read.Entries);
            Assert.Equal(("uk/sanctions-list", "AFG0001", new DateOnly(2012, 6, 29), "IR", new DateOnly(2025, 11, 26)), (read.Publication.Id, entry.Id, entry.From, entry.Country, read.AsOf));
            Assert.Equal([("Acme", NameKind.Legal), ("Ac", NameKind.WeakAlias)], entry.Names.Select(n => (n.Text, n.Kind)));
        }
    }

    [Theory]
    [InlineData("Telecommunications equipment produced by Huawei Technologies Company, including services provided by such entity.", "Huawei Technologies Company", null)]
    [InlineData("Information security products supplied, directly or indirectly, by AO Kaspersky Lab or any of its predecessors.", "AO Kaspersky Lab", null)]
    [InlineData("International telecommunications services provided by China Mobile International USA Inc. subject to section 214.", "China Mobile International USA Inc.", null)]
    [InlineData("Services provided by Pacific Networks Corp and its wholly-owned subsidiary ComNet (USA) LLC subject to section 214.", "Pacific Networks Corp", "ComNet (USA) LLC")]
    [InlineData("Video equipment produced by Hytera Communications Corporation, to the extent it is used for public safety.", "Hytera Communications Corporation", null)]
    public void A_sentence_of_the_covered_list_gives_its_firms(string sentence, string party, string? other)
    {
        var entry = Assert.Single(Read("covered.csv", $"covered_equipment_or_services,date_of_inclusion_on_covered_list\n\"{sentence}\",\"March 12, 2021\"\n").Entries);
        Assert.Equal(new[] { party, other }.OfType<string>(), entry.Names.Select(n => n.Text));
        Assert.Equal((ListedKind.Organization, new DateOnly(2021, 3, 12)), (entry.Kind, entry.From));
    }

    [Theory]
    [InlineData("Routers^ produced in a foreign country, except routers which have been granted a Conditional Approval by DoW or DHS.")]
    [InlineData("Foreign-produced power inverters, except those which have been granted a Conditional Approval by DoW or DHS.")]
    public void Goods_on_the_covered_list_are_no_party(string sentence) =>
        Assert.Equal(ListedKind.Goods, Assert.Single(Read("covered.csv", $"covered_equipment_or_services,date_of_inclusion_on_covered_list\n\"{sentence}\",\"March 23, 2026Updated:July 1, 2026\"\n").Entries).Kind);

    [Fact]
    public void The_page_of_the_covered_list_is_read_by_its_table()
    {
        var read = Read("page.html", "<table><thead><tr><th>Covered Equipment or Services*</th><th>Date</th></tr></thead><tbody>\n<tr><td style=\"x\">Equipment produced by <strong>Acme&nbsp;&amp; Sons Ltd</strong>, including services.</td>\n<td><p>March 12, 2021</p></td></tr></tbody></table>");
        Assert.Equal(("Acme & Sons Ltd", new DateOnly(2021, 3, 12), 2), (Assert.Single(read.Entries).Names[0].Text, read.Entries[0].From, read.Entries[0].Where.Line));
        Assert.False(Read("page.html", "<html><body><table><tr><td>Something else</td></tr></table></body></html>").IsWhole);
    }

    [Fact]
    public void FollowTheMoney_joins_the_days_of_a_listing_to_its_entity()
    {
        var read = Read("ftm.jsonl", """
            {"id":"s1","schema":"Sanction","properties":{"entity":["e1"],"listingDate":["2020-01-02"],"program":["X"]}}
            {"id":"e1","schema":"Company","datasets":["own"],"properties":{"name":["Acme"],"weakAlias":["AC"],"country":["cn"],"leiCode":["5493001KJTIIGC8Y1R12"]}}
            {"id":"a1","schema":"Address","properties":{"full":["1 Road"]}}

            """);
        Assert.Equal((3, 0, 2), (read.Rows, read.Refused, read.Joined));
        var entry = Assert.Single(read.Entries);
        Assert.Equal((new DateOnly(2020, 1, 2), "CN", "lei"), (entry.From, entry.Country, entry.Identifiers[0].Scheme));
    }

    [Fact]
    public void The_end_user_list_of_japan_has_names_a_line_and_one_in_its_own_script_in_brackets()
    {
        byte[] book = Workbooks.Make(("Sheet1", false,
        [
            ["No.", "国名、地域名\nCountry or Region", "企業名､組織名\nCompany or Organization", "別名\nAlso Known As", "懸念区分\nType of WMD", "通常兵器\nConventional Weapons"],
            ["1", "北朝鮮\nNorth Korea", "Air Koryo\n(高麗航空)", "・Airkoryo\n・Air Koryo\nCorporation", "核\nN", "通常兵器\nCW"],
            ["2", "北朝鮮\nNorth Korea", "", "", "", ""],
        ]));
        var read = ListFile.Read("meti-2025-09-29.xlsx", new MemoryStream(book));
        Assert.Equal((2, 1, "jp-meti/end-user-list", new DateOnly(2025, 9, 29)), (read.Rows, read.Refused, read.Publication.Id, read.AsOf));
        var entry = Assert.Single(read.Entries);
        Assert.Equal(("KP", false), (entry.Country, entry.IsIdStated));
        Assert.Equal(["Air Koryo", "高麗航空", "Airkoryo", "Air Koryo Corporation"], entry.Names.Select(n => n.Text));
        Assert.Equal(["N", "CW"], entry.Programs.AsEnumerable());
        Assert.False(ListFile.Read("meti.xlsx", new MemoryStream(book[..(book.Length / 2)])).IsWhole);
    }

    [Fact]
    public void Notes_of_an_export_give_the_last_day_and_the_kind_of_a_denial_order()
    {
        var read = Read("dpl.json", """{"list_id":"bis-dpl","extracted":"2026-07-09","count":1,"entities":[{"name":"Acme","notes":"Type of denial: Non-Standard; Expires: 2032-08-01"}]}""");
        Assert.Equal(("us-bis/denied-persons-non-standard", new DateOnly(2032, 8, 1)), (read.Entries[0].List, read.Entries[0].To));
    }

    [Fact]
    public void A_mapping_says_what_the_columns_of_any_table_hold()
    {
        var problems = new List<Rubicon.Diagnostics.Problem>();
        var mapping = ListMapping.Read("m.yaml", new StringReader("list: own/blocked\ntitle: Blocked suppliers\npublisher: Purchasing\nseparator: semicolon\ncolumns:\n  name: Firma\n  aliases: [{ column: Auch, separator: \" | \" }]\n  weak: Kurz\n  country: Land\n  from: Seit\n  id: Nr\n"), problems);
        Assert.Empty(problems);
        using var stream = new MemoryStream("Nr;Firma;Auch;Kurz;Land;Seit\n7;Acme GmbH;Acme One | Acme Two;AC;China;2020-01-02\n"u8.ToArray());
        var read = Assert.Single(ListFile.ReadAll([("x.csv", stream)], mapping));
        var entry = Assert.Single(read.Entries);
        Assert.Equal(("own/blocked", "Purchasing", "7", "CN", new DateOnly(2020, 1, 2)), (entry.List, read.Publication.Publisher, entry.Id, entry.Country, entry.From));
        Assert.Equal([("Acme GmbH", NameKind.Legal), ("Acme One", NameKind.Alias), ("Acme Two", NameKind.Alias), ("AC", NameKind.WeakAlias)], entry.Names.Select(n => (n.Text, n.Kind)));
        using var other = new MemoryStream("a;b\n1;2\n"u8.ToArray());
        Assert.False(ListFile.ReadAll([("x.csv", other)], mapping)[0].IsWhole);
        Assert.Null(ListMapping.Read("m.yaml", new StringReader("list: x\ncolumns: { nam: y }\n"), problems));
        Assert.NotEmpty(problems);
    }

    private static (string, Stream) Stream(string name, string text) => (name, new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static ListReading Read(string name, string text) => ListFile.Read(name, new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
