using Rubicon.Server.Security;
using Rubicon.Storage;
using Rubicon.Storage.Log;

namespace Rubicon.Server.Pages;

/// <summary>The web pages. All work without script; there is none.</summary>
internal static class PageRoutes
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/style.css", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "max-age=3600";
            return Results.Stream(typeof(PageRoutes).Assembly.GetManifestResourceStream("style.css")!, "text/css");
        });
        app.MapGet("/login", LoginPage.Get);
        app.MapPost("/login", LoginPage.Post);
        PageAccess.Needs(app.MapPost("/logout", LoginPage.Logout));
        PageAccess.Needs(app.MapGet("/", OverviewPage.Get));
        PageAccess.Needs(app.MapGet("/ask", AskPage.Get), Role.Analyst);
        PageAccess.Needs(app.MapPost("/ask", AskPage.Post), Role.Analyst);
        PageAccess.Needs(app.MapGet("/upload", UploadPage.Get), Role.Analyst);
        PageAccess.Needs(app.MapPost("/upload", UploadPage.Post), Role.Analyst);
        PageAccess.Needs(app.MapGet("/decisions/{id}", DecisionPage.Get));
        PageAccess.Needs(app.MapGet("/scans/{id}", ScanPage.Get));
        PageAccess.Needs(app.MapGet("/scans/{id}/export/{format}", ScanPage.Export));
        PageAccess.Needs(app.MapGet("/scans/{id}/print", ScanPage.Print));
        PageAccess.Needs(app.MapGet("/scans/{id}/{decision}", ScanPage.Line));
        PageAccess.Needs(app.MapGet("/law", LawPages.List));
        PageAccess.Needs(app.MapGet("/law/{**id}", LawPages.Show));
        PageAccess.Needs(app.MapGet("/log", Record));
        app.MapFallback((HttpContext context) =>
        {
            PageAccess.Enter(context);
            return Page.Problem(context, StatusCodes.Status404NotFound, "Nothing here", "There is no page under this address.");
        });
    }

    private static IResult Record(HttpContext context, Store store) => Page.Of(context, "Record", new Html().Add(
        $"<p>Every record has its event in a log that only grows. The newest checkpoint, signed by this server:</p>\n<pre tabindex=\"0\">{new CheckpointFile(store.Place.Folder).Read()}</pre>\n<p>Keep it elsewhere. <code>rubicon log verify --data DIR</code> finds a changed byte and a missing event; it needs no server.</p>\n"));
}
