using System.Text;
using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Reading.Tests;

public class CsvTests
{
    [Theory]
    [InlineData("Manufacturer,Model,Serial Number\nHuawei,BBU3900,X1\n", "Device: Maker=Huawei; Model=BBU3900; Serial=X1")]
    [InlineData("Serial Number;Model;Manufacturer\r\nX1;BBU3900;Huawei\r\n", "Device: Serial=X1; Model=BBU3900; Maker=Huawei")]
    [InlineData("make\tmodel\tsite\nZTE\tF660\tCedar Ridge", "Device: Maker=ZTE; Model=F660; Site=Cedar Ridge")]
    [InlineData("mfr|part number|mac\nDahua|IPC|00:11:22:33:44:55", "Device: Maker=Dahua; PartNumber=IPC; MacAddress=00:11:22:33:44:55")]
    [InlineData("sep=;\nHersteller;Modell;Seriennummer\nHuawei;A1;7", "Device: Maker=Huawei; Model=A1; Serial=7")]
    [InlineData("name,device_type,manufacturer,role,site,status\nr1,S5735,Huawei,access,HQ,active", "Device: Name=r1; Model=S5735; Maker=Huawei; Category=access; Site=HQ; Status=active")]
    [InlineData("Name,Status,Site,Role,Manufacturer,Type\nr1,Active,HQ,Core,ZTE,M6000", "Device: Name=r1; Status=Active; Site=HQ; Category=Core; Maker=ZTE; Model=M6000")]
    [InlineData("Manufacturer,Model,,\nZTE,A,remark,\n", "Device: Maker=ZTE; Model=A")]
    [InlineData("PO Number,Order Date,Supplier,Item Description,Qty,Unit Price\n7,2021-02-03,CDW,router,2,9.5", "Purchase: ContractNumber=7; ActDate=2021-02-03; Supplier=CDW; Description=router; Quantity=2; Price=9.5")]
    [InlineData("Vendor,Manufacturer,Description,Qty,Price\nCDW,ZTE,modem,1,5", "Purchase: Supplier=CDW; Maker=ZTE; Description=modem; Quantity=1; Price=5")]
    [InlineData("Vendor,Model,Qty,Price\nZTE,F660,1,5", "Purchase: Maker=ZTE; Supplier=ZTE; Model=F660; Quantity=1; Price=5")]
    [InlineData("Vendor,Description,Qty,Price\nCDW,modem,1,5", "Purchase: Supplier=CDW; Description=modem; Quantity=1; Price=5")]
    [InlineData("name\nHytera\n", "Supplier: Supplier=Hytera")]
    [InlineData("supplier,country\nArista Networks,US\n", "Supplier: Supplier=Arista Networks; SupplierCountry=US")]
    [InlineData("supplier,what they sell\n\"Cisco Systems, Inc.\",switches\n", "Supplier: Supplier=Cisco Systems, Inc.")]
    [InlineData("Company,Country,UEI\nHytera,CN,ABC\n", "Supplier: Supplier=Hytera; SupplierCountry=CN; Uei=ABC")]
    [InlineData("Manufacturer,Model\n\"Huawei\nTechnologies\",A\n", "Device: Maker=Huawei\nTechnologies; Model=A")]
    [InlineData("cf_manufacturer,device_type__model,Price (USD)\nA,B,3\n", "Purchase: Maker=A; Model=B; Price=3")]
    [InlineData("Make,Model,Latitude,Longitude,Date Obtained\nZTE,A,1.5,2.5,2017-01-02\n", "Device: Maker=ZTE; Model=A; Latitude=1.5; Longitude=2.5; Obtained=2017-01-02")]
    [InlineData("Fabricante;Modelo;País de origen;Cantidad;Precio;Proveedor\nZTE;A;CN;1;2;X\n", "Purchase: Maker=ZTE; Model=A; Origin=CN; Quantity=1; Price=2; Supplier=X")]
    public void A_table_is_understood_by_its_headers(string text, string expected)
    {
        var read = Inputs.Read(text);
        var subject = Assert.Single(read.Subjects);
        Assert.Equal(expected, $"{subject.Kind}: {Inputs.Text(subject)}");
        Assert.Empty(read.Unread);
    }

