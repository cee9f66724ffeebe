using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Reports;
using Rubicon.Server.Answers;
using Rubicon.Server.Portfolios;
using Rubicon.Server.Scanning;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Pages;

/// <summary>Portfolios of an organization: the list, the form that makes one, and the forms that change its files.</summary>
internal static class PortfolioPages
{
    private const int Shown = 100;

    public static IResult List(HttpContext context, Store store) => Show(context, store, []);

    public static async Task<IResult> Add(HttpContext context, Store store, PortfolioWorker worker)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var problems = new List<Problem>();
        var asked = Asked.Of(form, problems);
        string title = form["title"].ToString().Trim();
        if (title.Length is 0 or > PortfolioEndpoints.LongestTitle) problems.Add(new Problem(ProblemCatalog.BadQuery, new SourceLocation("title"), "no title", $"a title of 1 to {PortfolioEndpoints.LongestTitle} characters"));
        var files = await Sent(form, problems, needed: false, context.RequestAborted);
        if (problems.Count > 0) return Show(context, store, problems);
        var author = Access.AuthorOf(context);
        var made = await store.Portfolios.Add(author, title, string.Join(',', asked.Actor?.Capacities ?? []), asked.AsOf is { } day ? PlainText.Day(day) : null);
        int version = made.Version;
        foreach (var file in files) await store.Portfolios.Put(author, made.Id, version++, file.Name, file.Bytes);
        worker.Wake();
        return LoginPage.SeeOther($"/portfolios/{made.Id}");
    }

    /// <summary>Puts files in, or others in the place of those of the same name.</summary>
    public static async Task<IResult> Put(string id, HttpContext context, Store store, PortfolioWorker worker)
    {
        if (store.Portfolios.Find(Access.TokenOf(context).Organization, id) is null) return Page.Missing(context);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var problems = new List<Problem>();
        var files = await Sent(form, problems, needed: true, context.RequestAborted);
        if (problems.Count > 0) return PortfolioPage.Show(context, store, worker, id, problems);
        int version = Version(form);
        foreach (var file in files)
            if (await store.Portfolios.Put(Access.AuthorOf(context), id, version++, file.Name, file.Bytes) != Taken.In) return Stale(context, id);
        worker.Wake();
        return LoginPage.SeeOther($"/portfolios/{id}");
    }

    /// <summary>Takes a file out.</summary>
    public static async Task<IResult> Remove(string id, HttpContext context, Store store, PortfolioWorker worker)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        switch (await store.Portfolios.Put(Access.AuthorOf(context), id, Version(form), form["name"].ToString(), null))
        {
            case Taken.In:
                worker.Wake();
                return LoginPage.SeeOther($"/portfolios/{id}");
            case Taken.Stale:
                return Stale(context, id);
            default:
                return Page.Missing(context);
        }
    }

    /// <summary>Capacities as people read them.</summary>
    public static string ActorText(string actor) => actor.Length == 0 ? "by capacity" : actor.Replace(",", ", ", StringComparison.Ordinal).Replace('-', ' ');

    /// <summary>The version of the portfolio that the form was made for; another one when it states none.</summary>
    private static int Version(IFormCollection form) => int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out int version) ? version : -1;

    private static IResult Stale(HttpContext context, string id) =>
        Page.Changed(context, $"/portfolios/{id}", "The portfolio changed since you opened the page; your file was not put in. Open it again and look at what is new.");

    private static async Task<List<ScanInput>> Sent(IFormCollection form, List<Problem> problems, bool needed, CancellationToken stop)
    {
        var files = new List<ScanInput>();
        var place = new SourceLocation("file");
        foreach (var file in form.Files.Where(f => f.Length > 0 || f.FileName.Length > 0))
        {
            if (file.Length is 0 or > ScanEndpoints.Largest)
            {
                problems.Add(new Problem(ProblemCatalog.BodyTooLarge, place, $"{file.Length:N0} bytes", $"1 to {ScanEndpoints.Largest:N0} bytes"));
                continue;
            }
            byte[] bytes = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes, stop);
            string name = ScanEndpoints.NameOf(file.FileName);
            if (files.Any(f => f.Name == name)) problems.Add(new Problem(ProblemCatalog.BadQuery, place, $"two files {Quote.Text(name)}", "each name once"));
            files.Add(new ScanInput(name, bytes));
        }
        if (needed && files.Count == 0 && problems.Count == 0) problems.Add(new Problem(ProblemCatalog.BadQuery, place, "no file", "a file with at least one byte"));
        return files;
    }

    private static IResult Show(HttpContext context, Store store, List<Problem> problems)
    {
        string organization = Access.TokenOf(context).Organization;
        var page = new Html();
        UploadPage.Problems(page, problems);
        page.Add($"<p>A portfolio is records that stay. It is decided again whenever its files, the law, a list, an answer or the day changes, and says what changed.</p>\n");
        var portfolios = store.Portfolios.Page(organization, null, Shown);
        if (portfolios.Count > 0)
        {
            Table.Begin(page, "Portfolios", "Portfolio", "Acts", "Outcomes", "Last decided (UTC)", "Changed then");
            foreach (var portfolio in portfolios) Row(page, store, portfolio);
            Table.End(page);
            if (portfolios.Count == Shown) page.Add($"<p>The newest {Shown}; the API has all.</p>\n");
        }
        if (Access.May(context, Role.Analyst)) Form(context, page);
        return Page.Of(context, "Portfolios", page, problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static void Row(Html page, Store store, Portfolio portfolio)
    {
        page.Add($"<tr><th scope=\"row\"><a href=\"/portfolios/{portfolio.Id}\">{portfolio.Title}</a></th><td>{ActorText(portfolio.Actor)}</td><td>");
        if (store.Portfolios.Runs(portfolio.Id, null, 1) is [var run])
        {
            var counts = OutcomeCounts.Of(store.Scans.Find(portfolio.Organization, run.Scan)?.Outcomes);
            counts.Bar(page);
            page.Add($"{string.Join(", ", counts.Each.Select(e => $"{e.Count:N0} {Rules.Evaluation.Outcomes.Word(e.Outcome)}"))}</td><td>{Table.Time(run.Created)}</td><td>{RunChanges.Of(run).Text}</td></tr>\n");
        }
        else
        {
            page.Add($"not decided yet</td><td></td><td></td></tr>\n");
        }
    }

    private static void Form(HttpContext context, Html page)
    {
        page.Add($"<h2>Make a portfolio</h2>\n<form method=\"post\" action=\"/portfolios\" enctype=\"multipart/form-data\">\n").Add(Page.FormKey(context));
        page.Add($"<p><label for=\"title\">Title</label><br><input id=\"title\" name=\"title\" required maxlength=\"200\" size=\"40\"></p>\n");
        page.Add($"<p><label for=\"file\">Files</label><br><input id=\"file\" name=\"file\" type=\"file\" multiple aria-describedby=\"file-help\"></p>\n<p id=\"file-help\">Inventories, supplier lists, bills of materials or walks, at most 64 MB each. You may drop them on the field, or add them later.</p>\n");
        UploadPage.AskedFields(page, "As of (empty: each day anew)", "");
        page.Add($"<p><button>Make and decide</button></p>\n</form>\n");
    }
}
