using Rubicon.Server.Security;

namespace Rubicon.Server.Pages.Reviews;

/// <summary>Addresses of the pages of cases.</summary>
internal static class CaseRoutes
{
    public static void Map(WebApplication app)
    {
        PageAccess.Needs(app.MapGet("/cases", CaseBoard.Get));
        PageAccess.Needs(app.MapGet("/cases/new", CaseOpenPage.Get), Role.CaseOfficer);
        PageAccess.Needs(app.MapPost("/cases/new", CaseOpenPage.Post), Role.CaseOfficer);
        PageAccess.Needs(app.MapGet("/cases/{id}", CasePage.Get));
        PageAccess.Needs(app.MapPost("/cases/{id}/steps", CaseActions.Step), Role.Analyst);
        PageAccess.Needs(app.MapPost("/cases/{id}/extensions", CaseActions.Extend), Role.CaseOfficer);
        PageAccess.Needs(app.MapPost("/cases/{id}/drafts/{draft}/approve", CaseActions.Approve), Role.Approver);
        PageAccess.Needs(app.MapPost("/cases/{id}/drafts/{draft}/withdraw", CaseActions.Withdraw), Role.Analyst);
        PageAccess.Needs(app.MapPost("/cases/{id}/members", CaseActions.Invite), Role.CaseOfficer);
        PageAccess.Needs(app.MapPost("/cases/{id}/files", CaseActions.AddFile), Role.Analyst);
        PageAccess.Needs(app.MapGet("/cases/{id}/files/{file}", CaseActions.Content));
        PageAccess.Needs(app.MapPost("/cases/{id}/duties", CaseActions.AddDuty), Role.CaseOfficer);
        PageAccess.Needs(app.MapPost("/cases/{id}/duties/{duty}/reports", CaseActions.ReportDuty), Role.Analyst);
        PageAccess.Needs(app.MapGet("/cases/{id}/documents/{number}", CaseActions.Document));
    }
}
