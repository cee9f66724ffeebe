using System.Globalization;
using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Rubicon.Server.Scanning;
using Rubicon.Server.Security;
using Rubicon.Server.StoredReports;
using Rubicon.Storage;

namespace Rubicon.Server.Pages;

/// <summary>A scan: how far it is, then its lines with filter, groups and export.</summary>
internal static class ScanPage
{
    private const int RowsOnPage = 100, GroupsShown = 200, ProblemsShown = 20;

    private static readonly (string Kind, string Title)[] Groups = [("maker", "maker"), ("site", "site"), ("rules", "rule")];

    public static IResult Get(string id, HttpContext context, Store store, ScanQueue queue)
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
        else if (StoredReport.Find(store, organization, id) is { } report) Found(context, page, $"/scans/{id}", store, report);
        else page.Add($"<p role=\"alert\">It failed: {scan.Problem}</p>\n");
        return Page.Of(context, $"Scan of {scan.Name}", page);
    }

    /// <summary>The report in a format of the command line, as a file.</summary>
    public static IResult Export(string id, string format, HttpContext context, Store store)
    {
        string organization = Access.TokenOf(context).Organization;
        if (!ReportExport.Formats.Contains(format) || store.Scans.Find(organization, id) is not { } scan || StoredReport.Find(store, organization, id) is not { } report) return Page.Missing(context);
        return ReportExport.Of(report, format, $"{Path.GetFileNameWithoutExtension(scan.Name)}.{format}");
    }

    /// <summary>The whole report for print, as `rubicon scan -o html` writes it. Its one style is named by its digest, so that nothing else runs.</summary>
    public static IResult Print(string id, HttpContext context, Store store)
    {
        if (StoredReport.Find(store, Access.TokenOf(context).Organization, id) is not { } report) return Page.Missing(context);
        using var html = new MemoryStream();
        report.WriteTo(new HtmlReport(html));
        return ForPrint(context, html.ToArray());
    }

    /// <summary>A page made for print that holds its own style.</summary>
    public static IResult ForPrint(HttpContext context, byte[] html)
    {
        string text = System.Text.Encoding.UTF8.GetString(html);
        int from = text.IndexOf("<style>", StringComparison.Ordinal) + "<style>".Length, to = text.IndexOf("</style>", StringComparison.Ordinal);
        string digest = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text[from..to])));
        context.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Results.Text(text, "text/html; charset=utf-8");
    }

    /// <summary>Totals, groups, export and the lines of a report.</summary>
    public static void Found(HttpContext context, Html page, string path, Store store, StoredReport report)
    {
        var coverage = report.Coverage();
        var query = context.Request.Query;
        string? Asked(string name) => query.TryGetValue(name, out var value) && query.ContainsKey(name) ? value.ToString() : null;
        var filter = new LineFilter(Asked("outcome"), Asked("maker"), Asked("site"), Asked("rules"));
        page.Add($"<p>Read {coverage.Read}, decided {coverage.Decided}, not assessed {coverage.NotAssessed}.</p>\n<ul class=\"totals\">\n");
        foreach (var (outcome, count) in coverage.Outcomes.Where(o => o.Count > 0))
            page.Add($"<li><a href=\"{path}?outcome={Outcomes.Word(outcome)}\">").Add(Page.Badge(Outcomes.Word(outcome))).Add($"</a> {count}</li>\n");
        page.Add($"</ul>\n<p>Export: ");
        foreach (string format in ReportExport.Formats) page.Add($"<a href=\"/scans/{report.Id}/export/{format}\">{format.ToUpperInvariant()}</a> · ");
        page.Add($"<a href=\"/scans/{report.Id}/print\">Report for print</a></p>\n<p>Group by ");
        foreach (var (kind, title) in Groups) page.Add($"<a href=\"{path}?group={kind}\">{title}</a> · ");
        page.Add($"<a href=\"{path}\">all lines</a></p>\n");
        if (coverage.Problems.Length > 0)
        {
            page.Add($"<details><summary>{coverage.ProblemCount} notes on what was read and applied</summary>\n");
            foreach (var problem in coverage.Problems.Take(ProblemsShown)) page.Add($"<p class=\"problem\">{problem.Where.ToString()}: {problem.Kind.Code} {problem.Kind.Title}: found {problem.Found}</p>\n");
            page.Add($"</details>\n");
        }
        if (Asked("group") is { } group && Groups.FirstOrDefault(g => g.Kind == group) is { Kind: not null } by) Grouped(page, path, store.Reports.Groups(report.Id, by.Kind, GroupsShown), by);
        else Lines(context, page, path, store, report, filter);
    }

    private static void Grouped(Html page, string path, IReadOnlyList<LineGroup> groups, (string Kind, string Title) by)
    {
        page.Add($"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Groups\"><table><caption>By {by.Title}, strictest first</caption><thead><tr><th scope=\"col\">Outcome</th><th scope=\"col\">{Upper(by.Title)}</th><th scope=\"col\">Records</th></tr></thead><tbody>\n");
        foreach (var group in groups)
            page.Add($"<tr><td>").Add(Page.Badge(group.Outcome)).Add($"</td><th scope=\"row\"><a href=\"{path}?outcome={group.Outcome}&{by.Kind}={Uri.EscapeDataString(group.Name)}\">{(group.Name.Length == 0 ? "(none)" : group.Name)}</a></th><td>{group.Lines}</td></tr>\n");
        page.Add($"</tbody></table></div>\n");
        if (groups.Count == GroupsShown) page.Add($"<p>The first {GroupsShown} groups; the export has all.</p>\n");
    }

    private static void Lines(HttpContext context, Html page, string path, Store store, StoredReport report, LineFilter filter)
    {
        (long, long)? after = context.Request.Query["after"].ToString().Split('~') is [var rank, var number]
            && long.TryParse(rank, NumberStyles.None, CultureInfo.InvariantCulture, out long r) && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out long n) ? (r, n) : null;
        var rows = store.Reports.Page(report.Id, filter, after, RowsOnPage);
        string caption = filter.IsEmpty ? "Records, strictest first" : $"Records {string.Join(", ", Stated(filter).Select(f => f.Value.Length == 0 ? $"without {f.Name}" : $"with {f.Name} {f.Value}"))}, strictest first";
        page.Add($"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Findings\"><table><caption>{caption}</caption><thead><tr><th scope=\"col\">Outcome</th><th scope=\"col\">Record</th><th scope=\"col\">Maker</th><th scope=\"col\">Place</th><th scope=\"col\">Rules</th></tr></thead><tbody>\n");
        foreach (var line in rows)
            page.Add($"<tr><td>").Add(Page.Badge(line.Outcome)).Add($"</td><th scope=\"row\"><a href=\"/scans/{report.Id}/{line.Decision}\">{line.Title}</a></th><td>{line.Maker}</td><td>{line.Place}</td><td>{line.Rules}</td></tr>\n");
        page.Add($"</tbody></table></div>\n");
        if (rows.Count == 0) page.Add($"<p>No record is like that.</p>\n");
        if (rows.Count < RowsOnPage) return;
        string more = string.Concat(Stated(filter).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value)}&"));
        page.Add($"<p><a href=\"{path}?{more}after={Text(rows[^1].Rank)}~{Text(rows[^1].Number)}\" rel=\"next\">Next {RowsOnPage}</a></p>\n");
    }

    private static IEnumerable<(string Name, string Value)> Stated(LineFilter filter) =>
        new[] { ("outcome", filter.Outcome), ("maker", filter.Maker), ("site", filter.Site), ("rules", filter.Rules) }.Where(f => f.Item2 is not null).Select(f => (f.Item1, f.Item2!));

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
