using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;
using Rubicon.Server.Scanning;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Pages;

/// <summary>A scan with its findings, and one decision with its proof.</summary>
internal static class FindingsPages
{
    private const int MostRows = 200;

    public static IResult Scan(string id, HttpContext context, Store store, ScanQueue queue)
    {
        string organization = Access.TokenOf(context).Organization;
        if (store.Scans.Find(organization, id) is not { } scan) return Page.Missing(context);
        var page = new Html();
        page.Add($"<p>As of {scan.AsOf}, known by {scan.KnownAt}.</p>\n");
        if (scan.State == "running")
        {
            // A page without script renews itself.
            context.Response.Headers["Refresh"] = "2";
            page.Add($"<p role=\"status\">Running: {queue.Progress(id)} records decided. This page renews itself.</p>\n");
        }
        else if (store.Scans.Report(organization, id) is { } bytes && ReportReader.Read(new MemoryStream(bytes), scan.Name, []) is { } report)
        {
            Found(context, page, id, report);
        }
        else
        {
            page.Add($"<p role=\"alert\">It failed: {scan.Problem}</p>\n");
        }
        return Page.Of(context, $"Scan of {scan.Name}", page);
    }

    public static IResult Line(string id, string decision, HttpContext context, Store store)
    {
        if (store.Scans.Report(Access.TokenOf(context).Organization, id) is not { } bytes || ReportReader.Read(new MemoryStream(bytes), id, []) is not { } report) return Page.Missing(context);
        return report.Decisions.FirstOrDefault(d => d.Id == decision) is { } found ? One(context, report.Head, found) : Page.Missing(context);
    }

    public static IResult Decision(string id, HttpContext context, Store store)
    {
        if (store.Decisions.Find(Access.TokenOf(context).Organization, id) is not { } recorded || ReportReader.Read(new MemoryStream(recorded.Report), id, []) is not { Decisions: [var found, ..] } report) return Page.Missing(context);
        return One(context, report.Head, found);
    }

    /// <summary>The whole report for print, as `rubicon scan -o html` writes it. Its one style is named by its digest, so that nothing else runs.</summary>
    public static IResult Print(string id, HttpContext context, Store store)
    {
        if (store.Scans.Report(Access.TokenOf(context).Organization, id) is not { } bytes || ReportReader.Read(new MemoryStream(bytes), id, []) is not { } report) return Page.Missing(context);
        using var html = new MemoryStream();
        report.WriteTo(new HtmlReport(html));
        string text = System.Text.Encoding.UTF8.GetString(html.ToArray());
        int from = text.IndexOf("<style>", StringComparison.Ordinal) + "<style>".Length, to = text.IndexOf("</style>", StringComparison.Ordinal);
        string digest = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text[from..to])));
        context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Results.Text(text, "text/html; charset=utf-8");
    }

    private static void Found(HttpContext context, Html page, string id, SavedReport report)
    {
        string wanted = context.Request.Query["outcome"].FirstOrDefault() ?? "";
        page.Add($"<p>Read {report.Coverage.Read}, decided {report.Coverage.Decided}, not assessed {report.Coverage.NotAssessed}.</p>\n<ul class=\"totals\">\n");
        foreach (var (outcome, count) in report.Coverage.Outcomes.Where(o => o.Count > 0))
            page.Add($"<li><a href=\"/scans/{id}?outcome={Outcomes.Word(outcome)}\">").Add(Page.Badge(Outcomes.Word(outcome))).Add($"</a> {count}</li>\n");
        page.Add($"</ul>\n<p><a href=\"/scans/{id}\">All</a> · <a href=\"/scans/{id}/print\">Report for print</a></p>\n");
        foreach (var problem in report.Coverage.Problems.Take(20)) page.Add($"<p class=\"problem\">{problem.Where.ToString()}: {problem.Kind.Code} {problem.Kind.Title}: found {problem.Found}</p>\n");
        var rows = report.Decisions.Where(d => wanted.Length == 0 || Outcomes.Word(d.Outcome) == wanted).OrderByDescending(d => d.Outcome).ToList();
        page.Add($"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Findings\"><table><caption>Records, strictest first</caption><thead><tr><th scope=\"col\">Outcome</th><th scope=\"col\">Record</th><th scope=\"col\">Place</th><th scope=\"col\">Rules</th></tr></thead><tbody>\n");
        foreach (var decision in rows.Take(MostRows))
            page.Add($"<tr><td>").Add(Page.Badge(Outcomes.Word(decision.Outcome))).Add($"</td><th scope=\"row\"><a href=\"/scans/{id}/{decision.Id}\">{decision.Title}</a></th><td>{decision.Source.ToString()}</td><td>{string.Join(", ", decision.Findings.Where(f => f.Outcome == decision.Outcome).Select(f => f.Provision).Distinct())}</td></tr>\n");
        page.Add($"</tbody></table></div>\n");
        if (rows.Count > MostRows) page.Add($"<p>{rows.Count - MostRows} more records; the report for print and the API have all of them.</p>\n");
    }

    private static IResult One(HttpContext context, ReportHead head, Decision decision)
    {
        var page = new Html();
        page.Add($"<p>").Add(Page.Badge(Outcomes.Word(decision.Outcome))).Add($" {decision.Source.ToString()}</p>\n<p>As {PlainText.Actor(head.Actor)}, on {PlainText.Day(head.AsOf)}, known by {PlainText.Day(head.KnownAt)}.</p>\n");
        if (decision.Reason is not null) page.Add($"<p>Because {decision.Reason}.</p>\n");
        foreach (var (capacity, outcome) in decision.ByCapacity) page.Add($"<p>As {capacity}: {Outcomes.Word(outcome)}</p>\n");
        if (decision.Unread is { } unread)
            foreach (var problem in unread.Problems) page.Add($"<p class=\"problem\">{problem.ToString()}</p>\n");
        if (!decision.Questions.IsEmpty)
        {
            page.Add($"<h2>Questions that would settle it</h2>\n<ul>\n");
            foreach (var question in decision.Questions)
                page.Add($"<li>Ask {question.Who}: {question.Text} {string.Join("; ", question.Answers.Select(a => $"{a.Answer}: {Outcomes.Word(a.Outcome)}"))}</li>\n");
            page.Add($"</ul>\n");
        }
        foreach (var finding in decision.Findings.OrderByDescending(f => f.Outcome)) ProofPart.Write(page, finding);
        return Page.Of(context, decision.Title, page);
    }
}
