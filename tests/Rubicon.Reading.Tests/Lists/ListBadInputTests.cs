using System.IO.Compression;
using System.Text;
using Rubicon.Reading.Lists;
using Xunit;

namespace Rubicon.Reading.Tests.Lists;

/// <summary>Damaged and hostile lists: a reason, in bounded time and memory, and never a part of a list taken for the whole.</summary>
public class ListBadInputTests
{
    private const string Billion = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]><CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>&c;</FIRST_NAME></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>";

    [Theory]
    [InlineData(Billion)]
    [InlineData("<?xml version=\"1.0\"?><!DOCTYPE l SYSTEM \"file:///etc/hostname\"><sdnList/>")]
    [InlineData("<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>ACME</FIRST_NAME></INDIVIDUAL><INDIVIDUAL><FIRST_NA")]
    [InlineData("<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><FIRST_NAME>ACME</FIRST_NAME></INDIVIDUAL>")]
    [InlineData("<other><INDIVIDUAL/></other>")]
    [InlineData("<CONSOLIDATED_LIST/>")]
    [InlineData("id,name,country\n1,Acme,CN\n2,Be")]
    [InlineData("id,name\n1,Acme\n2,\"Be")]
    [InlineData("7,\"ACME\",-0- ,\"SYRIA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n8,\"BE")]
    public void A_list_that_is_cut_off_or_hostile_is_not_read(string text)
    {
        var read = Read(text);
        Assert.False(read.IsWhole);
        Assert.Contains(read.Problems, p => p.Kind.Code == "RUB6101");
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        Assert.False(Read("<sdnList><sdnEntry>" + string.Concat(Enumerable.Repeat("<a>", 100_000))).IsWhole);
        Assert.False(Read("<sdnList>" + string.Concat(Enumerable.Repeat("<a>", 100_000))).IsWhole);
        Assert.False(Read(string.Concat(Enumerable.Repeat("[", 100_000))).IsWhole);
    }

    [Theory]
    [InlineData("id,name\n1,Acme\n2,?!-\n", "punctuation only")]
    [InlineData("id,name\n1,Acme\n2,\u202E\n", "without a name")]
    [InlineData("id,name\n1,Acme\n2,\n", "without a name")]
    public void An_entry_without_a_name_that_can_be_compared_is_refused(string text, string reason)
    {
        var read = Read(text);
        Assert.Equal((2, 1, true), (read.Rows, read.Refused, read.IsWhole));
        Assert.Contains(read.Problems, p => p.Kind.Code == "RUB6102" && p.Found.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_of_a_megabyte_is_refused_and_the_others_are_read()
    {
        var read = Read("{\"id\":\"1\",\"name\":\"" + new string('a', 1 << 20) + "\"}\n{\"id\":\"2\",\"name\":\"Acme\"}\n");
        Assert.Equal((2, 1, "Acme"), (read.Rows, read.Refused, Assert.Single(read.Entries).Names[0].Text));
    }

    [Fact]
    public void Ten_thousand_aliases_of_one_entry_are_refused()
    {
        var read = Read("id,name,aliases\n1,Acme,\"" + string.Join(';', Enumerable.Range(0, 10_000).Select(i => $"Alias {i}")) + "\"\n2,Beta,\n");
        Assert.Equal((2, 1), (read.Rows, read.Refused));
        Assert.Contains("10,001 names", read.Problems[0].Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_alias_costs_the_alias_and_not_the_entry()
    {
        byte[] bytes = [.. "id,name,aliases\n1,Acme,\"Ac"u8, 0xFF, .. "me;Beta\"\n2,B"u8, 0xFE, .. "ta,\n"u8];
        var read = ListFile.Read("l.csv", new MemoryStream(bytes));
        Assert.Equal(["Acme", "Beta"], Assert.Single(read.Entries).Names.Select(n => n.Text));
        Assert.Equal(["RUB6130", "RUB6102"], read.Problems.Select(p => p.Kind.Code));
    }

    [Fact]
    public void Marks_of_writing_direction_are_not_part_of_a_name()
    {
        var read = Read("id,name\n1,\u202EAcme\u202C \u2066Ltd\u2069\t\n");
        Assert.Equal("Acme Ltd", read.Entries[0].Names[0].Text);
    }

    [Fact]
    public void An_archive_made_to_fill_the_machine_is_not_unpacked()
    {
        byte[] zeros = new byte[1 << 20];
        using var gzip = new MemoryStream();
        using (var pack = new GZipStream(gzip, CompressionLevel.Optimal, leaveOpen: true))
            for (int i = 0; i < 64; i++) pack.Write(zeros);
        Assert.False(ListFile.Read("l.csv.gz", new MemoryStream(gzip.ToArray())).IsWhole);
        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        using (var part = zip.CreateEntry("a.xml", CompressionLevel.Optimal).Open())
            for (int i = 0; i < 64; i++) part.Write(zeros);
        var read = ListFile.Read("l.zip", new MemoryStream(archive.ToArray()));
        Assert.Contains("times its size", Assert.Single(read.Problems).Found, StringComparison.Ordinal);
        Assert.False(ListFile.Read("l.zip", new MemoryStream(archive.ToArray()[..200])).IsWhole);
    }

    /// <summary>A seed for each parser; every account of rows must add up whatever becomes of the bytes.</summary>
    [Fact]
    public void Any_bytes_in_any_format_give_an_account_that_adds_up()
    {
        string[] seeds =
        [
            "_id,source,name,alt_names,federal_register_notice,addresses,ids,type\n1,Entity List (EL) - X,Acme,\"A; and B\",x,\"1, CN\",\"CN, 12345, Tax ID No.\",Entity\n",
            "\"Name\"\t\"Effective_Date\"\t\"Standard_Order\"\t\"Last_Update\"\n\"ACME\"\t\"06/19/2003\"\t\"Y\"\t\"2022-01-01\"\n",
            "7,\"ACME\",-0- ,\"SYRIA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"Tax ID No. 123456 (Russia); a.k.a. 'X'.\"\r\n\u001A",
            "<sdnList><publshInformation><Publish_Date>04/22/2020</Publish_Date><Record_Count>1</Record_Count></publshInformation><sdnEntry><uid>5</uid><lastName>DOE</lastName></sdnEntry></sdnList>",
            "<sanctionsData><publicationInfo><dataAsOf>2025-01-10</dataAsOf></publicationInfo><entities><entity id=\"9\"><names><name><isPrimary>true</isPrimary><translations><translation><isPrimary>true</isPrimary><formattedFullName>ACME</formattedFullName></translation></translations></name></names></entity></entities></sanctionsData>",
            "<CONSOLIDATED_LIST dateGenerated=\"2026-02-27\"><ENTITIES><ENTITY><DATAID>2</DATAID><FIRST_NAME>ADF</FIRST_NAME></ENTITY></ENTITIES></CONSOLIDATED_LIST>",
            "<export generationDate=\"2020-04-15\"><sanctionEntity><nameAlias wholeName=\"Acme\" strong=\"true\"/></sanctionEntity></export>",
            "<Designations><Designation><UniqueID>A1</UniqueID><Names><Name><Name6>Acme</Name6></Name></Names></Designation></Designations>",
            "Last Updated,27/04/2020,,\nName 6,Alias Type,Group ID,Listed On\nDOE,AKA,9,24/03/2007\n",
            "covered_equipment_or_services,date_of_inclusion_on_covered_list\n\"Equipment produced by Acme, including x.\",\"March 12, 2021\"\n",
            "<table><tr><th>Covered Equipment or Services</th></tr><tr><td>Equipment produced by Acme, including x.</td><td>March 12, 2021</td></tr></table>",
            "{\"id\":\"e\",\"schema\":\"Company\",\"properties\":{\"name\":[\"A\"]}}\n{\"id\":\"s\",\"schema\":\"Sanction\",\"properties\":{\"entity\":[\"e\"],\"listingDate\":[\"2020-01-02\"]}}\n",
            "{\"total\":1,\"results\":[{\"id\":\"3\",\"source\":\"SDN\",\"name\":\"Acme\",\"alt_names\":[\"B\"],\"addresses\":[{\"country\":\"AE\"}],\"ids\":[{\"type\":\"LEI\",\"number\":\"1\"}]}]}",
        ];
        var random = new Random(20261125);
        foreach (string seed in seeds)
        {
            byte[] text = Encoding.UTF8.GetBytes(seed);
            Assert.True(ListFile.Read("fuzz", new MemoryStream(text)).IsWhole, seed);
            for (int round = 0; round < 400; round++)
            {
                byte[] bytes = round % 4 == 0 ? text[..random.Next(text.Length)] : [.. text];
                for (int change = random.Next(1, 6); change > 0 && bytes.Length > 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                var read = ListFile.Read("fuzz", new MemoryStream(bytes));
                Assert.Equal(read.Rows, read.Entries.Length + read.Joined + read.Refused);
                Assert.True(read.Entries.Length > 0 || read.Problems.Length > 0);
            }
        }
    }

    private static ListReading Read(string text) => ListFile.Read("list.txt", new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
