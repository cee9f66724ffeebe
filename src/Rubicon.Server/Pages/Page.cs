using Rubicon.Server.Security;

namespace Rubicon.Server.Pages;

/// <summary>The frame of every page: skip link, navigation, one heading, and the form that logs out.</summary>
internal static class Page
{
    private static readonly (string Path, string Title)[] Places = [("/", "Overview"), ("/portfolios", "Portfolios"), ("/cases", "Cases"), ("/ask", "Ask"), ("/upload", "Upload"), ("/answers", "Answers"), ("/parties", "Parties"), ("/devices", "Devices"), ("/law", "Law"), ("/log", "Record"), ("/admin", "Administration")];

    public static IResult Of(HttpContext context, string title, Html content, int status = StatusCodes.Status200OK)
    {
        var session = PageAccess.SessionOf(context);
        var page = new Html();
        page.Add($"<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title} – Rubicon</title><link rel=\"stylesheet\" href=\"/style.css\"></head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to content</a>\n<header><strong>Rubicon</strong>\n");
        if (session is not null)
        {
            page.Add($"<nav aria-label=\"Main\"><ul>\n");
            foreach (var (path, name) in Places)
            {
                if (path == "/admin" && !Access.May(context, Role.Administrator)) continue;
                if (context.Request.Path == path) page.Add($"<li><a href=\"{path}\" aria-current=\"page\">{name}</a></li>\n");
                else if (path != "/" && context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)) page.Add($"<li><a href=\"{path}\" aria-current=\"true\">{name}</a></li>\n");
                else page.Add($"<li><a href=\"{path}\">{name}</a></li>\n");
            }
            page.Add($"</ul></nav>\n<form method=\"post\" action=\"/logout\"><input type=\"hidden\" name=\"form_key\" value=\"{session.FormKey}\"><a href=\"/account\">{Access.TokenOf(context).Name}, {Access.TokenOf(context).Role}</a> <button>Log out</button></form>\n");
        }
        page.Add($"</header>\n<main id=\"main\">\n<h1>{title}</h1>\n").Add(content).Add($"</main>\n</body>\n</html>\n");
        return Results.Text(page.ToString(), "text/html; charset=utf-8", statusCode: status);
    }

    /// <summary>A page that says what was not there or not understood.</summary>
    public static IResult Problem(HttpContext context, int status, string title, string told) =>
        Of(context, title, new Html().Add($"<p role=\"alert\">{told}</p>\n<p><a href=\"/\">Overview</a></p>\n"), status);

    public static IResult Missing(HttpContext context) => Problem(context, StatusCodes.Status404NotFound, "Nothing here", "Nothing of your organization is under this address.");

    /// <summary>What the page was made for is not so any more; nothing was done (412).</summary>
    public static IResult Changed(HttpContext context, string path, string told) =>
        Of(context, "It changed meanwhile", new Html().Add($"<p role=\"alert\">{told}</p>\n<p><a href=\"{path}\">Open it again</a></p>\n"), StatusCodes.Status412PreconditionFailed);

    public static Html Badge(string outcome) => new Html().Add($"<span class=\"badge {outcome}\">{outcome}</span>");

    public static Html FormKey(HttpContext context) => new Html().Add($"<input type=\"hidden\" name=\"form_key\" value=\"{PageAccess.SessionOf(context)!.FormKey}\">");
}
