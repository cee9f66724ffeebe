using System.Text;
using Rubicon.Reports;
using Rubicon.Review;
using Xunit;

namespace Rubicon.Engine.Tests.Review;

/// <summary>Documents are made from the record alone; text of the record is never markup.</summary>
public sealed class CaseDocumentTests
{
    private static Case Served() => new Case("us-icts/review")
        .Step("refer", "2026-01-05").Step("accept", "2026-01-12").Step("notify-review", "2026-01-14", ("notified", "the carrier"))
        .Step("consult", "2026-02-02").Step("determine-initially", "2026-03-02", ("explanation", "First line.\n<script>alert(1)</script>")).Step("tell-agencies", "2026-03-03").Step("serve", "2026-03-24");

    private static string Html(Case made, int index, params AttachedFile[] files)
    {
        using var bytes = new MemoryStream();
        CaseDocumentHtml.Write(bytes, CaseDocument.Of(made.Review, "R-2026-0001", "Base stations <b>for</b> Cedar Ridge", made.Events, index, [.. files])!);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    [Fact]
    public void Documents_are_numbered_in_the_order_of_their_steps()
    {
        var served = Served();
        var numbers = Enumerable.Range(0, served.Events.Count).Select(i => CaseDocument.Of(served.Review, "R-1", "t", served.Events, i, [])?.Number ?? "none");
        Assert.Equal("none none R-1-01 R-1-02 R-1-03 R-1-04 R-1-05", string.Join(' ', numbers));
    }

    [Fact]
    public void A_notice_of_service_names_the_days_that_it_starts_with_their_arithmetic()
    {
        string html = Html(Served(), 6);
        Assert.Contains("<td>by 2026-04-23</td>", html, StringComparison.Ordinal);
        Assert.Contains("2026-03-24 + 180 calendar days = 2026-09-20", html, StringComparison.Ordinal);
        Assert.Contains("<td>a party to the transaction</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("by 2026-03-24", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_the_record_is_shown_as_text()
    {
        string html = Html(Served(), 4);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("<p>First line.</p>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_restricted_file_is_named_by_its_number_alone()
    {
        string html = Html(Served(), 6, new AttachedFile("F-1", "Contract", "ab12"), new AttachedFile("F-2", null, null));
        Assert.Contains("Contract", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">F-2</th><td>restricted</td><td>restricted</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_come_back_from_their_JSON_as_they_were()
    {
        var served = Served().Extend("final-determination", "2026-09-01", "2026-11-19");
        foreach (var done in served.Events)
        {
            byte[] bytes = CaseEventJson.Bytes(done);
            var back = CaseEventJson.Read(bytes);
            Assert.Equal(bytes, CaseEventJson.Bytes(back));
            Assert.Equal((done.Step, done.Day, done.By, done.Author, done.Approver, done.Extension), (back.Step, back.Day, back.By, back.Author, back.Approver, back.Extension));
            Assert.Equal(done.Statements.OrderBy(s => s.Key, StringComparer.Ordinal), back.Statements.OrderBy(s => s.Key, StringComparer.Ordinal));
        }
        Assert.Throws<FormatException>(() => CaseEventJson.Read("{}"u8.ToArray()));
        Assert.Throws<FormatException>(() => CaseEventJson.Read("["u8.ToArray()));
    }

    [Theory]
    [InlineData("us-icts/review")]
    [InlineData("us-fcc/designation")]
    [InlineData("us-ndaa-889/waiver-part-B")]
    public void Every_kind_of_document_has_a_title_of_its_own(string procedure) =>
        Assert.All(Case.Procedures.Single(p => p.Id == procedure).Steps.Select(s => s.Document).OfType<string>(), d => Assert.True(char.IsUpper(CaseDocumentHtml.Title(d)[0]), d));

    [Theory]
    [InlineData("accept", "Agency")]
    [InlineData("serve", "Agency Party Consulted")]
    [InlineData("comment", "Agency Consulted")]
    [InlineData("consult-again", "Agency Consulted")]
    [InlineData("prohibit", "Agency Party Consulted")]
    public void A_step_is_seen_by_the_agency_by_whoever_takes_it_and_by_those_it_is_shared_with(string step, string roles) =>
        Assert.Equal(roles, string.Join(' ', new Case("us-icts/review").Review.Procedure.FindStep(step)!.SeenBy));
}
