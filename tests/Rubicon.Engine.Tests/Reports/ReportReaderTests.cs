using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Reports;
using Xunit;

namespace Rubicon.Engine.Tests.Reports;

public class ReportReaderTests
{
    [Fact]
    public void A_saved_report_read_back_and_written_again_has_the_same_bytes()
    {
        byte[] first = SampleReport.Write(s => new JsonReport(s));
        var problems = new List<Problem>();
        var saved = ReportReader.Read(new MemoryStream(first), "report.json", problems);
        Assert.Empty(problems);
        Assert.Equal(Encoding.UTF8.GetString(first), Encoding.UTF8.GetString(Bytes(saved!, s => new JsonReport(s))));
    }

    [Fact]
    public void A_saved_report_converts_to_the_same_bytes_as_the_scan_wrote()
    {
        var saved = ReportReader.Read(new MemoryStream(SampleReport.Write(s => new JsonReport(s))), "report.json", [])!;
        foreach (var writer in new Func<Stream, IReportWriter>[] { s => new CsvReport(s), s => new SarifReport(s), s => new HtmlReport(s), s => new JsonLinesReport(s) })
            Assert.Equal(Encoding.UTF8.GetString(SampleReport.Write(writer)), Encoding.UTF8.GetString(Bytes(saved, writer)));
    }

    [Theory]
    [InlineData("", "RUB4100")]
    [InlineData("outcome,file,line", "RUB4100")]
    [InlineData("{\"schemaVersion\":\"1.0\"", "RUB4100")]
    [InlineData("{\"schemaVersion\":\"1.0\",\"schemaVersion\":\"1.0\"}", "RUB4100")]
    [InlineData("{\"schemaVersion\":\"1.0\",\"coverage\":{\"outcomes\":{\"\\ud800\":1}}}", "RUB4100")]
    [InlineData("[]", "RUB4101")]
    [InlineData("null", "RUB4101")]
    [InlineData("{\"bomFormat\":\"CycloneDX\"}", "RUB4101")]
    [InlineData("{\"schemaVersion\":1}", "RUB4101")]
    [InlineData("{\"schemaVersion\":\"2.0\"}", "RUB4101")]
    [InlineData("{\"schemaVersion\":\"1.0\"}", "RUB4102")]
    [InlineData("{\"schemaVersion\":\"1.0\",\"decisions\":[null,1,\"\\ud800\",{}]}", "RUB4102")]
    public void Bad_or_foreign_text_is_a_problem(string text, string code)
    {
        var problems = new List<Problem>();
        Assert.Null(ReportReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "report.json", problems));
        Assert.All(problems, p => Assert.Equal(code, p.Kind.Code));
        Assert.NotEmpty(problems);
        Assert.True(problems.Count <= 20);
    }

    [Theory]
    [InlineData("\"outcome\": \"review\"", "\"outcome\": \"fine\"", "RUB4102", "$.decisions[0].outcome")]
    [InlineData("\"lawDate\": \"2026-11-21\"", "\"lawDate\": \"2026-02-31\"", "RUB4102", "$.decisions[0].lawDate")]
    [InlineData("\"line\": 214", "\"line\": -1", "RUB4102", "$.decisions[0].subject.line")]
    [InlineData("\"line\": 214", "\"line\": 99999999999", "RUB4102", "$.decisions[0].subject.line")]
    [InlineData("\"title\": \"Huawei BBU3900 at Cedar Ridge\"", "\"title\": \"\\udc00\"", "RUB4102", "$.decisions[0].subject.title")]
    [InlineData("\"type\": \"party\"", "\"type\": \"planet\"", "RUB4102", "$.decisions[0].facts.producer.type")]
    [InlineData("\"read\": 9", "\"read\": 8", "RUB4103", "$.coverage")]
    [InlineData("\"read\": 9,\n    \"decided\": 7", "\"read\": 8,\n    \"decided\": 6", "RUB4103", "$.decisions")]
    public void A_changed_report_is_refused_with_the_place(string old, string changed, string code, string pointer)
    {
        string text = Encoding.UTF8.GetString(SampleReport.Write(s => new JsonReport(s)));
        int at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0);
        text = string.Concat(text.AsSpan(0, at), changed, text.AsSpan(at + old.Length));
        var problems = new List<Problem>();
        Assert.Null(ReportReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "report.json", problems));
        Assert.Contains(problems, p => p.Kind.Code == code && p.Where.Pointer == pointer);
    }

    [Fact]
    public void A_field_of_a_later_version_is_left_out_with_a_warning()
    {
        string text = Encoding.UTF8.GetString(SampleReport.Write(s => new JsonReport(s)))
            .Replace("\"site\": \"Cedar Ridge\"", "\"orbit\": \"low\"", StringComparison.Ordinal);
        var problems = new List<Problem>();
        Assert.NotNull(ReportReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "report.json", problems));
        Assert.Equal("RUB4105", Assert.Single(problems).Kind.Code);
    }

    [Fact]
    public void A_report_nested_too_deep_is_a_problem()
    {
        string text = "{\"schemaVersion\":" + new string('[', 5000) + new string(']', 5000) + "}";
        var problems = new List<Problem>();
        Assert.Null(ReportReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "report.json", problems));
        Assert.Equal("RUB4100", Assert.Single(problems).Kind.Code);
    }

    [Fact]
    public void Damaged_reports_give_problems_and_never_an_exception()
    {
        byte[] good = SampleReport.Write(s => new JsonReport(s));
        var random = new Random(20261121);
        byte[] alphabet = [.. "\"\\{}[],:019-.eutfn \ud7ff"u8, 0, 0xC3, 0xFF, 0xED];
        for (int round = 0; round < 3000; round++)
        {
            byte[] bad = (byte[])good.Clone();
            for (int change = random.Next(1, 4); change > 0; change--) bad[random.Next(bad.Length)] = alphabet[random.Next(alphabet.Length)];
            if (random.Next(4) == 0) bad = bad[..random.Next(bad.Length)];
            var problems = new List<Problem>();
            var saved = ReportReader.Read(new MemoryStream(bad), "report.json", problems);
            Assert.Equal(saved is null, problems.Any(p => p.Kind.Severity == Severity.Error && p.Kind.Code.StartsWith("RUB41", StringComparison.Ordinal)));
            if (saved is not null) Assert.NotEmpty(Bytes(saved, s => new JsonReport(s)));
        }
    }

    private static byte[] Bytes(SavedReport saved, Func<Stream, IReportWriter> writer)
    {
        using var stream = new MemoryStream();
        saved.WriteTo(writer(stream));
        return stream.ToArray();
    }
}
