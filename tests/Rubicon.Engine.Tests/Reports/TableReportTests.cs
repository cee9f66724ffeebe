using System.Globalization;
using System.Text;
using Rubicon.Cli.Tables;
using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Xunit;

namespace Rubicon.Engine.Tests.Reports;

public class TableReportTests
{
    [Fact]
    public void No_line_is_wider_than_eighty_columns_or_ends_in_blanks()
    {
        foreach (string line in Table(SampleReport.WriteTo).Split('\n'))
        {
            Assert.True(line.Length <= 80, line);
            Assert.Equal(line.TrimEnd(), line);
        }
    }

    [Fact]
    public void Without_UTF_8_everything_of_ours_is_ASCII()
    {
        string text = Table(w =>
        {
            w.Begin(SampleReport.Head);
            w.Write(SampleReport.Decisions[0]);
            w.End(SampleReport.Coverage);
        }, unicode: false);
        Assert.True(Ascii.IsValid(text), text);
    }

    [Fact]
    public void A_terminal_gets_colors_and_NO_COLOR_takes_them_away()
    {
        Assert.Contains("\u001b[", Table(SampleReport.WriteTo, terminal: true, color: true), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", Table(SampleReport.WriteTo, terminal: true, color: false), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[", Table(SampleReport.WriteTo, terminal: false, color: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Forty_groups_are_shown_and_the_others_are_counted_unless_all_are_asked_for()
    {
        void Many(IReportWriter w)
        {
            w.Begin(SampleReport.Head);
            for (int line = 1; line <= 50; line++) w.Write(SampleReport.Make(Outcome.Review, line, $"unit{line:000}"));
            w.End(SampleReport.Coverage);
        }
        string some = Table(Many);
        Assert.Contains("unit040", some, StringComparison.Ordinal);
        Assert.DoesNotContain("unit041", some, StringComparison.Ordinal);
        Assert.Contains("10 more groups not shown (10 review)", some, StringComparison.Ordinal);
        Assert.Contains("unit050", Table(Many, all: true), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_without_records_still_says_what_was_read()
    {
        string text = Table(w =>
        {
            w.Begin(SampleReport.Head);
            w.End(new Coverage(0, 0, 0, [], [], [], [], [], 0));
        });
        Assert.Contains("read 0, decided 0, not assessed 0", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_format_is_the_same_under_a_culture_with_other_digits_and_signs()
    {
        var hostile = new CultureInfo("", false) { NumberFormat = { NumberGroupSeparator = "x", NegativeSign = "~", NumberDecimalSeparator = ";" }, DateTimeFormat = { DateSeparator = "?" } };
        var formats = new Func<byte[]>[]
        {
            () => SampleReport.Write(s => new JsonReport(s)), () => SampleReport.Write(s => new JsonLinesReport(s)), () => SampleReport.Write(s => new SarifReport(s)),
            () => SampleReport.Write(s => new CsvReport(s)), () => SampleReport.Write(s => new HtmlReport(s)), () => Encoding.UTF8.GetBytes(Table(SampleReport.WriteTo)),
        };
        var plain = formats.Select(f => f()).ToList();
        var before = Thread.CurrentThread.CurrentCulture;
        Thread.CurrentThread.CurrentCulture = hostile;
        try
        {
            for (int i = 0; i < formats.Length; i++) Assert.Equal(plain[i], formats[i]());
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    private static string Table(Action<IReportWriter> write, bool terminal = false, bool unicode = true, bool color = false, bool all = false)
    {
        using var text = new StringWriter();
        write(new TableReport(TerminalConsole.Create(text, terminal, unicode, color, 80), all));
        return text.ToString();
    }
}
