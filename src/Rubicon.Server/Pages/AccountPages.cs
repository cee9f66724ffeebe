using Rubicon.Server.Security;
using Rubicon.Storage;

namespace Rubicon.Server.Pages;

/// <summary>Choosing a login and password by a one-time link, and changing the password.</summary>
internal static class AccountPages
{
    public static IResult Welcome(string link, HttpContext context, Store store, TimeProvider time) =>
        store.Accounts.OfLink(link, time.GetUtcNow()) is { } account ? Choose(context, link, account, null) : Gone(context);

    public static async Task<IResult> Chosen(string link, HttpContext context, Store store, Sessions sessions, TimeProvider time)
    {
        var now = time.GetUtcNow();
        if (store.Accounts.OfLink(link, now) is not { } account) return Gone(context);
        if (!PageAccess.SameSite(context.Request) || !context.Request.HasFormContentType) return Choose(context, link, account, "The form did not come from this site.");
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        string password = form["password"].ToString();
        if ((account.Login ?? Passwords.Login(form["login"].ToString())) is not { } login) return Choose(context, link, account, "A login has 3 to 100 letters, digits and . _ - @ +, such as a mail address.");
        if (Passwords.Wrong(login, password, form["again"].ToString()) is { } wrong) return Choose(context, link, account, wrong);
        switch (await store.Accounts.Choose(link, login, Passwords.Hash(password), now))
        {
            case Storage.Chosen.LoginTaken:
                return Choose(context, link, account, "Somebody else has this login.");
            case Storage.Chosen.LinkGone:
                return Gone(context);
            default:
                sessions.EndOf(account.Id, null);
                LoginPage.Begin(context, sessions, account.Id);
                return LoginPage.SeeOther("/");
        }
    }

    public static IResult Get(HttpContext context, Store store) => Show(context, store, null, done: false);

    public static async Task<IResult> Change(HttpContext context, Store store, Sessions sessions, TimeProvider time)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (store.Accounts.Of(Access.TokenOf(context).Id) is not { Login: { } login } account) return Page.Missing(context);
        var now = time.GetUtcNow();
        if (account.IsLocked(now) || !Passwords.Fits(account.Password, form["old"].ToString()))
        {
            // Whoever sits at an open browser may try no more often than at the door.
            await store.Accounts.Fail(account.Id, now);
            return Show(context, store, "The old password is wrong, or the account is locked.", done: false);
        }
        if (Passwords.Wrong(login, form["password"].ToString(), form["again"].ToString()) is { } wrong) return Show(context, store, wrong, done: false);
        await store.Accounts.Change(Access.AuthorOf(context), account.Id, Passwords.Hash(form["password"].ToString()));
        sessions.EndOf(account.Id, context.Request.Cookies[Sessions.Cookie]);
        return Show(context, store, null, done: true);
    }

    private static IResult Show(HttpContext context, Store store, string? wrong, bool done)
    {
        var token = Access.TokenOf(context);
        var page = new Html();
        if (wrong is not null) page.Add($"<p role=\"alert\" class=\"wrong\">{wrong}</p>\n");
        if (done) page.Add($"<p role=\"status\">The password is changed. Other sessions of yours have ended.</p>\n");
        page.Add($"<p>{token.Name}, {token.Role}, <code>{token.Id}</code></p>\n");
        if (store.Accounts.Of(token.Id) is not { Login: { } login }) page.Add($"<p>You are logged in with an access token and have no password.</p>\n");
        else
        {
            page.Add($"<p>Login: {login}</p>\n<h2>Change the password</h2>\n<form method=\"post\" action=\"/account\">\n").Add(Page.FormKey(context));
            page.Add($"<p><label for=\"old\">Old password</label><br><input id=\"old\" name=\"old\" type=\"password\" autocomplete=\"current-password\" required maxlength=\"200\" size=\"40\"></p>\n").Add(Fields()).Add($"<p><button>Change it</button></p>\n</form>\n");
        }
        return Page.Of(context, "Account", page, wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static IResult Choose(HttpContext context, string link, Account account, string? wrong)
    {
        var page = new Html();
        if (wrong is not null) page.Add($"<p role=\"alert\" class=\"wrong\">{wrong}</p>\n");
        page.Add($"<form method=\"post\" action=\"/welcome/{link}\">\n");
        if (account.Login is { } login) page.Add($"<p>Login: {login}</p>\n");
        else page.Add($"<p><label for=\"login\">Login, such as your mail address</label><br><input id=\"login\" name=\"login\" autocomplete=\"username\" required minlength=\"3\" maxlength=\"100\" size=\"40\"></p>\n");
        page.Add(Fields()).Add($"<p><button>Choose and log in</button></p>\n</form>\n<p>This link works once.</p>\n");
        return Page.Of(context, "Choose a password", page, wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static Html Fields() => new Html().Add($"<p><label for=\"password\">New password, at least {Passwords.Shortest} characters</label><br><input id=\"password\" name=\"password\" type=\"password\" autocomplete=\"new-password\" required minlength=\"12\" maxlength=\"200\" size=\"40\"></p>\n<p><label for=\"again\">The same again</label><br><input id=\"again\" name=\"again\" type=\"password\" autocomplete=\"new-password\" required minlength=\"12\" maxlength=\"200\" size=\"40\"></p>\n");

    private static IResult Gone(HttpContext context) => Page.Problem(context, StatusCodes.Status404NotFound, "Nothing here", "This link was used, has ended, or never was. An administrator makes another one.");
}
