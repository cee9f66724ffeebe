using Rubicon.Diagnostics;
using Rubicon.Server.Answers;
using Rubicon.Storage;

namespace Rubicon.Server.Security;

/// <summary>Who may do what. A role includes those before it.</summary>
internal enum Role
{
    Viewer,
    Analyst,
    Approver,
    CaseOfficer,
    Administrator,
}

/// <summary>Everything under /api/ needs a token in the header Authorization; nothing there answers without one, not even that a path does not exist.</summary>
internal sealed class Access(RequestDelegate next, Store store, TimeProvider time)
{
    private static readonly object Key = new();

    /// <summary>The token of the request, which the middleware has checked.</summary>
    public static Token TokenOf(HttpContext context) => (Token)context.Items[Key]!;

    /// <summary>Sets the token of a request that came with a session of the web pages.</summary>
    public static void Set(HttpContext context, Token token) => context.Items[Key] = token;

    public static bool May(HttpContext context, Role role) => Parse(TokenOf(context).Role) >= role;

    public static Author AuthorOf(HttpContext context) => TokenOf(context) is var token ? new Author(token.Organization, token.Id) : Author.Server;

    /// <summary>Asks for at least this role.</summary>
    public static RouteHandlerBuilder Needs(RouteHandlerBuilder route, Role role) => route.AddEndpointFilter(async (call, following) =>
        May(call.HttpContext, role)
            ? await following(call)
            : ProblemAnswer.Of(StatusCodes.Status403Forbidden, ProblemCatalog.RoleMayNot, TokenOf(call.HttpContext).Role, $"{Word(role)} or more"));

    public static Role? Parse(string word) => Array.IndexOf(Words, word) is var i and >= 0 ? (Role)i : null;

    public static string Word(Role role) => Words[(int)role];

    public static readonly string[] Words = ["viewer", "analyst", "approver", "case-officer", "administrator"];

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            await next(context);
            return;
        }
        string header = context.Request.Headers.Authorization.ToString();
        const string scheme = "Bearer ";
        bool named = header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);
        if (!named || store.Tokens.Of(header[scheme.Length..].Trim(), time.GetUtcNow()) is not { } token)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"rubicon\"";
            await ProblemAnswer.Write(context, StatusCodes.Status401Unauthorized, named ? ProblemCatalog.TokenUnknown : ProblemCatalog.TokenMissing, named ? "a token that opens nothing" : "no token");
            return;
        }
        context.Items[Key] = token;
        await next(context);
    }
}
