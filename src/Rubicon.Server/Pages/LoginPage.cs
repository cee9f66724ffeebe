using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Pages;

/// <summary>Logging in with a password or an access token, and out.</summary>
internal static class LoginPage
{
    private const int LongestToken = 200;

    public static IResult Get(HttpContext context) => PageAccess.Enter(context) ? Results.Redirect("/") : Show(context, null);

    public static async Task<IResult> Post(HttpContext context, Sessions sessions, Store store, TimeProvider time)
    {
        if (!PageAccess.SameSite(context.Request) || !context.Request.HasFormContentType) return Show(context, "The form did not come from this site.");
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.ContainsKey("login")) return await ByPassword(context, form, sessions, store, time);
        string secret = form["token"].ToString().Trim();
        if (secret.Length is 0 or > LongestToken || store.Tokens.Of(secret, time.GetUtcNow()) is not { } token) return Show(context, "This token opens nothing: it is mistyped, revoked, expired or of another server.");
        Begin(context, sessions, token.Id);
        return SeeOther("/");
    }

    public static IResult Logout(HttpContext context, Sessions sessions)
    {
        sessions.End(context.Request.Cookies[Sessions.Cookie]!);
        context.Response.Cookies.Delete(Sessions.Cookie);
        return SeeOther("/login");
    }

    /// <summary>Begins a session of a token's holder and gives the browser its cookie.</summary>
    public static void Begin(HttpContext context, Sessions sessions, string token)
    {
        bool secure = context.Request.IsHttps || context.Request.Headers["X-Forwarded-Proto"] == "https";
        context.Response.Cookies.Append(Sessions.Cookie, sessions.Begin(token), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = secure, Path = "/" });
    }

    public static IResult SeeOther(string path) => new Redirect(path);

    private static async Task<IResult> ByPassword(HttpContext context, IFormCollection form, Sessions sessions, Store store, TimeProvider time)
    {
        string login = Passwords.Login(form["login"].ToString()) ?? "", password = form["password"].ToString();
        var now = time.GetUtcNow();
        var account = login.Length > 0 ? store.Accounts.OfLogin(login) : null;
        bool open = account is not null && !account.IsLocked(now) && store.Tokens.Find(account.Id, now) is not null;
        // Hashed in any case: neither the words nor the time of the answer say which logins there are.
        bool fits = Passwords.Fits(open ? account!.Password : null, password.Length > Passwords.Longest ? "" : password);
        if (open && fits)
        {
            await store.Accounts.Enter(account!.Id);
            Begin(context, sessions, account.Id);
            return SeeOther("/");
        }
        if (open) await store.Accounts.Fail(account!.Id, now);
        return Show(context, $"Login or password is wrong, or the account is locked: {Accounts.MostFailed} wrong passwords lock it for {Accounts.LockedFor.TotalMinutes:0} minutes.");
    }

    private static IResult Show(HttpContext context, string? wrong)
    {
        var page = new Html();
        if (wrong is not null) page.Add($"<p role=\"alert\" class=\"wrong\">{wrong}</p>\n");
        page.Add($"<form method=\"post\" action=\"/login\">\n<p><label for=\"login\">Login</label><br><input id=\"login\" name=\"login\" autocomplete=\"username\" required maxlength=\"100\" size=\"40\"></p>\n<p><label for=\"password\">Password</label><br><input id=\"password\" name=\"password\" type=\"password\" autocomplete=\"current-password\" required maxlength=\"200\" size=\"40\"></p>\n<p><button>Log in</button></p>\n</form>\n");
        page.Add($"<h2>With an access token</h2>\n<form method=\"post\" action=\"/login\">\n<p><label for=\"token\">Access token</label><br><input id=\"token\" name=\"token\" type=\"password\" autocomplete=\"off\" required maxlength=\"200\" size=\"60\" aria-describedby=\"token-help\"></p>\n<p id=\"token-help\">The first start of the server prints one for the administrator, who makes the others.</p>\n<p><button>Log in with the token</button></p>\n</form>\n");
        return Page.Of(context, "Log in", page, wrong is null ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized);
    }

    /// <summary>303: what was sent is not sent again when the page is loaded anew.</summary>
    private sealed class Redirect(string path) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = path;
            return Task.CompletedTask;
        }
    }
}
