using System.Net;
using System.Text.RegularExpressions;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>The web pages of the real server, used as a browser without script uses them.</summary>
public sealed class ServerPageTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private const string Hostile = "<script>alert(1)</script>\"'&<img src=x onerror=alert(1)>";

    private readonly RunningServer _server = fixture.Server;

    [Theory]
    [InlineData("/")]
    [InlineData("/ask")]
    [InlineData("/upload")]
    [InlineData("/law")]
    [InlineData("/log")]
    [InlineData("/decisions/d1")]
    [InlineData("/scans/s1/print")]
    public async Task A_page_without_a_session_leads_to_the_login(string path)
    {
        var answer = await _server.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/login", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_wrong_token_opens_nothing_and_is_not_shown_again()
    {
        using var browser = new FormBrowser(_server.Address);
        var answer = await browser.Post("/login", ("token", "rubicon_wrong"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.DoesNotContain("rubicon_wrong", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_buyer_asks_about_a_purchase_and_sees_the_proof()
    {
        using var browser = await LoggedIn();
        var answer = await browser.Send("/ask", ("maker", "Huawei"), ("model", "BBU3900"), ("act", "buy"), ("as_of", "2026-11-21"), ("actor", "executive-agency"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        string page = await browser.Client.GetStringAsync(answer.Headers.Location!);
        Assert.Contains("<span class=\"badge prohibited\">prohibited</span>", page, StringComparison.Ordinal);
        Assert.Contains("us-ndaa-889/a-1-A", page, StringComparison.Ordinal);
        Assert.Contains("<q>", page, StringComparison.Ordinal);
        Assert.Contains("Huawei BBU3900", await browser.Client.GetStringAsync("/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_uploads_a_file_and_opens_a_finding()
    {
        using var browser = await LoggedIn();
        using var form = new MultipartFormDataContent
        {
            { new StringContent(await browser.FormKey("/upload")), "form_key" },
            { new StringContent("2026-11-21"), "as_of" },
            { new StringContent("executive-agency"), "actor" },
            { new StringContent($"Manufacturer,Model,Description\nHuawei,BBU3900,{Hostile.Replace('"', ' ')}\n"), "file", "inventory.csv" },
        };
        var taken = await browser.Client.PostAsync("/upload", form);
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        string scan = taken.Headers.Location!.ToString(), page = "";
        for (int i = 0; i < 300 && !page.Contains("Read 1", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100);
            page = await browser.Client.GetStringAsync(scan);
        }
        string finding = Regex.Match(page, $"href=\"({Regex.Escape(scan)}/[0-9a-f]{{8,}})\"").Groups[1].Value;
        string proof = await browser.Client.GetStringAsync(finding);
        Assert.Contains("<article class=\"", proof, StringComparison.Ordinal);
        var print = await browser.Client.GetAsync(scan + "/print");
        Assert.Contains("style-src 'sha256-", print.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        foreach (string text in new[] { page, proof, await print.Content.ReadAsStringAsync() }) NothingRuns(text);
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text_on_every_page()
    {
        using var browser = await LoggedIn();
        var answer = await browser.Send("/ask", ("maker", Hostile), ("model", Hostile), ("supplier", Hostile), ("description", Hostile + "\u202Egnp"), ("part-number", Hostile), ("act", "buy"), ("as_of", "2026-11-21"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        string page = await browser.Client.GetStringAsync(answer.Headers.Location!);
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', page);
        NothingRuns(page);
        NothingRuns(await browser.Client.GetStringAsync("/"));
        NothingRuns(await (await browser.Client.GetAsync("/law?as_of=" + Uri.EscapeDataString(Hostile))).Content.ReadAsStringAsync());
        NothingRuns(await (await browser.Client.GetAsync("/" + Uri.EscapeDataString(Hostile))).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_form_without_its_key_or_from_another_site_does_nothing()
    {
        using var browser = await LoggedIn();
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Post("/ask", ("maker", "Huawei"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Post("/logout", ("form_key", new string('0', 64)))).StatusCode);
        string key = await browser.FormKey("/ask");
        browser.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Post("/ask", ("form_key", key), ("maker", "Huawei"))).StatusCode);
    }

    [Fact]
    public async Task The_date_moves_the_law()
    {
        using var browser = await LoggedIn();
        Assert.Contains("<strong>not in force</strong>", await browser.Client.GetStringAsync("/law/us-ndaa-889/a-1-A?as_of=2018-08-12"), StringComparison.Ordinal);
        Assert.Contains("adopted", await browser.Client.GetStringAsync("/law/us-ndaa-889/a-1-A?as_of=2019-08-12"), StringComparison.Ordinal);
        Assert.Contains("<strong>prohibited</strong>", await browser.Client.GetStringAsync("/law/us-ndaa-889/a-1-A?as_of=2019-08-13"), StringComparison.Ordinal);
        Assert.Contains("us-ndaa-889", await browser.Client.GetStringAsync("/law"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Client.GetAsync("/law/us-none/x")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync("/law?as_of=9999-12-31")).StatusCode);
    }

    [Fact]
    public async Task Logging_out_ends_the_session_and_a_viewer_may_only_read()
    {
        using var browser = new FormBrowser(_server.Address);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Post("/login", ("token", await _server.Token("viewer")))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.Client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.Client.GetAsync("/upload")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Post("/logout", ("form_key", await browser.FormKey("/")))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_page_has_one_heading_a_language_labels_and_a_strict_policy()
    {
        using var browser = await LoggedIn();
        foreach (string path in new[] { "/", "/ask", "/upload", "/law", "/log" })
        {
            var answer = await browser.Client.GetAsync(path);
            string page = await answer.Content.ReadAsStringAsync();
            Assert.Equal("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Single(Regex.Matches(page, "<h1>"));
            Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
            foreach (Match field in Regex.Matches(page, "<(?:input|select) id=\"([^\"]+)\"")) Assert.Contains($"<label for=\"{field.Groups[1].Value}\">", page, StringComparison.Ordinal);
        }
    }

    private async Task<FormBrowser> LoggedIn()
    {
        var browser = new FormBrowser(_server.Address);
        Assert.Equal(HttpStatusCode.SeeOther, (await browser.Post("/login", ("token", _server.FirstToken!))).StatusCode);
        return browser;
    }

    /// <summary>Every tag of the page is one that the pages are made of, and none has a handler or an address elsewhere.</summary>
    private static void NothingRuns(string page)
    {
        foreach (Match tag in Regex.Matches(page, "<[a-zA-Z][^>]*>"))
        {
            Assert.DoesNotMatch("^<(script|img|iframe|object|embed|svg)", tag.Value);
            Assert.DoesNotMatch(@"\son\w+\s*=", tag.Value);
            Assert.DoesNotMatch("(href|src|action)=\"(javascript|data|https?|//)", tag.Value);
        }
    }
}
