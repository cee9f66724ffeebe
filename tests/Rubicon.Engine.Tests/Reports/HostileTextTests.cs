using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Rubicon.Cli.Tables;
using Rubicon.Diagnostics;
using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;
using Rubicon.Subjects;
using Xunit;

namespace Rubicon.Engine.Tests.Reports;

public class HostileTextTests
{
    [Fact]
    public void Scripts_in_every_field_stay_text_in_HTML()
    {
        string html = Encoding.UTF8.GetString(SampleReport.Write(s => new HtmlReport(s)));
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', html);
        Assert.DoesNotContain('\u202e', html);
    }

    [Fact]
    public void HTML_asks_for_nothing_from_outside()
    {
        string html = Encoding.UTF8.GetString(SampleReport.Write(s => new HtmlReport(s)));
        foreach (string part in new[] { "src=", "href=", "url(", "@import", "http:", "https:" })
            Assert.DoesNotContain(part, html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t1")]
    [InlineData("\r1")]
    [InlineData("  =1+1")]
    [InlineData("\u00a0=1+1")]
    [InlineData("\u200b=1+1")]
    [InlineData("\uff1d1+1")]
    public void Cells_that_start_a_formula_are_defused(string text)
    {
        var row = Rows(Title(text))[1];
        Assert.StartsWith("'", row[3], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Huawei BBU3900")]
    [InlineData("5G, \"core\"; spare")]
    [InlineData("\u534e\u4e3a")]
    [InlineData("a-1")]
    public void Other_cells_come_back_as_they_were(string text) => Assert.Equal(text, Rows(Title(text))[1][3]);

    [Fact]
    public void The_table_for_spreadsheets_is_rectangular_and_no_cell_starts_a_formula()
    {
        var rows = Rows(SampleReport.Write(s => new CsvReport(s)));
        Assert.All(rows, r => Assert.Equal(16, r.Length));
        Assert.DoesNotContain(rows.SelectMany(r => r), c => c.TrimStart().StartsWith('=') || c.TrimStart().StartsWith('+') || c.TrimStart().StartsWith('-') || c.TrimStart().StartsWith('@'));
        Assert.Contains(rows, r => r[0] == "coverage" && r[13] == "read 9, decided 7, not assessed 2");
    }

    [Fact]
    public void Random_texts_keep_every_format_well_formed()
    {
        var random = new Random(7);
        char[] letters = [.. "a=+-@\t\r\n\"',;<>&\\/ \0\u001b\u202e\u2028\ufeff\u534e", '\ud83d', '\ude00'];
        for (int round = 0; round < 500; round++)
        {
            string text = new([.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => letters[random.Next(letters.Length)])]);
            Assert.All(Rows(Title(text)), r => Assert.Equal(16, r.Length));
            foreach (var writer in new Func<Stream, IReportWriter>[] { s => new JsonReport(s), s => new SarifReport(s) })
                System.Text.Json.JsonDocument.Parse(One(text, writer)).Dispose();
            string html = Encoding.UTF8.GetString(One(text, s => new HtmlReport(s)));
            Assert.DoesNotContain('\u001b', html);
        }
    }

    [Fact]
    public void A_terminal_gets_no_escape_from_a_record()
    {
        using var text = new StringWriter();
        SampleReport.WriteTo(new TableReport(TerminalConsole.Create(text, terminal: false, unicode: true, color: true), all: true));
        foreach (var decision in SampleReport.Decisions) ExplainText.Write(text, SampleReport.Head, decision, null);
        Assert.DoesNotContain('\u001b', text.ToString());
        Assert.DoesNotContain('\u202e', text.ToString());
    }

    private static byte[] Title(string text) => One(text, s => new CsvReport(s));

    private static byte[] One(string text, Func<Stream, IReportWriter> writer)
    {
        using var stream = new MemoryStream();
        var report = writer(stream);
        report.Begin(SampleReport.Head);
        report.Write(new Decision
        {
            Id = "d",
            Title = text,
            Outcome = Outcome.Review,
            Reason = text,
            GroupKey = text,
            Notes = [text],
            Subject = new Subject(SubjectKind.Device, new SourceLocation("x.csv", 1), [new Statement(Field.Maker, text)]),
        });
        report.End(SampleReport.Coverage);
        return stream.ToArray();
    }

    private static List<string[]> Rows(byte[] csv)
    {
        using var parser = new CsvParser(new StringReader(Encoding.UTF8.GetString(csv)), new CsvConfiguration(CultureInfo.InvariantCulture) { TrimOptions = TrimOptions.None });
        var rows = new List<string[]>();
        while (parser.Read()) rows.Add((string[])parser.Record!.Clone());
        return rows;
    }
}
