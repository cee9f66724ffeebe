using Rubicon.Server.Answers;
using Rubicon.Server.Cases;
using Rubicon.Server.Entities;
using Rubicon.Server.Pages;
using Rubicon.Server.Portfolios;
using Rubicon.Server.Scanning;
using Rubicon.Server.Security;
using Rubicon.Server.Stated;
using Rubicon.Server.Webhooks;
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

        app.MapGet("/api/v1/procedures", CaseEndpoints.Procedures);
        app.MapGet("/api/v1/cases", CaseEndpoints.List);
        Access.Needs(app.MapPost("/api/v1/cases", CaseEndpoints.Open), Role.CaseOfficer);
        app.MapGet("/api/v1/cases/{id}", CaseEndpoints.Show);
        Access.Needs(app.MapPost("/api/v1/cases/{id}/events", CaseEndpoints.Take), Role.Analyst);
        app.MapGet("/api/v1/cases/{id}/drafts", CaseEndpoints.Drafts);
        Access.Needs(app.MapPost("/api/v1/cases/{id}/drafts/{draft}/approval", CaseEndpoints.Approve), Role.Approver);
        Access.Needs(app.MapDelete("/api/v1/cases/{id}/drafts/{draft}", CaseEndpoints.Withdraw), Role.Analyst);
        Access.Needs(app.MapPost("/api/v1/cases/{id}/members", CaseEndpoints.Invite), Role.CaseOfficer);
        app.MapGet("/api/v1/cases/{id}/documents/{number}", CaseEndpoints.Document);
        app.MapGet("/api/v1/cases/{id}/files", CaseFileEndpoints.List);
        Access.Needs(app.MapPost("/api/v1/cases/{id}/files", CaseFileEndpoints.Add), Role.Analyst);
        app.MapGet("/api/v1/cases/{id}/files/{file}", CaseFileEndpoints.Content);
        app.MapGet("/api/v1/cases/{id}/duties", CaseDutyEndpoints.List);
        Access.Needs(app.MapPost("/api/v1/cases/{id}/duties", CaseDutyEndpoints.Add), Role.CaseOfficer);
        Access.Needs(app.MapPost("/api/v1/cases/{id}/duties/{duty}/reports", CaseDutyEndpoints.Report), Role.Analyst);
        app.MapGet("/api/v1/portfolios", PortfolioEndpoints.List);
        Access.Needs(app.MapPost("/api/v1/portfolios", PortfolioEndpoints.Add), Role.Analyst);
        app.MapGet("/api/v1/portfolios/{id}", PortfolioEndpoints.Show);
        Access.Needs(app.MapPut("/api/v1/portfolios/{id}/files/{name}", PortfolioEndpoints.Put), Role.Analyst);
        Access.Needs(app.MapDelete("/api/v1/portfolios/{id}/files/{name}", PortfolioEndpoints.Remove), Role.Analyst);
        app.MapGet("/api/v1/portfolios/{id}/runs", PortfolioEndpoints.Runs);
        app.MapGet("/api/v1/portfolios/{id}/runs/{run}", PortfolioEndpoints.RunOf);
        app.MapGet("/api/v1/answers", AnswerEndpoints.List);
        Access.Needs(app.MapPost("/api/v1/answers", AnswerEndpoints.Add), Role.Analyst);
        Access.Needs(app.MapPost("/api/v1/answers/{id}/approval", AnswerEndpoints.Approve), Role.Approver);
        Access.Needs(app.MapDelete("/api/v1/answers/{id}", AnswerEndpoints.Withdraw), Role.Analyst);
        Access.Needs(app.MapPost("/api/v1/organizations", OrganizationEndpoints.Post), Role.Administrator);
        Access.Needs(app.MapGet("/api/v1/webhooks", WebhookEndpoints.List), Role.Administrator);
        Access.Needs(app.MapPost("/api/v1/webhooks", WebhookEndpoints.Add), Role.Administrator);
        Access.Needs(app.MapDelete("/api/v1/webhooks/{id}", WebhookEndpoints.End), Role.Administrator);
        Access.Needs(app.MapGet("/api/v1/webhooks/{id}/messages", WebhookEndpoints.Messages), Role.Administrator);
        EntityRoutes.Map(app);
        app.Map("/api/{**rest}", RecordEndpoints.Missing);
        PageRoutes.Map(app);
    }
}
