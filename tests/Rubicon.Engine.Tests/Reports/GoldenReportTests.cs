using System.Text;
using Rubicon.Cli.Tables;
using Rubicon.Reports;
using Xunit;

namespace Rubicon.Engine.Tests.Reports;

public class GoldenReportTests
{
    [Fact]
    public void The_sample_as_JSON() => Golden.Check("Sample.expected.json", SampleReport.Write(s => new JsonReport(s)));

    [Fact]
    public void The_sample_as_JSON_Lines() => Golden.Check("Sample.expected.jsonl", SampleReport.Write(s => new JsonLinesReport(s)));

    [Fact]
    public void The_sample_as_CSV() => Golden.Check("Sample.expected.csv", SampleReport.Write(s => new CsvReport(s)));

    [Fact]
    public void The_sample_as_SARIF() => Golden.Check("Sample.expected.sarif", SampleReport.Write(s => new SarifReport(s)));

    [Fact]
    public void The_sample_as_HTML() => Golden.Check("Sample.expected.html", SampleReport.Write(s => new HtmlReport(s)));

    [Fact]
    public void The_sample_explained()
    {
        using var text = new StringWriter();
        foreach (var decision in SampleReport.Decisions) Assert.True(ExplainText.Write(text, SampleReport.Head, decision, null));
        Golden.Check("SampleExplained.expected.txt", Encoding.UTF8.GetBytes(text.ToString()));
    }

    [Fact]
    public void The_sample_as_a_table() => Golden.Check("SampleTable.expected.txt", Table(unicode: true));

    [Fact]
    public void The_sample_as_a_table_in_ASCII() => Golden.Check("SampleTableAscii.expected.txt", Table(unicode: false));

    [Fact]
    public void No_golden_file_is_unused() =>
        Assert.Equal(Golden.All.Order(StringComparer.Ordinal), Directory.GetFiles(Golden.Folder, "*.expected.*").Select(Path.GetFileName).Order(StringComparer.Ordinal));

    private static byte[] Table(bool unicode)
    {
        using var text = new StringWriter();
        SampleReport.WriteTo(new TableReport(TerminalConsole.Create(text, terminal: false, unicode, color: false), all: false));
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
