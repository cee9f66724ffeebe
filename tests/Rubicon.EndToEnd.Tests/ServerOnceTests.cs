using System.Net;
using System.Text;
using System.Text.Json;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>Writes that are sent twice under one idempotency key are done once.</summary>
public sealed class ServerOnceTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public async Task A_write_sent_again_gets_its_first_answer_and_another_body_is_refused()
    {
        using var client = _server.With();
        var first = await Send(client, HttpMethod.Post, "/api/v1/portfolios", """{"title":"West"}""", "p-1");
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        var again = await Send(client, HttpMethod.Post, "/api/v1/portfolios", """{"title":"West"}""", "p-1");
        Assert.Equal((HttpStatusCode.Created, first.Headers.Location, await first.Content.ReadAsStringAsync()), (again.StatusCode, again.Headers.Location, await again.Content.ReadAsStringAsync()));
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal("RUB6607", await Code(await Send(client, HttpMethod.Post, "/api/v1/portfolios", """{"title":"East"}""", "p-1")));
        Assert.Equal("RUB6607", await Code(await Send(client, HttpMethod.Post, "/api/v1/answers", """{"title":"West"}""", "p-1")));
        Assert.Single((await Get(client, "/api/v1/portfolios")).GetProperty("portfolios").EnumerateArray(), p => p.GetProperty("title").GetString() == "West");

        // What was refused keeps its key free for the corrected request.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(client, HttpMethod.Post, "/api/v1/portfolios", "{}", "p-2")).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Send(client, HttpMethod.Post, "/api/v1/portfolios", """{"title":"North"}""", "p-2")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(client, HttpMethod.Post, "/api/v1/portfolios", """{"title":"South"}""", new string('k', 256))).StatusCode);
        Assert.Equal(0, Run.Rubicon("log", "verify", "--data", _server.Folder).ExitCode);
    }

    [Fact]
    public async Task Of_many_at_the_same_time_one_is_done()
    {
        using var client = _server.With();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Send(client, HttpMethod.Post, "/api/v1/portfolios", """{"title":"At once"}""", "same")));
        Assert.All(answers, a => Assert.True(a.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict, $"{a.StatusCode}"));
        Assert.Contains(answers, a => a.StatusCode == HttpStatusCode.Created);
        // RUB9103: done, and the answer is not kept yet.
        foreach (var refused in answers.Where(a => a.StatusCode == HttpStatusCode.Conflict)) Assert.Equal("RUB9103", await Code(refused));
        Assert.Single((await Get(client, "/api/v1/portfolios")).GetProperty("portfolios").EnumerateArray(), p => p.GetProperty("title").GetString() == "At once");
    }

    [Fact]
    public async Task A_file_and_a_scan_are_taken_once()
    {
        using var client = _server.With();
        var made = await Send(client, HttpMethod.Post, "/api/v1/scans?name=a.csv", "Manufacturer,Model\nHuawei,BBU3900\n", "s-1");
        var again = await Send(client, HttpMethod.Post, "/api/v1/scans?name=a.csv", "Manufacturer,Model\nHuawei,BBU3900\n", "s-1");
        Assert.Equal((HttpStatusCode.Accepted, made.Headers.Location), (again.StatusCode, again.Headers.Location));
        Assert.Equal("RUB6607", await Code(await Send(client, HttpMethod.Post, "/api/v1/scans?name=b.csv", "Manufacturer,Model\nHuawei,BBU3900\n", "s-1")));
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, HttpMethod method, string path, string body, string key)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    private static async Task<JsonElement> Get(HttpClient client, string path) => JsonDocument.Parse(await client.GetStringAsync(path)).RootElement;

    private static async Task<string?> Code(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString();
    }
}
