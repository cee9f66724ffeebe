using Rubicon.Rules.Evaluation;

namespace Rubicon.Reports.Html;

/// <summary>What was read, decided and not; first on the page, because the rest means nothing without it.</summary>
internal static class CoverageSection
{
    internal static void Write(HtmlPage page, Coverage coverage)
    {
        page.Open("section");
        page.Element("h2", "Coverage");
        page.Start("p", "sum");
        page.Text("Read ");
        page.Inline("b", PlainText.Number(coverage.Read));
        page.Text(", decided ");
        page.Inline("b", PlainText.Number(coverage.Decided));
        page.Text(", not assessed ");
        page.Inline("b", PlainText.Number(coverage.NotAssessed));
        page.Constant(".</p>");
        page.Open("ul", "totals");
        foreach (var (outcome, count) in coverage.Outcomes)
        {
            page.Start("li", "badge " + Outcomes.Word(outcome));
            page.Inline("b", PlainText.Number(count));
            page.Text(" " + Outcomes.Word(outcome));
            page.Constant("</li>");
        }
        page.Close("ul");
        Tables(page, coverage);
        page.Close("section");
    }

    private static void Tables(HtmlPage page, Coverage coverage)
    {
        if (!coverage.Reasons.IsEmpty)
            page.Table("Why records were not assessed", ["Reason", "Records"], coverage.Reasons.Select(r => new[] { r.Reason, PlainText.Number(r.Count) }));
        if (!coverage.Inputs.IsEmpty)
            page.Table("Inputs", ["File", "Read as", "Records", "Not read", "SHA-256"], coverage.Inputs.Select(i =>
                new[] { i.File, i.Format ?? "not read", PlainText.Number(i.Records), PlainText.Number(i.Unread), i.Sha256 ?? "none" }));
        if (!coverage.NotApplied.IsEmpty)
            page.Table("Law that was not applied", ["Law", "Why"], coverage.NotApplied.Select(n => new[] { n.Id, n.Why }));
        if (!coverage.Assumptions.IsEmpty)
            page.Table("Taken for granted where records do not say it", ["Assumption", "Records"], coverage.Assumptions.Select(a => new[] { a.Assumption, PlainText.Number(a.Count) }));
        if (coverage.ProblemCount == 0) return;
        page.Table($"Problems ({PlainText.Number(coverage.ProblemCount)})", ["Place", "Problem", "Found", "Expected", "Fix"], coverage.Problems.Select(p =>
            new[] { p.Where.ToString(), $"{p.Kind.Code} {p.Kind.Title} ({ReportWords.Word(p.Kind.Severity)})", p.Found, p.Expected ?? p.Kind.Expected, p.Kind.Fix }));
        if (coverage.ProblemCount > coverage.Problems.Length)
            page.Element("p", $"{PlainText.Count(coverage.ProblemCount - coverage.Problems.Length, "more problem")} not listed here.", "left");
    }
}
