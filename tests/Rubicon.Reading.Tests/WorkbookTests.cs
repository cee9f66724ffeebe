using System.IO.Compression;
using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Reading.Tests;

public class WorkbookTests
{
    private static readonly string[][] Devices =
        [["Devices of June"], ["Manufacturer", "Model", "Installed", "Latitude", "Color"], ["Huawei", "BBU3900", "=date 42888", "35.25", "red"], [], ["ZTE", "F660", "", "7", ""]];

    [Fact]
    public void Every_sheet_that_is_a_table_is_read_with_its_cells()
    {
        var read = Inputs.Read(Workbooks.Make(
            ("Cover", false, [["About this file"]]),
            ("Devices", false, Devices),
            ("Old", true, [["Supplier", "Country"], ["Hytera", "CN"]])));
        Assert.Equal(
            ["3 Devices Device: Maker=Huawei; Model=BBU3900; Installed=2017-06-02; Latitude=35.25",
             "5 Devices Device: Maker=ZTE; Model=F660; Latitude=7",
             "2 Old Supplier: Supplier=Hytera; SupplierCountry=CN"],
            read.Subjects.Select(s => $"{s.Source.Line} {s.Source.Pointer} {s.Kind}: {Inputs.Text(s)}"));
        Assert.Equal("Devices!B3", read.Subjects[0].Statements[1].Pointer);
        Assert.Equal("xlsx/inventory+suppliers", read.Account.Format);
        Assert.Equal("RUB1123 RUB1103 RUB1102 RUB1124", read.Codes);
        Assert.NotNull(read.Account.Sha256);
    }

    [Fact]
    public void A_truncated_workbook_is_a_problem()
    {
        byte[] whole = Workbooks.Make(("Devices", false, Devices));
        foreach (int length in new[] { 4, 30, whole.Length / 2, whole.Length - 10 })
        {
            var read = Inputs.Read(whole[..length]);
            Assert.Contains(read.Codes, new[] { "RUB1120", "RUB1007" });
            Assert.Empty(read.Records);
        }
    }

    [Fact]
    public void A_workbook_that_unpacks_beyond_the_limits_is_refused_before_it_is_read()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Workbooks.Add(zip, "xl/workbook.xml", "<workbook/>");
            Workbooks.Add(zip, "xl/worksheets/sheet1.xml", new string(' ', 40_000_000));
        }
        Assert.Equal("in.csv: RUB1122 workbook unpacks to more than the limit: found a part packed to less than 1/200 of its size; expected parts of at most 512 MB together, 10,000 parts, and at most 200 times their packed size",
            Assert.Single(Inputs.Read(bytes.ToArray()).Account.Problems).ToString());
    }

    [Fact]
    public void Other_archives_and_damaged_old_workbooks_are_named()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true)) Workbooks.Add(zip, "a.txt", "hello");
        Assert.Equal("RUB1007", Inputs.Read(bytes.ToArray()).Codes);
        Assert.Equal("RUB1120", Inputs.Read([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 1, 2, 3]).Codes);
    }

    [Fact]
    public void A_workbook_without_a_table_says_so()
    {
        Assert.Equal("RUB1123 RUB1107", Inputs.Read(Workbooks.Make(("Cover", false, [["nothing here"]]))).Codes);
    }

    [Fact]
    public void A_workbook_can_be_forced_to_a_kind()
    {
        var read = Inputs.Read(Workbooks.Make(("Devices", false, Devices)), TableKind.Purchases);
        Assert.All(read.Subjects, s => Assert.Equal(SubjectKind.Purchase, s.Kind));
    }
}