    [Fact]
    public void The_kind_of_table_can_be_forced()
    {
        var read = Inputs.Read("Manufacturer,Model\nHuawei,A\n", TableKind.Purchases);
        Assert.Equal(SubjectKind.Purchase, Assert.Single(read.Subjects).Kind);
        Assert.Equal("csv/purchases", read.Account.Format);
    }

    [Fact]
    public void A_record_knows_the_line_on_which_it_starts()
    {
        var read = Inputs.Read("Inventory of June\n\nManufacturer,Model\n\"Hua\nwei\",A\n\nZTE,\"B\r\nC\"\r\nDahua,D");
        Assert.Equal([4, 7, 9], read.Subjects.Select(s => s.Source.Line));
        Assert.Equal("RUB1103", read.Codes);
        Assert.Equal("in.csv:3: RUB1103 rows above the header skipped: found 1 rows above the header on line 3; expected the header in the first row", read.Account.Problems[0].ToString());
    }

    [Fact]
    public void A_statement_knows_its_column()
    {
        var read = Inputs.Read("Site,Manufacturer\nHQ,Huawei\n");
        var maker = read.Subjects[0].Statements[1];
        Assert.Equal("in.csv:2:2", read.Subjects[0].LocationOf(maker).ToString());
    }

    [Fact]
    public void Ragged_rows_are_accounted_for_and_the_others_are_read()
    {
        var read = Inputs.Read("Manufacturer,Model,Site\nA,1,x\nB,2\nC,3,y,z\nD,4,w,,\n\n,,\nE,5,v\n");
        Assert.Equal(["A", "D", "E"], read.Subjects.Select(s => s.First(Field.Maker)));
        Assert.Equal(
            ["in.csv:3: RUB1104 row does not fit the header: found 2 fields; expected 3 fields, as the header has",
             "in.csv:4: RUB1104 row does not fit the header: found 4 fields; expected 3 fields, as the header has"],
            read.Unread.Select(u => u.Problems[0].ToString()));
        Assert.Equal("B | 2", read.Unread[0].Excerpt);
        Assert.Equal((5, 2), (read.Account.Records, read.Account.Unread));
    }

    [Fact]
    public void Unknown_columns_are_named()
    {
        var read = Inputs.Read("Manufacturer,Model,Color\nA,1,red\n");
        Assert.Equal("in.csv:1: RUB1102 columns not used: found \"Color\"; expected headers with a known meaning", Assert.Single(read.Account.Problems).ToString());
    }

    [Theory]
    [InlineData("", "RUB1006")]
    [InlineData("  \n\n", "RUB1006")]
    [InlineData("Manufacturer,Model\n", "RUB1107")]
    [InlineData("color,shape\nred,round\n", "RUB1101")]
    [InlineData("Latitude,Longitude\n1,2\n", "RUB1101")]
    [InlineData("just a letter\nto somebody\n", "RUB1003")]
    [InlineData("Manufacturer,Model\nA,\0\n", "RUB1009")]
    [InlineData("%PDF-1.4\n", "RUB1007")]
    [InlineData("<?xml version=\"1.0\"?><rss/>", "RUB1007")]
    [InlineData("<?xml version=\"1.0\"?><bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\"/>", "RUB1205")]
    [InlineData("---\na: b\n", "RUB1007")]
    [InlineData("SPDXVersion: SPDX-2.3\n", "RUB1514")]
    public void A_file_that_cannot_be_read_says_why(string text, string code)
    {
        var read = Inputs.Read(text);
        Assert.Equal(code, read.Codes);
        Assert.Empty(read.Records);
    }

