using System.Globalization;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Server.Portfolios;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Pages;

/// <summary>One portfolio: how its records stand now, what the last run changed, how it was over time, and its files.</summary>
internal static class PortfolioPage
{
    private const int RunsShown = 50;

    public static IResult Get(string id, HttpContext context, Store store, PortfolioWorker worker) => Show(context, store, worker, id, []);

    public static IResult Show(HttpContext context, Store store, PortfolioWorker worker, string id, List<Problem> problems)
    {
        if (store.Portfolios.Find(Access.TokenOf(context).Organization, id) is not { } portfolio) return Page.Missing(context);
        var page = new Html();
        UploadPage.Problems(page, problems);
        page.Add($"<p>Acts {(portfolio.Actor.Length == 0 ? "in no stated capacity: outcomes are shown by capacity" : "as " + PortfolioPages.ActorText(portfolio.Actor))}. Asked for {portfolio.AsOf ?? "the day on which it is decided"}.</p>\n");
        var files = store.Portfolios.Files(id);
        var runs = store.Portfolios.Runs(id, null, RunsShown);
        if (worker.IsRunning(id) || (runs.Count == 0 && files.Count > 0 && !worker.Failed(id)))
        {
            context.Response.Headers["Refresh"] = "2";
            page.Add($"<p role=\"status\">It is being decided. This page renews itself.</p>\n");
        }
        else if (worker.Failed(id))
        {
            page.Add($"<p role=\"alert\" class=\"wrong\">The last try to decide it failed; what is shown is older. The newest scans on the overview say why.</p>\n");
        }
        if (runs.Count > 0) Standing(page, store, portfolio, runs[0]);
        else if (files.Count == 0) page.Add($"<p>It has no files yet.</p>\n");
        Files(context, page, portfolio, files);
        if (runs.Count > 0) History(page, store, portfolio, runs);
        return Page.Of(context, portfolio.Title, page, problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>One run: why it was made, on what, and what it decided otherwise.</summary>
    public static IResult Run(string id, string run, HttpContext context, Store store)
    {
        if (store.Portfolios.Find(Access.TokenOf(context).Organization, id) is not { } portfolio || !int.TryParse(run, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || store.Portfolios.Run(id, number) is not { } found) return Page.Missing(context);
        var page = new Html();
        page.Add($"<p><a href=\"/portfolios/{id}\">{portfolio.Title}</a></p>\n<p>Decided {Table.Time(found.Created)} UTC as of {found.AsOf}, because: {found.Reason}.</p>\n<p><a href=\"/scans/{found.Scan}\">Its report</a></p>\n");
        OutcomeCounts.Of(store.Scans.Find(portfolio.Organization, found.Scan)?.Outcomes).Write(page, "/scans/" + found.Scan);
        var changes = RunChanges.Of(found);
        page.Add($"<h2>What changed</h2>\n<p>{changes.Text}</p>\n");
        changes.Write(page, found.Scan);
        page.Add($"<details><summary>What it rests on: days and digests of law, lists, files and answers</summary>\n");
        Table.Begin(page, "What it rests on", "What", "Day or SHA-256");
        foreach (var (name, value) in JsonSerializer.Deserialize<SortedDictionary<string, string>>(found.Basis)!) page.Add($"<tr><th scope=\"row\">{name}</th><td>{value}</td></tr>\n");
        Table.End(page);
        page.Add($"</details>\n");
        return Page.Of(context, $"Run {found.Number} of {portfolio.Title}", page);
    }

    private static void Standing(Html page, Store store, Portfolio portfolio, PortfolioRun run)
    {
        var counts = OutcomeCounts.Of(store.Scans.Find(portfolio.Organization, run.Scan)?.Outcomes);
        page.Add($"<h2>How it stands</h2>\n<p>{counts.Read} records, decided {Table.Time(run.Created)} UTC as of {run.AsOf}.</p>\n");
        counts.Write(page, "/scans/" + run.Scan);
        counts.Bar(page);
        page.Add($"<p><a href=\"/scans/{run.Scan}\">All records</a>, by <a href=\"/scans/{run.Scan}?group=maker\">maker</a>, <a href=\"/scans/{run.Scan}?group=site\">site</a>, <a href=\"/scans/{run.Scan}?group=rules\">rule</a>; <a href=\"/scans/{run.Scan}/print\">report for print</a></p>\n");
        // The newest run that changed something: a day that moved nothing does not hide it.
        var news = RunChanges.Of(run) is { IsEmpty: true, First: false } ? store.Portfolios.Runs(portfolio.Id, run.Number, RunsShown).FirstOrDefault(r => !RunChanges.Of(r).IsEmpty || r.Number == 1) ?? run : run;
        var changes = RunChanges.Of(news);
        page.Add($"<h2>What changed last</h2>\n<p><a href=\"/portfolios/{portfolio.Id}/runs/{Text(news.Number)}\">Run {news.Number}</a>, {Table.Time(news.Created)} UTC: {changes.Text}. Why it was decided: {news.Reason}.</p>\n");
        changes.Write(page, news.Scan);
    }

    private static void Files(HttpContext context, Html page, Portfolio portfolio, IReadOnlyList<PortfolioFile> files)
    {
        page.Add($"<h2>Files</h2>\n");
        bool may = Access.May(context, Role.Analyst);
        if (files.Count > 0)
        {
            Table.Begin(page, "Files", ["File", "Put in (UTC)", "SHA-256", .. may ? ["Take out"] : Array.Empty<string>()]);
            foreach (var file in files)
            {
                page.Add($"<tr><th scope=\"row\">{file.Name}</th><td>{Table.Time(file.Changed)}</td><td><code>{file.Sha256[..16]}…</code></td>");
                if (may) page.Add($"<td><form method=\"post\" action=\"/portfolios/{portfolio.Id}/files/remove\">").Add(Page.FormKey(context)).Add($"<input type=\"hidden\" name=\"version\" value=\"{Text(portfolio.Version)}\"><input type=\"hidden\" name=\"name\" value=\"{file.Name}\"><button class=\"quiet\">Take out {file.Name}</button></form></td>");
                page.Add($"</tr>\n");
            }
            Table.End(page);
        }
        if (!may) return;
        page.Add($"<form method=\"post\" action=\"/portfolios/{portfolio.Id}/files\" enctype=\"multipart/form-data\">\n").Add(Page.FormKey(context));
        page.Add($"<input type=\"hidden\" name=\"version\" value=\"{Text(portfolio.Version)}\"><p><label for=\"file\">Put files in; one of the same name is replaced</label><br><input id=\"file\" name=\"file\" type=\"file\" multiple required></p>\n<p><button>Put in and decide</button></p>\n</form>\n");
    }

    private static void History(Html page, Store store, Portfolio portfolio, IReadOnlyList<PortfolioRun> runs)
    {
        page.Add($"<h2>Over time</h2>\n");
        Table.Begin(page, "Runs, newest first", "Run", "Decided (UTC)", "As of", "Outcomes", "Changed", "Why");
        foreach (var run in runs)
        {
            page.Add($"<tr><th scope=\"row\"><a href=\"/portfolios/{portfolio.Id}/runs/{Text(run.Number)}\">{run.Number}</a></th><td>{Table.Time(run.Created)}</td><td>{run.AsOf}</td><td>");
            var counts = OutcomeCounts.Of(store.Scans.Find(portfolio.Organization, run.Scan)?.Outcomes);
            counts.Bar(page);
            page.Add($"{string.Join(", ", counts.Each.Select(e => $"{e.Count:N0} {Rules.Evaluation.Outcomes.Word(e.Outcome)}"))}</td><td>{RunChanges.Of(run).Text}</td><td>{Cut(run.Reason)}</td></tr>\n");
        }
        Table.End(page);
    }

    private static string Cut(string reason) => reason.Length <= 200 ? reason : reason[..200] + "…";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
