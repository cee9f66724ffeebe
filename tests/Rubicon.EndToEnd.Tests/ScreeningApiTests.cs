using System.Net;
using System.Text;
using System.Text.Json;

namespace Rubicon.EndToEnd.Tests;

/// <summary>The screening API as existing clients use it: without a token on this machine, in their words.</summary>
public sealed class ScreeningApiTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private readonly HttpClient _client = fixture.Server.Client;

    [Fact]
    public async Task A_match_finds_a_listed_party_and_echoes_the_query_cleaned()
    {
        var answer = await Match("default", """{"queries":{"q1":{"id":"x","schema":"Company","properties":{"name":["Huawei Technologies Co., Ltd."],"country":"China","noSuchProperty":"x"}},"q2":{"schema":"Person","properties":{"firstName":"Cedar","lastName":"Ridge"}}}}""");
        var q1 = answer.GetProperty("responses").GetProperty("q1");
        Assert.Equal(200, q1.GetProperty("status").GetInt32());
        Assert.Equal("eq", q1.GetProperty("total").GetProperty("relation").GetString());
        Assert.Equal(["cn"], q1.GetProperty("query").GetProperty("properties").GetProperty("country").EnumerateArray().Select(c => c.GetString()));
        Assert.False(q1.GetProperty("query").GetProperty("properties").TryGetProperty("noSuchProperty", out _));
        Assert.Equal("x", q1.GetProperty("query").GetProperty("id").GetString());
        var best = q1.GetProperty("results")[0];
        Assert.Equal("huawei", best.GetProperty("id").GetString());
        Assert.True(best.GetProperty("match").GetBoolean() && best.GetProperty("target").GetBoolean());
        Assert.InRange(best.GetProperty("score").GetDouble(), 0.9, 1);
        Assert.Contains("us_fcc_covered_list", best.GetProperty("datasets").EnumerateArray().Select(d => d.GetString()));
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T00:00:00$", best.GetProperty("first_seen").GetString());
        Assert.NotEmpty(best.GetProperty("explanations").GetProperty("name_match").GetProperty("detail").GetString()!);
        Assert.All(best.GetProperty("properties").EnumerateObject(), p => Assert.All(p.Value.EnumerateArray(), v => Assert.Equal(JsonValueKind.String, v.ValueKind)));
        Assert.Equal(0, answer.GetProperty("responses").GetProperty("q2").GetProperty("total").GetProperty("value").GetInt32());
        Assert.Equal(5, answer.GetProperty("limit").GetInt32());
        double[] scores = [.. q1.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("score").GetDouble())];
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Equal(scores.Count(s => s >= 0.7), Math.Min(5, q1.GetProperty("total").GetProperty("value").GetInt32()));
    }

    [Theory]
    [InlineData("?limit=1", 1)]
    [InlineData("?exclude_entity_ids=huawei", 0)]
    [InlineData("?exclude_schema=Company", 0)]
    [InlineData("?topics=no.such.topic", 0)]
    [InlineData("?include_dataset=us_bytedance", 0)]
    [InlineData("?as_of=2015-01-01&known_at=2015-01-01&topics=export.control", 0)]
    [InlineData("?changed_since=2999-01-01", 0)]
    [InlineData("?algorithm=logic-v1&threshold=0.99&cutoff=0.99&fuzzy=true", 0)]
    public async Task A_match_is_narrowed(string query, int expected)
    {
        var answer = await Match("default" + query, """{"queries":{"q":{"schema":"Company","properties":{"name":"Huawei Technologies"}}},"weights":{"any":0.5},"config":{"nm_number_mismatch":0.1}}""");
        Assert.Equal(expected, answer.GetProperty("responses").GetProperty("q").GetProperty("results").EnumerateArray().Count(r => r.GetProperty("id").GetString() == "huawei"));
    }

    [Theory]
    [InlineData("default", "{\"queries\":{\"q\":{\"properties\":{}}}}", 422)]
    [InlineData("default", "{\"queries\":{\"q\":{\"schema\":\"Wizard\",\"properties\":{}}}}", 400)]
    [InlineData("default", "{\"queries\":{\"q\":{\"schema\":\"Sanction\",\"properties\":{}}}}", 400)]
    [InlineData("default", "{\"queries\":{},\"config\":{\"wizard\":1}}", 400)]
    [InlineData("default", "{", 422)]
    [InlineData("default", "[]", 422)]
    [InlineData("no_such_dataset", "{\"queries\":{}}", 404)]
    [InlineData("default?algorithm=magic", "{\"queries\":{}}", 400)]
    [InlineData("default?limit=501", "{\"queries\":{}}", 422)]
    [InlineData("default?threshold=high", "{\"queries\":{}}", 422)]
    public async Task A_match_that_is_not_understood_says_what_is_wrong(string dataset, string body, int status)
    {
        var answer = await _client.PostAsync("/match/" + dataset, new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.True(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.TryGetProperty("detail", out _));
    }

    [Fact]
    public async Task A_batch_of_a_hundred_is_taken_and_no_more()
    {
        string Batch(int count) => "{\"queries\":{" + string.Join(',', Enumerable.Range(0, count).Select(i => $$$"""  "q{{{i}}}":{"schema":"LegalEntity","properties":{"name":"ZTE"}}""")) + "}}";
        var taken = await _client.PostAsync("/match/default", new StringContent(Batch(100)));
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal("100", taken.Headers.GetValues("x-batch-size").Single());
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.PostAsync("/match/default", new StringContent(Batch(101)))).StatusCode);
    }

    [Fact]
    public async Task Search_finds_words_in_any_script_with_facets_and_pages()
    {
        var found = await Get("/search/default?q=huawei&limit=2&facets=countries&facets=topics&facets=schema");
        Assert.True(found.GetProperty("total").GetProperty("value").GetInt32() > 2);
        Assert.Equal(2, found.GetProperty("results").GetArrayLength());
        Assert.Equal(["countries", "schema", "topics"], found.GetProperty("facets").EnumerateObject().Select(f => f.Name).Order(StringComparer.Ordinal));
        Assert.Equal("cn", found.GetProperty("facets").GetProperty("countries").GetProperty("values")[0].GetProperty("name").GetString());
        var next = await Get("/search/default?q=huawei&limit=2&offset=2");
        Assert.NotEqual(found.GetProperty("results")[0].GetProperty("id").GetString(), next.GetProperty("results")[0].GetProperty("id").GetString());
        Assert.Equal("huawei", (await Get("/search/default?q=华为")).GetProperty("results")[0].GetProperty("id").GetString());
        Assert.Equal(0, (await Get("/search/default?q=%22no+such+firm+anywhere%22")).GetProperty("total").GetProperty("value").GetInt32());
        Assert.True((await Get("/search/default?q=huawey&fuzzy=true")).GetProperty("total").GetProperty("value").GetInt32() > 0);
        Assert.True((await Get("/search/us_ofac?q=&sort=caption:desc")).GetProperty("results").GetArrayLength() >= 0);
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.GetAsync("/search/default?q=%22open")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _client.GetAsync("/search/default?limit=501")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/search/none")).StatusCode);
    }

    [Fact]
    public async Task An_entity_has_its_entries_and_ties_nested_and_an_entry_leads_to_its_party()
    {
        var entity = await Get("/entities/huawei");
        Assert.Equal("Company", entity.GetProperty("schema").GetString());
        Assert.Equal("Sanction", entity.GetProperty("properties").GetProperty("sanctions")[0].GetProperty("schema").GetString());
        Assert.False((await Get("/entities/huawei?nested=false")).GetProperty("properties").TryGetProperty("sanctions", out _));
        string referent = entity.GetProperty("referents")[0].GetString()!;
        var moved = await _client.GetAsync($"/entities/{referent}");
        Assert.Equal(HttpStatusCode.PermanentRedirect, moved.StatusCode);
        Assert.Equal("/entities/huawei", moved.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/entities/no-such-party")).StatusCode);
        var adjacent = await Get("/entities/huawei/adjacent?limit=1");
        Assert.Equal("huawei", adjacent.GetProperty("entity").GetProperty("id").GetString());
        Assert.Equal(1, adjacent.GetProperty("adjacent").GetProperty("sanctions").GetProperty("results").GetArrayLength());
        Assert.True((await Get("/entities/huawei/adjacent/sanctions")).GetProperty("total").GetProperty("value").GetInt32() > 1);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/entities/huawei/adjacent/name")).StatusCode);
    }

    [Fact]
    public async Task The_catalog_names_every_dataset_and_is_not_sent_twice()
    {
        var answer = await _client.GetAsync("/catalog");
        using var catalog = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var datasets = catalog.RootElement.GetProperty("datasets").EnumerateArray().ToDictionary(d => d.GetProperty("name").GetString()!, d => d.GetProperty("entity_count").GetInt32());
        Assert.True(datasets["default"] > 500 && datasets["us_fcc_covered_list"] > 3);
        foreach (var dataset in catalog.RootElement.GetProperty("datasets").EnumerateArray())
            Assert.All(dataset.GetProperty("children").EnumerateArray(), c => Assert.True(datasets.ContainsKey(c.GetString()!)));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/catalog");
        again.Headers.TryAddWithoutValidation("If-None-Match", answer.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NotModified, (await _client.SendAsync(again)).StatusCode);
        var algorithms = await Get("/algorithms");
        Assert.Contains(algorithms.GetProperty("best").GetString(), algorithms.GetProperty("algorithms").EnumerateArray().Select(a => a.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task From_elsewhere_a_token_is_needed()
    {
        async Task<HttpStatusCode> Asked(string? authorization)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/algorithms");
            request.Headers.Add("X-Forwarded-For", "192.0.2.7");
            if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
            return (await _client.SendAsync(request)).StatusCode;
        }
        Assert.Equal(HttpStatusCode.Unauthorized, await Asked(null));
        Assert.Equal(HttpStatusCode.Unauthorized, await Asked("ApiKey wrong"));
        Assert.Equal(HttpStatusCode.OK, await Asked("ApiKey " + fixture.Server.FirstToken));
        Assert.Equal(HttpStatusCode.OK, await Asked("Bearer " + fixture.Server.FirstToken));
    }

    private async Task<JsonElement> Match(string dataset, string body)
    {
        var answer = await _client.PostAsync("/match/" + dataset, new StringContent(body, Encoding.UTF8, "application/json"));
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task<JsonElement> Get(string path) => JsonDocument.Parse(await _client.GetStringAsync(path)).RootElement;
}