    [Fact]
    public void A_header_that_is_not_understood_names_what_was_found_and_what_is_expected()
    {
        var problem = Assert.Single(Inputs.Read("color,shape\nred,round\n").Account.Problems);
        Assert.StartsWith("in.csv:1: RUB1101 needed columns are missing: found \"color\", \"shape\" in the first 20 rows; expected a header with at least one of manufacturer,", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_left_open_costs_its_own_line_only()
    {
        var read = Inputs.Read("Manufacturer,Model\nA,1\nB,\"2\nC,3\nD,4\n");
        Assert.Equal(["A", "C", "D"], read.Subjects.Select(s => s.First(Field.Maker)));
        Assert.Equal(["in.csv:3: RUB1106 quote not closed: found a quote that is not closed; expected a closing double quote at the end of the cell"], read.Unread.Select(u => u.Problems[0].ToString()));
        Assert.Equal([2, 4, 5], read.Subjects.Select(s => s.Source.Line));
    }

    [Fact]
    public void A_quote_left_open_does_not_swallow_rows_up_to_the_next_quote()
    {
        string filler = string.Concat(Enumerable.Repeat("Z,0\n", 30));
        var read = Inputs.Read("Manufacturer,Model\n" + filler + "B,\"2\nC,3\n\"D\",4\nE,5\n");
        Assert.Equal(["C", "D", "E"], read.Subjects.Skip(30).Select(s => s.First(Field.Maker)));
        Assert.Equal("RUB1106", Assert.Single(read.Unread).Problems[0].Kind.Code);
        Assert.Equal([33, 34, 35], read.Subjects.Skip(30).Select(s => s.Source.Line));
    }

    [Fact]
    public void A_cell_over_the_limit_costs_its_row_only()
    {
        foreach (int length in new[] { 40_000, 3_000_000 })
        {
            var read = Inputs.Read($"Manufacturer,Model\nA,1\nB,{new string('x', length)}\nC,3\n");
            Assert.Equal(["A", "C"], read.Subjects.Select(s => s.First(Field.Maker)));
            var unread = Assert.Single(read.Unread);
            Assert.Equal("RUB1105", unread.Problems[0].Kind.Code);
            Assert.Equal((3, 4), (unread.Source.Line, read.Subjects[1].Source.Line));
        }
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_read_as_windows_1252_with_a_warning()
    {
        var read = Inputs.Read([.. "Supplier\nM"u8, 0xFC, .. "ller\nPr"u8, 0xE9, .. "sidence\n"u8, .. "Grün \u20AC\n"u8, 0x80, 0x0A]);
        Assert.Equal(["Müller", "Présidence", "Grün €", "€"], read.Subjects.Select(s => s.First(Field.Supplier)));
        Assert.Equal("RUB1010", read.Codes);
        Assert.Equal("3 bytes that are not UTF-8", read.Account.Problems[0].Found);
    }

    [Fact]
    public void Byte_order_marks_are_understood()
    {
        const string text = "Manufacturer,Model\n华为,A\n";
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true) })
        {
            var read = Inputs.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
            Assert.Equal("华为", Assert.Single(read.Subjects).First(Field.Maker));
            Assert.Equal("", read.Codes);
        }
    }

    [Fact]
    public void What_people_write_for_nothing_states_nothing()
    {
        var read = Inputs.Read("Manufacturer,Model,Site\nN/A,A,-\nunknown,,\nZTE,n/a,x\n");
        Assert.Equal(["Model=A", "Maker=ZTE; Site=x"], read.Subjects.Select(Inputs.Text));
        Assert.Equal("RUB1108", Assert.Single(read.Unread).Problems[0].Kind.Code);
    }

    [Fact]
    public void Equal_cells_share_one_string()
    {
        var read = Inputs.Read("Manufacturer,Model\nHuawei,A\nHuawei,B\n");
        Assert.Same(read.Subjects[0].First(Field.Maker), read.Subjects[1].First(Field.Maker));
    }

    [Fact]
    public void The_digest_is_that_of_the_bytes()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("Manufacturer,Model\nHuawei,A\n");
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), Inputs.Read(bytes).Account.Sha256);
    }

    [Fact]
    public void The_account_is_known_only_at_the_end()
    {
        using var reader = RecordReader.Read("a", new MemoryStream("Manufacturer\nA\nB\n"u8.ToArray()));
        Assert.Throws<InvalidOperationException>(() => reader.Account);
        foreach (var _ in reader.Records()) { }
        Assert.Equal(2, reader.Account.Records);
        Assert.Throws<InvalidOperationException>(() => reader.Records());
    }
}
