using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Json.Schema;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>schema/openapi/rubicon.v1.json: well made, and what the running server does.</summary>
public sealed class OpenApiTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private static readonly string[] Methods = ["get", "post", "put", "delete"];

    private static readonly JsonObject Described = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "schema", "openapi", "rubicon.v1.json")))!.AsObject();

    [Fact]
    public async Task The_server_gives_the_description_of_the_repository()
    {
        Assert.Equal(await File.ReadAllBytesAsync(Path.Combine(Repository.Root, "schema", "openapi", "rubicon.v1.json")), await fixture.Server.Client.GetByteArrayAsync("/openapi/v1.json"));
    }

    /// <summary>What a linter asks of a description: ids once, a summary, answers described, parameters of the path declared, references that lead somewhere.</summary>
    [Fact]
    public void The_description_is_well_made()
    {
        Assert.Equal("3.1.0", Described["openapi"]!.GetValue<string>());
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, method, operation) in Operations())
        {
            string name = $"{method} {path}";
            Assert.True(ids.Add(operation["operationId"]!.GetValue<string>()), name);
            Assert.False(string.IsNullOrWhiteSpace(operation["summary"]?.GetValue<string>()), name);
            var responses = operation["responses"]!.AsObject();
            Assert.Contains(responses, r => r.Key[0] is '2' or '3');
            foreach (var (status, response) in responses)
            {
                var answer = Followed(response!);
                Assert.False(string.IsNullOrWhiteSpace(answer["description"]?.GetValue<string>()), $"{name} {status}");
                if (path.StartsWith("/api/", StringComparison.Ordinal) && status[0] is '4' or '5') Assert.True(answer["content"]!.AsObject().ContainsKey("application/problem+json"), $"{name} {status}");
            }
            if (path.StartsWith("/api/", StringComparison.Ordinal)) Assert.True(responses.ContainsKey("401"), name);
            else Assert.NotNull(operation["security"]);
            var declared = (operation["parameters"]?.AsArray() ?? []).Select(p => Followed(p!)).Where(p => p["in"]!.GetValue<string>() == "path").Select(p => p["name"]!.GetValue<string>()).Order(StringComparer.Ordinal);
            Assert.Equal(System.Text.RegularExpressions.Regex.Matches(path, @"\{(\w+)\}").Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal), declared);
        }
        foreach (string reference in References(Described)) Assert.NotNull(At(reference));
    }

    [Fact]
    public async Task Every_reading_address_without_an_id_answers_as_described()
    {
        using var client = fixture.Server.With();
        int asked = 0;
        foreach (var (path, method, operation) in Operations())
        {
            if (method != "get" || path.Contains('{', StringComparison.Ordinal)) continue;
            await Fits(await client.GetAsync(path + (path == "/api/v1/guide" ? "?actor=usf-recipient" : "")), path, operation);
            asked++;
        }
        Assert.True(asked >= 10, $"{asked} asked");
    }

    [Fact]
    public async Task Every_address_under_api_answers_401_without_a_token_and_404_for_an_id_that_is_not_there()
    {
        using var client = fixture.Server.With();
        foreach (var (path, method, operation) in Operations().Where(o => o.Path.StartsWith("/api/", StringComparison.Ordinal)))
        {
            string asked = System.Text.RegularExpressions.Regex.Replace(path, @"\{\w+\}", "none");
            await Fits(await fixture.Server.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), asked)), path, operation, HttpStatusCode.Unauthorized);
            if (method == "get" && path.Contains('{', StringComparison.Ordinal)) await Fits(await client.GetAsync(asked), path, operation, HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task What_is_sent_in_is_answered_as_described()
    {
        using var client = fixture.Server.With();
        StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
        string request = File.ReadAllText(Path.Combine(Repository.Root, "examples", "decisions", "office-camera.json"));
        await Fits(await client.PostAsync("/api/v1/decide", Json(request)), "/api/v1/decide", Operation("/api/v1/decide", "post"), HttpStatusCode.OK);
        await Fits(await client.PostAsync("/api/v1/decide", Json("{")), "/api/v1/decide", Operation("/api/v1/decide", "post"), HttpStatusCode.UnprocessableEntity);
        await Fits(await client.PostAsync("/api/v1/decide?as_of=never", Json(request)), "/api/v1/decide", Operation("/api/v1/decide", "post"), HttpStatusCode.BadRequest);
        await Fits(await client.PostAsync("/api/v1/screen", Json("{\"names\":[\"Huawei\"]}")), "/api/v1/screen", Operation("/api/v1/screen", "post"), HttpStatusCode.OK);
        await Fits(await client.PostAsync("/api/v1/scans?name=a.csv", new StringContent("Manufacturer,Model\nHuawei,BBU3900\n")), "/api/v1/scans", Operation("/api/v1/scans", "post"), HttpStatusCode.Accepted);
        await Fits(await client.PostAsync("/api/v1/tokens", Json("{\"name\":\"a\",\"role\":\"viewer\"}")), "/api/v1/tokens", Operation("/api/v1/tokens", "post"), HttpStatusCode.Created);
        await Fits(await client.PostAsync("/api/v1/tokens", Json("{\"name\":\"a\",\"role\":\"wizard\"}")), "/api/v1/tokens", Operation("/api/v1/tokens", "post"), HttpStatusCode.UnprocessableEntity);
    }

    /// <summary>The status is described, the content type too, and JSON follows its schema.</summary>
    private static async Task Fits(HttpResponseMessage answer, string path, JsonObject operation, HttpStatusCode? expected = null)
    {
        if (expected is { } status) Assert.True(answer.StatusCode == status, $"{answer.RequestMessage!.Method} {path}: {(int)answer.StatusCode}, not {(int)status}: {await answer.Content.ReadAsStringAsync()}");
        string code = ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var described = operation["responses"]![code];
        Assert.True(described is not null, $"{answer.RequestMessage!.Method} {path}: {code} is not described");
        if (Followed(described!)["content"]?.AsObject() is not { } content) return;
        string type = answer.Content.Headers.ContentType!.MediaType!;
        Assert.True(content.ContainsKey(type), $"{path} {code}: {type} is not described");
        if (!type.EndsWith("json", StringComparison.Ordinal) || content[type]!["schema"] is not { } schema || type == "application/x-ndjson") return;
        var whole = JsonNode.Parse(schema.ToJsonString())!.AsObject();
        whole["components"] = Described["components"]!.DeepClone();
        var result = JsonSchema.FromText(whole.ToJsonString()).Evaluate(JsonNode.Parse(await answer.Content.ReadAsStringAsync()), new EvaluationOptions { OutputFormat = OutputFormat.List });
        Assert.True(result.IsValid, $"{path} {code}: {string.Join("; ", result.Details.Where(d => d.HasErrors).SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation} {e.Value}")))}");
    }

    private static JsonObject Operation(string path, string method) => Described["paths"]![path]![method]!.AsObject();

    private static IEnumerable<(string Path, string Method, JsonObject Operation)> Operations() =>
        Described["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Where(m => Methods.Contains(m.Key)).Select(m => (p.Key, m.Key, m.Value!.AsObject())));

    private static JsonObject Followed(JsonNode node) => node["$ref"] is { } reference ? At(reference.GetValue<string>())!.AsObject() : node.AsObject();

    private static JsonNode? At(string reference)
    {
        JsonNode? node = Described;
        foreach (string part in reference.Split('/').Skip(1)) node = node?[part.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
        return node;
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(m => m is { Key: "$ref", Value: JsonValue value } ? [value.GetValue<string>()] : References(m.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
