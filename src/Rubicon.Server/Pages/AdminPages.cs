using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Server.Portfolios;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Pages;

/// <summary>Administration: tokens and their roles, organizations, sample data.</summary>
internal static class AdminPages
{
    public const int LongestName = 100;

    private const int MostDays = 3660;

    private static readonly string[] Rights =
    [
        "reads", "decides, screens, scans, keeps portfolios, states answers; acts for a party or a consulted agency in a case", "approves what others prepared",
        "runs cases", "looks after tokens, people and organizations",
    ];

    public static IResult Get(HttpContext context, Store store) => Show(context, store, new Html(), StatusCodes.Status200OK);

    public static async Task<IResult> AddToken(HttpContext context, Store store, TimeProvider time)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        string name = form["name"].ToString().Trim(), role = form["role"].ToString(), days = form["days"].ToString();
        int lasts = 0;
        bool understood = days.Length == 0 || (int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out lasts) && lasts is >= 1 and <= MostDays);
        if (name.Length is 0 or > LongestName || Access.Parse(role) is null || !understood)
            return Wrong(context, store, new Problem(ProblemCatalog.BadQuery, new SourceLocation("form"), Quote.Text($"{name}, {role}, {days}"), $"a name of 1 to {LongestName} characters, a role, days from 1 to {MostDays}"));
        var (token, secret) = await store.Tokens.Add(Access.AuthorOf(context), name, role, lasts > 0 ? time.GetUtcNow().AddDays(lasts) : null);
        return Show(context, store, Secret($"The token of {token.Name}, {token.Role}. It is shown once and kept nowhere:", secret), StatusCodes.Status201Created);
    }

    public static async Task<IResult> Revoke(string id, HttpContext context, Store store) =>
        await store.Tokens.Revoke(Access.AuthorOf(context), id) ? LoginPage.SeeOther("/admin") : Page.Missing(context);

    public static async Task<IResult> AddOrganization(HttpContext context, Store store)
    {
        if (!Runs(context, store)) return Page.Problem(context, StatusCodes.Status403Forbidden, "Not done", "An administrator of the organization that runs the server makes organizations.");
        string name = (await context.Request.ReadFormAsync(context.RequestAborted))["organization"].ToString().Trim();
        if (name.Length is 0 or > 200) return Wrong(context, store, new Problem(ProblemCatalog.BadQuery, new SourceLocation("organization"), "no name", "1 to 200 characters"));
        var (token, secret) = await store.Tokens.Found(name, "first administrator");
        return Show(context, store, Secret($"The first administrator's token of {name} (id {token.Organization}). It is shown once and kept nowhere:", secret), StatusCodes.Status201Created);
    }

    public static async Task<IResult> Sample(HttpContext context, ServedLaw law, Store store, PortfolioWorker worker) =>
        LoginPage.SeeOther(await SampleData.Make(law, store, Access.TokenOf(context), worker));

    /// <summary>True for the organization that was made first.</summary>
    private static bool Runs(HttpContext context, Store store) => store.Tokens.FirstOrganization == Access.TokenOf(context).Organization;

    public static Html Secret(string told, string secret) => new Html().Add($"<div role=\"status\" class=\"secret\"><p>{told}</p>\n<pre tabindex=\"0\">{secret}</pre></div>\n");

    public static IResult Wrong(HttpContext context, Store store, Problem problem)
    {
        var page = new Html();
        UploadPage.Problems(page, [problem]);
        return Show(context, store, page, StatusCodes.Status422UnprocessableEntity);
    }

    public static IResult Show(HttpContext context, Store store, Html first, int status)
    {
        var page = new Html().Add(first);
        var own = Access.TokenOf(context);
        page.Add($"<p>Your organization has the id <code>{own.Organization}</code>: those who run a case let you take part by it.</p>\n");
        PeoplePart.Write(context, page, store, context.RequestServices.GetRequiredService<TimeProvider>());
        page.Add($"<h2>Tokens</h2>\n");
        Table.Begin(page, "Tokens", "For", "Role", "Made (UTC)", "Ends (UTC)", "State", "Revoke");
        foreach (var token in store.Tokens.In(own.Organization))
        {
            page.Add($"<tr><th scope=\"row\">{token.Name}<br><small>{token.Id}</small></th><td>{token.Role}</td><td>{Table.Time(token.Created)}</td><td>{Table.Time(token.Expires ?? "")}</td><td>{(token.Revoked is { } revoked ? $"revoked {Table.Time(revoked)}" : "")}</td><td>");
            if (token.Revoked is null) page.Add($"<form method=\"post\" action=\"/admin/tokens/{token.Id}/revoke\">").Add(Page.FormKey(context)).Add($"<button class=\"quiet\" aria-label=\"Revoke {token.Name} {token.Id}\">Revoke{(token.Id == own.Id ? " (you are logged in with it)" : "")}</button></form>");
            page.Add($"</td></tr>\n");
        }
        Table.End(page);
        page.Add($"<h3>Make a token</h3>\n<form method=\"post\" action=\"/admin/tokens\">\n").Add(Page.FormKey(context));
        page.Add($"<p><label for=\"name\">Whose or what for</label><br><input id=\"name\" name=\"name\" required maxlength=\"100\" size=\"40\"></p>\n<fieldset><legend>Role; each may do what those before it may</legend>\n");
        for (int i = 0; i < Access.Words.Length; i++) page.Add($"<p><label><input type=\"radio\" name=\"role\" value=\"{Access.Words[i]}\" required> {Access.Words[i]}: {Rights[i]}</label></p>\n");
        page.Add($"</fieldset>\n<p><label for=\"days\">Days until it ends (may be left out)</label><br><input id=\"days\" name=\"days\" type=\"number\" min=\"1\" max=\"3660\"></p>\n<p><button>Make the token</button></p>\n</form>\n");
        if (Runs(context, store))
        {
            page.Add($"<h2>Organizations</h2>\n<p>Each has its own records; none sees another's, but for the cases in which both take part.</p>\n<form method=\"post\" action=\"/admin/organizations\">\n").Add(Page.FormKey(context));
            page.Add($"<p><label for=\"organization\">Name of a new organization</label><br><input id=\"organization\" name=\"organization\" required maxlength=\"200\" size=\"40\"></p>\n<p><button>Make the organization</button></p>\n</form>\n");
        }
        page.Add($"<h2>Sample data</h2>\n<p>An invented carrier's portfolio, two decisions and a case. They stay in the record like any other.</p>\n<form method=\"post\" action=\"/admin/sample\">\n").Add(Page.FormKey(context)).Add($"<p><button>Put sample data in</button></p>\n</form>\n");
        return Page.Of(context, "Administration", page, status);
    }
}
