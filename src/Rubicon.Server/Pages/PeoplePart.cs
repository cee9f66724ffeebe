using Rubicon.Diagnostics;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Pages;

/// <summary>People who log in with a password: made with a role, given a one-time link by which they choose it.</summary>
internal static class PeoplePart
{
    private static readonly TimeSpan LinkLasts = TimeSpan.FromDays(3);

    public static async Task<IResult> Add(HttpContext context, Store store, TimeProvider time)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        string name = form["person"].ToString().Trim(), role = form["role"].ToString();
        if (name.Length is 0 or > AdminPages.LongestName || Access.Parse(role) is null)
            return AdminPages.Wrong(context, store, new Problem(ProblemCatalog.BadQuery, new SourceLocation("form"), Quote.Text($"{name}, {role}"), $"a name of 1 to {AdminPages.LongestName} characters and a role"));
        var author = Access.AuthorOf(context);
        // The person acts by a token whose secret nobody knows.
        var (token, _) = await store.Tokens.Add(author, name, role, null);
        return await Linked(context, store, time, token.Id, name);
    }

    /// <summary>A new link: for whoever forgot the password.</summary>
    public static async Task<IResult> Link(string id, HttpContext context, Store store, TimeProvider time) =>
        store.Accounts.Of(id) is not null && store.Tokens.In(Access.TokenOf(context).Organization).FirstOrDefault(t => t.Id == id) is { } token ? await Linked(context, store, time, id, token.Name) : Page.Missing(context);

    public static void Write(HttpContext context, Html page, Store store, TimeProvider time)
    {
        var own = Access.TokenOf(context);
        var tokens = store.Tokens.In(own.Organization).ToDictionary(t => t.Id, StringComparer.Ordinal);
        var now = time.GetUtcNow();
        page.Add($"<h2>People</h2>\n");
        var people = store.Accounts.In(own.Organization).Where(a => tokens.ContainsKey(a.Id)).OrderBy(a => tokens[a.Id].Created, StringComparer.Ordinal).ToList();
        if (people.Count > 0)
        {
            Table.Begin(page, "People who log in with a password", "Person", "Login", "Role", "State", "New link");
            foreach (var person in people)
            {
                var token = tokens[person.Id];
                string state = token.Revoked is not null ? "revoked" : person.IsLocked(now) ? $"locked until {Table.Time(person.Locked!)} UTC" : person.Login is null ? $"link open until {Table.Time(person.LinkEnds ?? "")} UTC" : "";
                page.Add($"<tr><th scope=\"row\">{token.Name}<br><small>{token.Id}</small></th><td>{person.Login ?? ""}</td><td>{token.Role}</td><td>{state}</td><td>");
                if (token.Revoked is null) page.Add($"<form method=\"post\" action=\"/admin/people/{token.Id}/link\">").Add(Page.FormKey(context)).Add($"<button class=\"quiet\" aria-label=\"New link for {token.Name} {token.Id}\">New link</button></form>");
                page.Add($"</td></tr>\n");
            }
            Table.End(page);
        }
        page.Add($"<h3>Make a person</h3>\n<form method=\"post\" action=\"/admin/people\">\n").Add(Page.FormKey(context));
        page.Add($"<p><label for=\"person\">Name</label><br><input id=\"person\" name=\"person\" required maxlength=\"100\" size=\"40\"></p>\n<p><label for=\"person-role\">Role</label><br><select id=\"person-role\" name=\"role\">");
        foreach (string role in Access.Words) page.Add($"<option>{role}</option>");
        page.Add($"</select></p>\n<p><button>Make the person</button></p>\n</form>\n<p>Revoking the person's token below closes the account.</p>\n");
    }

    private static async Task<IResult> Linked(HttpContext context, Store store, TimeProvider time, string id, string name)
    {
        string? link = await store.Accounts.Link(Access.AuthorOf(context), id, time.GetUtcNow() + LinkLasts);
        if (link is null) return Page.Missing(context);
        string scheme = context.Request.Headers["X-Forwarded-Proto"] == "https" ? "https" : context.Request.Scheme;
        return AdminPages.Show(context, store, AdminPages.Secret($"Give this link to {name}. It works once, for {LinkLasts.TotalDays:0} days, and is shown once:", $"{scheme}://{context.Request.Host}/welcome/{link}"), StatusCodes.Status201Created);
    }
}
