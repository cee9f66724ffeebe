using System.Net;
using System.Text.RegularExpressions;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>People with passwords: the one-time link of the first start, lockout, change, and an account that is closed.</summary>
public sealed class ServerPeopleTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Password = "correct horse battery", Other = "another horse entirely";

    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public async Task The_link_of_the_first_start_lets_the_administrator_choose_a_password_once()
    {
        string link = Regex.Match(_server.Output, "http://\\S+(/welcome/rubicon_\\S+)").Groups[1].Value;
        using var browser = new FormBrowser(_server.Address);
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync(link)).StatusCode);
        foreach (var (login, password, again) in new[] { ("ad min", Password, Password), ("admin", "short", "short"), ("admin", Password, Other) })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Post(link, ("login", login), ("password", password), ("again", again))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Post(link, ("login", "Admin@Example.com"), ("password", Password), ("again", Password))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync("/admin")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Client.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Post(link, ("login", "b"), ("password", Password), ("again", Password))).StatusCode);
        using var again2 = new FormBrowser(_server.Address);
        Assert.Equal(HttpStatusCode.SeeOther, (await again2.Post("/login", ("login", "admin@example.com"), ("password", Password))).StatusCode);
        Assert.DoesNotContain(Password, _server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_a_new_link_opens_it()
    {
        using var administrator = await Administrator();
        string link = await Person(administrator, "Locked", "analyst");
        using var person = new FormBrowser(_server.Address);
        await person.Post(link, ("login", "locked"), ("password", Password), ("again", Password));
        using var stranger = new FormBrowser(_server.Address);
        string wrong = "";
        for (int i = 0; i < 5; i++)
        {
            var answer = await stranger.Post("/login", ("login", "locked"), ("password", Other));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            wrong = await answer.Content.ReadAsStringAsync();
        }
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.Post("/login", ("login", "locked"), ("password", Password))).StatusCode);
        // A login that nobody has is answered with the same words.
        Assert.Equal(wrong, await (await stranger.Post("/login", ("login", "nobody"), ("password", Other))).Content.ReadAsStringAsync());
        string id = Regex.Match(await administrator.Client.GetStringAsync("/admin"), "Locked<br><small>(t[0-9a-f]+)").Groups[1].Value;
        string page = await (await administrator.Send("/admin", $"/admin/people/{id}/link")).Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await stranger.Post(Link(page), ("password", Other), ("again", Other))).StatusCode);
        // The session that was open under the old password has ended.
        Assert.Equal(HttpStatusCode.Redirect, (await person.Client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_password_is_changed_with_the_old_one_and_a_closed_account_opens_nothing()
    {
        using var administrator = await Administrator();
        string link = await Person(administrator, "Changes", "viewer");
        using var person = new FormBrowser(_server.Address);
        await person.Post(link, ("login", "changes"), ("password", Password), ("again", Password));
        Assert.Equal(HttpStatusCode.Forbidden, (await person.Client.GetAsync("/admin")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await person.Send("/account", "/account", ("old", Other), ("password", Other), ("again", Other))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await person.Send("/account", "/account", ("old", Password), ("password", Other), ("again", Other))).StatusCode);
        using var later = new FormBrowser(_server.Address);
        Assert.Equal(HttpStatusCode.Unauthorized, (await later.Post("/login", ("login", "changes"), ("password", Password))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await later.Post("/login", ("login", "changes"), ("password", Other))).StatusCode);
        string id = Regex.Match(await later.Client.GetStringAsync("/account"), "<code>(t[0-9a-f]+)</code>").Groups[1].Value;
        Assert.Equal(HttpStatusCode.SeeOther, (await administrator.Send("/admin", $"/admin/tokens/{id}/revoke")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await later.Client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await later.Post("/login", ("login", "changes"), ("password", Other))).StatusCode);
        Assert.Equal(0, Run.Rubicon("log", "verify", "--data", _server.Folder).ExitCode);
    }

    private async Task<FormBrowser> Administrator()
    {
        var browser = new FormBrowser(_server.Address);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Post("/login", ("token", _server.FirstToken!))).StatusCode);
        return browser;
    }

    private static async Task<string> Person(FormBrowser administrator, string name, string role)
    {
        var made = await administrator.Send("/admin", "/admin/people", ("person", name), ("role", role));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        return Link(await made.Content.ReadAsStringAsync());
    }

    private static string Link(string page) => Regex.Match(page, "(/welcome/rubicon_[^<\\s]+)").Groups[1].Value;
}
