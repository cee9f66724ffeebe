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
        app.MapGet("/welcome/{link}", AccountPages.Welcome);
        app.MapPost("/welcome/{link}", AccountPages.Chosen);
        PageAccess.Needs(app.MapGet("/account", AccountPages.Get));
        PageAccess.Needs(app.MapPost("/account", AccountPages.Change));
        PageAccess.Needs(app.MapPost("/admin/people", PeoplePart.Add), Role.Administrator);
        PageAccess.Needs(app.MapPost("/admin/people/{id}/link", PeoplePart.Link), Role.Administrator);
        PageAccess.Needs(app.MapPost("/logout", LoginPage.Logout));
        PageAccess.Needs(app.MapGet("/", OverviewPage.Get));
        PageAccess.Needs(app.MapGet("/portfolios", PortfolioPages.List));
        PageAccess.Needs(app.MapPost("/portfolios", PortfolioPages.Add), Role.Analyst);
        PageAccess.Needs(app.MapGet("/portfolios/{id}", PortfolioPage.Get));
        PageAccess.Needs(app.MapPost("/portfolios/{id}/files", PortfolioPages.Put), Role.Analyst);
        PageAccess.Needs(app.MapPost("/portfolios/{id}/files/remove", PortfolioPages.Remove), Role.Analyst);
        PageAccess.Needs(app.MapGet("/portfolios/{id}/runs/{run}", PortfolioPage.Run));
        PageAccess.Needs(app.MapGet("/ask", AskPage.Get), Role.Analyst);
        PageAccess.Needs(app.MapPost("/ask", AskPage.Post), Role.Analyst);
        PageAccess.Needs(app.MapGet("/upload", UploadPage.Get), Role.Analyst);
        PageAccess.Needs(app.MapPost("/upload", UploadPage.Post), Role.Analyst);
        PageAccess.Needs(app.MapGet("/decisions/{id}", DecisionPage.Get));
        PageAccess.Needs(app.MapGet("/scans/{id}", ScanPage.Get));
        PageAccess.Needs(app.MapGet("/scans/{id}/export/{format}", ScanPage.Export));
        PageAccess.Needs(app.MapGet("/scans/{id}/print", ScanPage.Print));
        PageAccess.Needs(app.MapGet("/scans/{id}/{decision}", DecisionPage.Line));
        PageAccess.Needs(app.MapGet("/scans/{id}/{decision}/record", InquiryPage.Line));
        PageAccess.Needs(app.MapGet("/scans/{id}/{decision}/device", DevicePages.OfRecord));
        PageAccess.Needs(app.MapGet("/decisions/{id}/record", InquiryPage.Get));
        PageAccess.Needs(app.MapGet("/answers", StatedPages.List));
        PageAccess.Needs(app.MapPost("/answers", StatedPages.Answer), Role.Analyst);
        PageAccess.Needs(app.MapPost("/answers/clear", StatedPages.Clear), Role.Analyst);
        PageAccess.Needs(app.MapPost("/answers/{id}/approve", StatedPages.Approve), Role.Approver);
        PageAccess.Needs(app.MapPost("/answers/{id}/withdraw", StatedPages.Withdraw), Role.Analyst);
        PageAccess.Needs(app.MapGet("/parties", PartyPages.Search));
        PageAccess.Needs(app.MapGet("/parties/{**key}", PartyPage.Get));
        PageAccess.Needs(app.MapGet("/party-picture/{**key}", PartyPage.Picture));
        PageAccess.Needs(app.MapGet("/devices", DevicePages.Get));
        PageAccess.Needs(app.MapGet("/law", LawPages.List));
        PageAccess.Needs(app.MapGet("/law/{**id}", LawPages.Show));
        Reviews.CaseRoutes.Map(app);
        PageAccess.Needs(app.MapGet("/admin", AdminPages.Get), Role.Administrator);
        PageAccess.Needs(app.MapPost("/admin/tokens", AdminPages.AddToken), Role.Administrator);
        PageAccess.Needs(app.MapPost("/admin/tokens/{id}/revoke", AdminPages.Revoke), Role.Administrator);
        PageAccess.Needs(app.MapPost("/admin/organizations", AdminPages.AddOrganization), Role.Administrator);
        PageAccess.Needs(app.MapPost("/admin/sample", AdminPages.Sample), Role.Administrator);
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
