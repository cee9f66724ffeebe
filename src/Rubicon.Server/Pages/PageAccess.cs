using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Pages;

/// <summary>Pages need a session; forms need the session's key too, and no request of another site counts.</summary>
internal static class PageAccess
{
    private static readonly object Key = new();

    public static Session? SessionOf(HttpContext context) => context.Items[Key] as Session;

    /// <summary>Takes the session of the request's cookie, when its token still opens something.</summary>
    public static bool Enter(HttpContext context)
    {
        var services = context.RequestServices;
        string? id = context.Request.Cookies[Sessions.Cookie];
        var sessions = services.GetRequiredService<Sessions>();
        if (sessions.Find(id) is not { } session) return false;
        if (services.GetRequiredService<Store>().Tokens.Find(session.Token, services.GetRequiredService<TimeProvider>().GetUtcNow()) is not { } token)
        {
            sessions.End(id!);
            return false;
        }
        context.Items[Key] = session;
        Access.Set(context, token);
        return true;
    }

    /// <summary>Asks for a session, and of a form for its key and at least a role.</summary>
    public static void Needs(RouteHandlerBuilder route, Role role = Role.Viewer) => route.AddEndpointFilter(async (call, following) =>
    {
        var context = call.HttpContext;
        if (!Enter(context)) return HttpMethods.IsGet(context.Request.Method) ? Results.Redirect("/login") : Page.Problem(context, StatusCodes.Status401Unauthorized, "Session ended", "Log in again; nothing was done.");
        if (!HttpMethods.IsGet(context.Request.Method))
        {
            if (!SameSite(context.Request)) return Page.Problem(context, StatusCodes.Status403Forbidden, "Not done", "The form did not come from this site.");
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            if (!SessionOf(context)!.Fits(form["form_key"])) return Page.Problem(context, StatusCodes.Status403Forbidden, "Not done", "The form is of another session. Open the page again.");
        }
        if (!Access.May(context, role)) return Page.Problem(context, StatusCodes.Status403Forbidden, "Not done", $"This needs the role {Access.Word(role)} or more; the token you logged in with has {Access.TokenOf(context).Role}.");
        return await following(call);
    });

    /// <summary>False when the browser says that another site sent the request.</summary>
    public static bool SameSite(HttpRequest request) => request.Headers["Sec-Fetch-Site"].FirstOrDefault() is null or "same-origin" or "none";
}
