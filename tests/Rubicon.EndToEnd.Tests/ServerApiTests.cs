using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>The API of the real server beside the real command line.</summary>
public sealed class ServerApiTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private readonly RunningServer _server = fixture.Server;

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/openapi/v1.json")]
    public async Task Health_and_description_need_no_token(string path) => Assert.Equal(HttpStatusCode.OK, (await _server.Client.GetAsync(path)).StatusCode);

    [Theory]
    [InlineData("/api/v1/law", null)]
    [InlineData("/api/v1/decisions", "rubicon_wrong")]
    [InlineData("/API/v1/tokens", null)]
    [InlineData("/api/v1/no-such-thing", null)]
    [InlineData("/api", null)]
    public async Task Nothing_under_api_answers_without_a_token(string path, string? token)
    {
        using var client = token is null ? new HttpClient { BaseAddress = _server.Address } : _server.With(token);
        var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal(token is null ? "RUB6601" : "RUB6602", JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString());
        Assert.Contains("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("agency-base-station")]
    [InlineData("carrier-router")]
    [InlineData("office-camera")]
    public async Task A_decision_has_the_bytes_of_the_command_line_and_is_recorded(string name)
    {
        byte[] request = File.ReadAllBytes(Path.Combine(Repository.Root, "examples", "decisions", name + ".json"));
        using var client = _server.With();
        var answer = await client.PostAsync("/api/v1/decide", new ByteArrayContent(request));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        byte[] report = await answer.Content.ReadAsByteArrayAsync();
        Assert.Equal(new Run.Call { Arguments = ["decide", "-", "-o", "json"], Input = request }.Start().Bytes, report);
        string id = answer.Headers.GetValues("Rubicon-Decision").Single();
        Assert.Equal(report, await client.GetByteArrayAsync($"/api/v1/decisions/{id}"));
        Assert.Contains(id, await client.GetStringAsync("/api/v1/decisions?limit=100"), StringComparison.Ordinal);
        Assert.Equal(0, Run.Rubicon("log", "prove", id, "--data", _server.Folder).ExitCode);
    }

    [Fact]
    public async Task Names_are_screened_with_the_bytes_of_the_command_line()
    {
        byte[] names = "{\"id\":\"1\",\"name\":\"Huawei Technologies Co., Ltd.\"}\n{\"id\":\"2\",\"name\":\"中兴通讯\"}\n{\"id\":\"3\",\"name\":\"Cedar Ridge Telephone\"}\n{\"id\":\"4\"}\n"u8.ToArray();
        using var client = _server.With();
        var answer = await client.PostAsync("/api/v1/screen?as_of=2026-11-21", new ByteArrayContent(names));
        Assert.Equal(new Run.Call { Arguments = ["screen", "--names", "-", "-o", "jsonl", "--as-of", "2026-11-21"], Input = names }.Start().Bytes, await answer.Content.ReadAsByteArrayAsync());
        var one = await client.PostAsync("/api/v1/screen?as_of=2026-11-21", new StringContent("{\"names\": [\"Huawei\"]}", Encoding.UTF8, "application/json"));
        Assert.Equal(Run.Rubicon("screen", "Huawei", "-o", "jsonl", "--as-of", "2026-11-21").Output, await one.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_file_is_scanned_with_the_bytes_of_the_command_line()
    {
        using var folder = new TemporaryFolder();
        string text = "Manufacturer,Model,Description\nHuawei,BBU3900,base station\nCisco,ISR4331,router\n<script>alert(1)</script>,=1+1,\"a, b\"\n";
        File.WriteAllText(Path.Combine(folder.Path, "inventory.csv"), text);
        using var client = _server.With();
        using var form = new MultipartFormDataContent { { new StringContent(text), "file", "inventory.csv" } };
        var taken = await client.PostAsync("/api/v1/scans?as_of=2026-11-21&actor=usf-recipient", form);
        Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        string scan = taken.Headers.Location!.ToString();
        for (int i = 0; i < 300 && (await client.GetStringAsync(scan)).Contains("\"running\"", StringComparison.Ordinal); i++) await Task.Delay(100);
        var expected = new Run.Call { Arguments = ["scan", "inventory.csv", "--as-of", "2026-11-21", "--actor", "usf-recipient", "-o", "json"], Folder = folder.Path }.Start();
        Assert.Equal(expected.Output, await client.GetStringAsync(scan + "/report"));
        Assert.Contains("\"read\":3", await client.GetStringAsync(scan), StringComparison.Ordinal);
        var lines = new Run.Call { Arguments = ["scan", "inventory.csv", "--as-of", "2026-11-21", "--actor", "usf-recipient", "-o", "jsonl"], Folder = folder.Path }.Start();
        Assert.Equal(lines.Output, await client.GetStringAsync(scan + "/results"));
    }

    [Fact]
    public async Task Law_and_guide_answer_for_a_day()
    {
        using var client = _server.With();
        Assert.Equal("not-in-force", await State(client, "2018-08-12"));
        Assert.Equal("adopted", await State(client, "2019-08-12"));
        Assert.Equal("prohibited", await State(client, "2019-08-13"));
        Assert.Equal(Run.Rubicon("guide", "--actor", "usf-recipient", "--as-of", "2026-11-21", "-o", "json").Output, await client.GetStringAsync("/api/v1/guide?actor=usf-recipient&as_of=2026-11-21"));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/law/us-none/x")).StatusCode);
    }

    [Theory]
    [InlineData("/api/v1/law?as_of=yesterday", "RUB6604")]
    [InlineData("/api/v1/guide", "RUB6604")]
    [InlineData("/api/v1/guide?actor=wizard", "RUB3001")]
    [InlineData("/api/v1/decisions?limit=0", "RUB6604")]
    public async Task A_wrong_parameter_is_a_problem_and_never_a_default(string path, string code)
    {
        using var client = _server.With();
        var answer = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"facts\":{\"actor\":[\"wizard\"]}}")]
    [InlineData("")]
    public async Task A_request_that_cannot_be_read_is_a_problem(string body)
    {
        using var client = _server.With();
        var answer = await client.PostAsync("/api/v1/decide", new StringContent(body));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_role_may_do_no_more_than_it_says()
    {
        using var viewer = _server.With(await _server.Token("viewer"));
        Assert.Equal(HttpStatusCode.OK, (await viewer.GetAsync("/api/v1/law")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.PostAsync("/api/v1/decide", new StringContent("{}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.GetAsync("/api/v1/tokens")).StatusCode);
        using var analyst = _server.With(await _server.Token("analyst"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await analyst.PostAsync("/api/v1/decide", new StringContent("{}"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.PostAsync("/api/v1/tokens", new StringContent("{}"))).StatusCode);
    }

    [Fact]
    public async Task A_key_sent_again_gives_the_first_answer_and_refuses_another_body()
    {
        using var client = _server.With();
        async Task<HttpResponseMessage> Send(string facts)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/decide") { Content = new StringContent(facts) };
            request.Headers.Add("Idempotency-Key", "order 7");
            return await client.SendAsync(request);
        }
        const string first = """{"asOf":"2026-11-21","facts":{"actor":["usf-recipient"],"act":"procure","producer":{"name":"Huawei"}}}""";
        var one = await Send(first);
        var two = await Send(first);
        Assert.Equal(one.Headers.GetValues("Rubicon-Decision"), two.Headers.GetValues("Rubicon-Decision"));
        Assert.Equal(HttpStatusCode.Conflict, (await Send(first.Replace("Huawei", "ZTE", StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused()
    {
        using var client = _server.With();
        var answer = await client.PostAsync("/api/v1/decide", new ByteArrayContent(new byte[(4 * 1024 * 1024) + 1]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("RUB6605", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_names_every_address_and_no_other()
    {
        using var json = JsonDocument.Parse(await _server.Client.GetStringAsync("/openapi/v1.json"));
        var described = json.RootElement.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(m => $"{m.Name.ToUpperInvariant()} {p.Name}")).Order(StringComparer.Ordinal);
        string routes = File.ReadAllText(Path.Combine(Repository.Root, "src", "Rubicon.Server", "Routes.cs"));
        var mapped = Regex.Matches(routes, @"Map(Get|Post|Put|Delete)\(""(/(?:api|healthz|readyz|openapi)[^""]*)""").Select(m => $"{m.Groups[1].Value.ToUpperInvariant()} {m.Groups[2].Value.Replace("**", "", StringComparison.Ordinal)}").Order(StringComparer.Ordinal);
        Assert.Equal(mapped, described);
    }

    private static async Task<string?> State(HttpClient client, string day)
    {
        using var json = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/law/us-ndaa-889/a-1-A?as_of={day}"));
        return json.RootElement.GetProperty("provisions")[0].GetProperty("state").GetString();
    }
}
