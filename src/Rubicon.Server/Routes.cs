using Rubicon.Server.Answers;
using Rubicon.Server.Pages;
using Rubicon.Server.Scanning;
using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server;

/// <summary>Every address of the server. What is under /api/ stands in openapi.v1.json too; a test compares.</summary>
internal static class Routes
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/healthz", () => Results.Text("{\"status\":\"ok\"}\n", "application/json"));
        app.MapGet("/readyz", (Store store) => store.Answers()
            ? Results.Text("{\"status\":\"ok\"}\n", "application/json")
            : Results.Text("{\"status\":\"the store does not answer\"}\n", "application/json", statusCode: StatusCodes.Status503ServiceUnavailable));
        app.MapGet("/openapi/v1.json", () => Results.Stream(typeof(Routes).Assembly.GetManifestResourceStream("openapi.v1.json")!, "application/json"));

        Access.Needs(app.MapPost("/api/v1/decide", DecideEndpoint.Post), Role.Analyst);
        Access.Needs(app.MapPost("/api/v1/screen", ScreenEndpoint.Post), Role.Analyst);
        Access.Needs(app.MapPost("/api/v1/scans", ScanEndpoints.Post), Role.Analyst);
        app.MapGet("/api/v1/scans/{id}", ScanEndpoints.Get);
        app.MapGet("/api/v1/scans/{id}/report", ScanEndpoints.Report);
        app.MapGet("/api/v1/scans/{id}/results", ScanEndpoints.Lines);
        app.MapGet("/api/v1/decisions", RecordEndpoints.Decisions);
        app.MapGet("/api/v1/decisions/{id}", RecordEndpoints.Decision);
        app.MapGet("/api/v1/law", LawEndpoint.List);
        app.MapGet("/api/v1/law/{**id}", LawEndpoint.Show);
        app.MapGet("/api/v1/guide", LawEndpoint.Guide);
        app.MapGet("/api/v1/log/checkpoint", RecordEndpoints.Checkpoint);
        Access.Needs(app.MapGet("/api/v1/log/proofs/{id}", RecordEndpoints.Proof), Role.Administrator);
        Access.Needs(app.MapGet("/api/v1/tokens", RecordEndpoints.Tokens), Role.Administrator);
        Access.Needs(app.MapPost("/api/v1/tokens", RecordEndpoints.AddToken), Role.Administrator);
        Access.Needs(app.MapDelete("/api/v1/tokens/{id}", RecordEndpoints.RevokeToken), Role.Administrator);
        app.Map("/api/{**rest}", RecordEndpoints.Missing);
        PageRoutes.Map(app);
    }
}
