using System.Net;
using System.Text;
using System.Text.Json;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>Portfolios, answers and clearances of the real server.</summary>
public sealed class PortfolioApiTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public async Task A_portfolio_is_decided_again_when_a_file_changes_and_says_what_changed()
    {
        using var client = await Organization();
        string portfolio = await Made(client, "usf-recipient");
        Assert.Equal(HttpStatusCode.PreconditionRequired, (await Put(client, portfolio, null, "a.csv", "Manufacturer,Model\nHuawei,BBU3900\n")).StatusCode);
        var first = await Put(client, portfolio, "\"1\"", "a.csv", "Manufacturer,Model\nHuawei,BBU3900\nCisco,ISR4331\n");
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal("\"2\"", first.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Put(client, portfolio, "\"1\"", "a.csv", "x")).StatusCode);
        var run = await Run(client, portfolio, 1);
        Assert.Equal("first run", run.GetProperty("reason").GetString());
        Assert.Equal(2, run.GetProperty("outcomes").GetProperty("read").GetInt32());

        await Put(client, portfolio, "\"2\"", "a.csv", "Manufacturer,Model\nHuawei,BBU3900\nNokia,7750 SR\nZTE,ZXR10\n");
        var second = await Run(client, portfolio, 2);
        Assert.Equal("file a.csv changed", second.GetProperty("reason").GetString());
        Assert.Equal((0, 2, 1), (second.GetProperty("changed").GetInt32(), second.GetProperty("added").GetInt32(), second.GetProperty("gone").GetInt32()));
        var records = second.GetProperty("changes").GetProperty("some").EnumerateArray().Select(c => (c.GetProperty("title").GetString(), c.GetProperty("before").GetString()!.Length > 0)).ToList();
        Assert.Contains(records, r => r.Item1!.Contains("ISR4331", StringComparison.Ordinal) && r.Item2);
        Assert.Contains("\"number\": 2", await client.GetStringAsync($"/api/v1/portfolios/{portfolio}/runs"), StringComparison.Ordinal);
        Assert.Contains("a.csv", await client.GetStringAsync(second.GetProperty("report").GetString()), StringComparison.Ordinal);

        var removed = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/portfolios/{portfolio}/files/a.csv");
        removed.Headers.TryAddWithoutValidation("If-Match", "\"3\"");
        Assert.Equal(HttpStatusCode.NoContent, (await client.SendAsync(removed)).StatusCode);
        Assert.DoesNotContain("\"a.csv\"", await client.GetStringAsync($"/api/v1/portfolios/{portfolio}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_holds_once_another_person_approved_it_and_changes_the_outcome()
    {
        // An organization of its own: what others approve would make runs of its portfolios.
        using var administrator = await Organization();
        using var author = await With(administrator, "analyst");
        using var approver = await With(administrator, "approver");
        string portfolio = await Made(author, "usf-recipient");
        await Put(author, portfolio, "\"1\"", "b.csv", "Manufacturer,Model,Site\nHuawei,BBU3900,Cedar Ridge\n");
        var before = await Run(author, portfolio, 1);
        Assert.Equal(1, before.GetProperty("outcomes").GetProperty("review").GetInt32());
        string fact = await QuestionOf(author, before);
        string body = $$"""{"fact":"{{fact}}","value":"yes","for":{"site":"Cedar Ridge"},"provisions":["us-fcc/54-9-a"],"why":"the ledger of support shows it"}""";
        var stated = await author.PostAsync("/api/v1/answers", Json(body));
        Assert.True(stated.StatusCode == HttpStatusCode.Created, await stated.Content.ReadAsStringAsync());
        using var answer = JsonDocument.Parse(await stated.Content.ReadAsStringAsync());
        string id = answer.RootElement.GetProperty("id").GetString()!;
        Assert.False(answer.RootElement.GetProperty("holds").GetBoolean());
        Assert.Equal(HttpStatusCode.Forbidden, (await author.PostAsync($"/api/v1/answers/{id}/approval", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await approver.PostAsync($"/api/v1/answers/{id}/approval", null)).StatusCode);
        var after = await Run(author, portfolio, 2);
        Assert.Equal(1, after.GetProperty("outcomes").GetProperty("prohibited").GetInt32());
        Assert.Equal(1, after.GetProperty("changed").GetInt32());
        Assert.Contains($"answer {id} is new", after.GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Contains("the ledger of support shows it", await author.GetStringAsync(after.GetProperty("report").GetString()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await author.DeleteAsync($"/api/v1/answers/{id}")).StatusCode);
        Assert.Equal(1, (await Run(author, portfolio, 3)).GetProperty("outcomes").GetProperty("review").GetInt32());
    }

    [Fact]
    public async Task Nobody_approves_what_they_stated_themselves()
    {
        using var approver = _server.With(await _server.Token("approver"));
        var stated = await approver.PostAsync("/api/v1/answers", Json("""{"clear":{"name":"Hua Way Trading","party":"huawei"},"why":"a bakery"}"""));
        Assert.Equal(HttpStatusCode.Created, stated.StatusCode);
        string id = JsonDocument.Parse(await stated.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
        var refused = await approver.PostAsync($"/api/v1/answers/{id}/approval", null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("RUB6520", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cleared_match_takes_away_one_party_for_one_name_and_says_so()
    {
        // An organization of its own: what others approve would make runs of its portfolios.
        using var administrator = await Organization();
        using var author = await With(administrator, "analyst");
        using var approver = await With(administrator, "approver");
        string portfolio = await Made(author, "executive-agency");
        await Put(author, portfolio, "\"1\"", "suppliers.csv", "Supplier,Country\nHikvisions,US\nHikvision,CN\n");
        var before = await Run(author, portfolio, 1);
        using var screened = JsonDocument.Parse(await author.GetStringAsync(before.GetProperty("report").GetString()));
        Assert.Equal("review", screened.RootElement.GetProperty("decisions")[0].GetProperty("outcome").GetString());
        string report = screened.RootElement.GetProperty("decisions")[0].GetRawText();
        // Each clearance takes one party away; what else the name is like stays until it is cleared too.
        for (int run = 2; run < 8 && Party(report) is { } key; run++)
        {
            var stated = await author.PostAsync("/api/v1/answers", Json($$$"""{"clear":{"name":"hikvisions","party":"{{{key}}}"},"why":"an optician of the town, seen"}"""));
            string id = JsonDocument.Parse(await stated.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
            Assert.Equal(HttpStatusCode.NoContent, (await approver.PostAsync($"/api/v1/answers/{id}/approval", null)).StatusCode);
            var after = await Run(author, portfolio, run);
            using var cleared = JsonDocument.Parse(await author.GetStringAsync(after.GetProperty("report").GetString()));
            report = cleared.RootElement.GetProperty("decisions")[0].GetRawText();
            Assert.Contains("an optician of the town, seen", report, StringComparison.Ordinal);
            Assert.Equal("review", cleared.RootElement.GetProperty("decisions")[1].GetProperty("outcome").GetString());
        }
        Assert.StartsWith("allowed", JsonDocument.Parse(report).RootElement.GetProperty("outcome").GetString(), StringComparison.Ordinal);

        static string? Party(string decision) => System.Text.RegularExpressions.Regex.Match(decision, "\"party\": \"([^\"]+)\",\\s+\"relation\": \"named\"") is { Success: true } found ? found.Groups[1].Value : null;
    }

    [Theory]
    [InlineData("{\"fact\":\"no-such-fact\",\"value\":\"yes\",\"why\":\"x\"}")]
    [InlineData("{\"fact\":\"support\",\"value\":\"perhaps\",\"why\":\"x\"}")]
    [InlineData("{\"clear\":{\"name\":\"a\",\"party\":\"nobody-known\"},\"why\":\"x\"}")]
    [InlineData("{\"clear\":{\"name\":\"a\",\"party\":\"huawei\"}}")]
    [InlineData("{\"clear\":{\"name\":\"a\",\"party\":\"huawei\"},\"why\":\"x\",\"until\":\"soon\"}")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task A_statement_that_is_not_understood_is_refused(string body)
    {
        using var client = _server.With();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await client.PostAsync("/api/v1/answers", Json(body))).StatusCode);
    }

    [Fact]
    public async Task Another_organization_finds_nothing()
    {
        using var client = _server.With();
        string portfolio = await Made(client, "usf-recipient");
        var made = await client.PostAsync("/api/v1/organizations", Json("{\"name\":\"Other\"}"));
        using var other = _server.With(JsonDocument.Parse(await made.Content.ReadAsStringAsync()).RootElement.GetProperty("token").GetString());
        foreach (string path in new[] { $"/api/v1/portfolios/{portfolio}", $"/api/v1/portfolios/{portfolio}/runs", $"/api/v1/portfolios/{portfolio}/runs/1" }) Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Put(other, portfolio, "\"1\"", "a.csv", "x")).StatusCode);
        Assert.DoesNotContain(portfolio, await other.GetStringAsync("/api/v1/portfolios"), StringComparison.Ordinal);
    }

    private async Task<HttpClient> Organization()
    {
        using var client = _server.With();
        var made = await client.PostAsync("/api/v1/organizations", Json("{\"name\":\"For a test\"}"));
        return _server.With(JsonDocument.Parse(await made.Content.ReadAsStringAsync()).RootElement.GetProperty("token").GetString());
    }

    private async Task<HttpClient> With(HttpClient administrator, string role)
    {
        var made = await administrator.PostAsync("/api/v1/tokens", Json($$"""{"name":"a person","role":"{{role}}"}"""));
        return _server.With(JsonDocument.Parse(await made.Content.ReadAsStringAsync()).RootElement.GetProperty("token").GetString());
    }

    private static async Task<string> Made(HttpClient client, string capacity)
    {
        var made = await client.PostAsync("/api/v1/portfolios", Json($$"""{"title":"North","actor":["{{capacity}}"],"asOf":"2026-11-21"}"""));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        return JsonDocument.Parse(await made.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
    }

    private static async Task<HttpResponseMessage> Put(HttpClient client, string portfolio, string? match, string name, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/portfolios/{portfolio}/files/{name}") { Content = new StringContent(text) };
        if (match is not null) request.Headers.TryAddWithoutValidation("If-Match", match);
        return await client.SendAsync(request);
    }

    /// <summary>Waits for a run.</summary>
    private static async Task<JsonElement> Run(HttpClient client, string portfolio, int number)
    {
        for (int i = 0; i < 300; i++)
        {
            var answer = await client.GetAsync($"/api/v1/portfolios/{portfolio}/runs/{number}");
            if (answer.StatusCode == HttpStatusCode.OK) return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            await Task.Delay(100);
        }
        throw new TimeoutException($"run {number} did not come: {await client.GetStringAsync($"/api/v1/portfolios/{portfolio}")}");
    }

    private static async Task<string> QuestionOf(HttpClient client, JsonElement run)
    {
        using var report = JsonDocument.Parse(await client.GetStringAsync(run.GetProperty("report").GetString()));
        return report.RootElement.GetProperty("decisions")[0].GetProperty("questions")[0].GetProperty("fact").GetString()!;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
