using System.Net;
using System.Text;
using System.Text.Json;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>A transaction under review, from the referral to the response, by three organizations over HTTP.</summary>
public sealed class CaseApiTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private readonly RunningServer _server = fixture.Server;

    [Fact]
    public async Task A_case_goes_its_way_and_each_side_sees_its_own()
    {
        using var officer = _server.With(await _server.Token("case-officer"));
        using var second = _server.With(await _server.Token("approver"));
        var (carrier, carrierToken) = await Organization("Carrier");
        var (consulted, consultedToken) = await Organization("Consulted agency");
        using var party = _server.With(carrierToken);
        using var agencyHead = _server.With(consultedToken);
        using var stranger = _server.With((await Organization("Stranger")).Token);
        string decision = await Decide(officer);
        string id = await Open(officer, decision);
        Assert.Contains($"(decision {decision})", (await Get(officer, $"/api/v1/cases/{id}")).GetProperty("events")[0].GetProperty("statements").GetProperty("transaction").GetString(), StringComparison.Ordinal);

        await Step(officer, id, "accept", "2026-01-12", ("scope", "routers"), ("foreign-adversary", "a firm of China"));
        Assert.Equal(HttpStatusCode.NotFound, (await party.GetAsync($"/api/v1/cases/{id}")).StatusCode);
        await Send(officer, HttpMethod.Post, $"/api/v1/cases/{id}/members", $$"""{"organization":"{{carrier}}","side":"party"}""", HttpStatusCode.NoContent);
        await Send(officer, HttpMethod.Post, $"/api/v1/cases/{id}/members", $$"""{"organization":"{{consulted}}","side":"consulted"}""", HttpStatusCode.NoContent);
        await Step(officer, id, "consult", "2026-02-02", ("finding", "likely <script>alert(1)</script>"), ("agencies", "Defense"));
        await Step(agencyHead, id, "comment", "2026-02-20", ("comment", "We agree."));

        // The initial determination waits for a second person, who is not the first.
        var waiting = await Step(officer, id, "determine-initially", "2026-03-02", HttpStatusCode.Accepted, ("explanation", "Access to traffic."), ("proposal", "prohibit"));
        string draft = waiting.GetProperty("draft").GetString()!;
        await Send(officer, HttpMethod.Post, $"/api/v1/cases/{id}/drafts/{draft}/approval", "", HttpStatusCode.UnprocessableEntity, await Tag(officer, id));
        await Send(second, HttpMethod.Post, $"/api/v1/cases/{id}/drafts/{draft}/approval", "", HttpStatusCode.Created, await Tag(second, id));

        await Step(officer, id, "tell-agencies", "2026-03-03", ("agencies", "Defense"));
        var early = await Step(officer, id, "serve", "2026-03-10", HttpStatusCode.UnprocessableEntity, ("parties", "the carrier"), ("means", "personal-delivery"));
        Assert.Equal("RUB6704", early.GetProperty("code").GetString());
        await Step(officer, id, "serve", "2026-03-24", ("parties", "the carrier"), ("means", "personal-delivery"));

        var seen = await Get(party, $"/api/v1/cases/{id}?as_of=2026-04-01");
        Assert.Equal("served", seen.GetProperty("state").GetProperty("id").GetString());
        Assert.Equal(["serve"], seen.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("step").GetString()));
        Assert.Equal(["respond"], seen.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("id").GetString()));
        var response = seen.GetProperty("clocks").EnumerateArray().Single(c => c.GetProperty("id").GetString() == "response");
        Assert.Equal(("2026-04-23", 22), (response.GetProperty("due").GetString(), response.GetProperty("daysLeft").GetInt32()));
        string number = seen.GetProperty("events")[0].GetProperty("document").GetString()!;
        string html = await party.GetStringAsync($"/api/v1/cases/{id}/documents/{number}");
        Assert.Contains("by 2026-04-23", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await party.GetAsync($"/api/v1/cases/{id}/documents/{number.Replace("-04", "-01", StringComparison.Ordinal)}")).StatusCode);

        await Step(party, id, "respond", "2026-04-20", ("arguments", "The routers carry no traffic of others."));
        Assert.Contains("respond", (await Get(officer, $"/api/v1/cases/{id}")).GetProperty("events").EnumerateArray().Select(e => e.GetProperty("step").GetString()));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/v1/cases/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/api/v1/cases/{id}/files")).StatusCode);
        Assert.Empty((await Get(stranger, "/api/v1/cases")).GetProperty("cases").EnumerateArray());
        var next = (await Get(officer, "/api/v1/cases?as_of=2026-05-01")).GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("id").GetString() == id).GetProperty("nextClock");
        Assert.Equal("final-determination", next.GetProperty("id").GetString());
        Assert.Equal(0, Run.Rubicon("log", "verify", "--data", _server.Folder).ExitCode);
    }

    [Fact]
    public async Task Whoever_acts_says_what_was_seen_and_nothing_is_overwritten()
    {
        using var officer = _server.With(await _server.Token("case-officer"));
        string id = await Open(officer, null);
        const string step = """{"step":"request-information","day":"2026-01-06","statements":{"request":"More."}}""";
        Assert.Equal("RUB6801", (await Send(officer, HttpMethod.Post, $"/api/v1/cases/{id}/events", step, (HttpStatusCode)428)).GetProperty("code").GetString());
        Assert.Equal("RUB6802", (await Send(officer, HttpMethod.Post, $"/api/v1/cases/{id}/events", step, HttpStatusCode.PreconditionFailed, "\"7\"")).GetProperty("code").GetString());
        await Send(officer, HttpMethod.Post, $"/api/v1/cases/{id}/events", step, HttpStatusCode.Created, "\"1\"");
        await Send(officer, HttpMethod.Post, $"/api/v1/cases/{id}/events", step, HttpStatusCode.PreconditionFailed, "\"1\"");
        using var viewer = _server.With(await _server.Token("viewer"));
        await Send(viewer, HttpMethod.Post, $"/api/v1/cases/{id}/events", step, HttpStatusCode.Forbidden, "\"2\"");
        using var analyst = _server.With(await _server.Token("analyst"));
        await Send(analyst, HttpMethod.Post, $"/api/v1/cases/{id}/events", step, HttpStatusCode.Forbidden, "\"2\"");
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"procedure":"us-none/review","title":"t"}""")]
    [InlineData("""{"procedure":"us-icts/review"}""")]
    [InlineData("""{"procedure":"us-icts/review","title":"t"}""")]
    [InlineData("""{"procedure":"us-icts/review","title":"t","day":"2999-01-01","statements":{"source":"information","transaction":"x"}}""")]
    [InlineData("""{"procedure":"us-icts/review","title":"t","decision":"d-none","statements":{"source":"information"}}""")]
    [InlineData("""{"procedure":"us-icts/review","title":"t","statements":{"source":1,"transaction":"x"}}""")]
    public async Task A_case_that_does_not_fit_is_not_opened(string body)
    {
        using var officer = _server.With(await _server.Token("case-officer"));
        Assert.StartsWith("RUB6", (await Send(officer, HttpMethod.Post, "/api/v1/cases", body, HttpStatusCode.UnprocessableEntity)).GetProperty("code").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restricted_file_shows_its_number_and_no_more_to_others()
    {
        using var officer = _server.With(await _server.Token("case-officer"));
        string id = await Open(officer, null);
        var (carrier, carrierToken) = await Organization("Carrier with a secret");
        var (other, otherToken) = await Organization("Supplier");
        foreach (string organization in new[] { carrier, other }) await Send(officer, HttpMethod.Post, $"/api/v1/cases/{id}/members", $$"""{"organization":"{{organization}}","side":"party"}""", HttpStatusCode.NoContent);
        using var party = _server.With(carrierToken);
        using var supplier = _server.With(otherToken);
        var added = await Send(party, HttpMethod.Post, $"/api/v1/cases/{id}/files?title=Prices&restricted=yes", "secret", HttpStatusCode.Created);
        string file = added.GetProperty("id").GetString()!;
        Assert.Equal("secret", await party.GetStringAsync($"/api/v1/cases/{id}/files/{file}"));
        Assert.Equal("secret", await officer.GetStringAsync($"/api/v1/cases/{id}/files/{file}"));
        Assert.Equal(HttpStatusCode.NotFound, (await supplier.GetAsync($"/api/v1/cases/{id}/files/{file}")).StatusCode);
        string seen = await supplier.GetStringAsync($"/api/v1/cases/{id}/files");
        Assert.Contains("F-001", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Prices", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(file, seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_duty_of_a_mitigation_agreement_is_followed_up()
    {
        using var officer = _server.With(await _server.Token("case-officer"));
        string id = await Open(officer, null);
        var duty = await Send(officer, HttpMethod.Post, $"/api/v1/cases/{id}/duties", """{"text":"Report on access","first":"2026-01-31","everyMonths":1}""", HttpStatusCode.Created);
        string path = $"/api/v1/cases/{id}/duties/{duty.GetProperty("id").GetString()}/reports";
        await Send(officer, HttpMethod.Post, path, """{"due":"2026-01-31","done":"2026-01-30","evidence":"F-001"}""", HttpStatusCode.NoContent);
        await Send(officer, HttpMethod.Post, path, """{"due":"2026-02-01","done":"2026-01-30","evidence":"F-001"}""", HttpStatusCode.UnprocessableEntity);
        var days = (await Get(officer, $"/api/v1/cases/{id}/duties?as_of=2026-03-01")).GetProperty("duties")[0].GetProperty("days");
        Assert.Equal("2026-01-31 done, 2026-02-28 overdue, 2026-03-31 ahead", string.Join(", ", days.EnumerateArray().Select(d => $"{d.GetProperty("due").GetString()} {d.GetProperty("state").GetString()}")));
    }

    [Fact]
    public async Task Only_the_organization_that_runs_the_server_makes_others()
    {
        using var other = _server.With((await Organization("Another")).Token);
        await Send(other, HttpMethod.Post, "/api/v1/organizations", """{"name":"A third"}""", HttpStatusCode.Forbidden);
        using var first = _server.With();
        await Send(first, HttpMethod.Post, "/api/v1/organizations", """{"name":" "}""", HttpStatusCode.UnprocessableEntity);
    }

    private static Task<string> Open(HttpClient officer, string? decision) => Opened(officer,
        $$"""{"procedure":"us-icts/review","title":"Base stations","day":"2026-01-05","statements":{"source":"information"{{(decision is null ? ",\"transaction\":\"Two base stations\"" : "")}}}{{(decision is null ? "" : $",\"decision\":\"{decision}\"")}}}""");

    private static async Task<string> Opened(HttpClient officer, string body) => (await Send(officer, HttpMethod.Post, "/api/v1/cases", body, HttpStatusCode.Created)).GetProperty("id").GetString()!;

    private static async Task<string> Decide(HttpClient client)
    {
        var answer = await client.PostAsync("/api/v1/decide", new StringContent("""{"asOf":"2026-01-02","facts":{"actor":["usf-recipient"],"act":"procure","producer":{"name":"Huawei"}}}"""));
        return answer.Headers.GetValues("Rubicon-Decision").Single();
    }

    private async Task<(string Id, string Token)> Organization(string name)
    {
        using var first = _server.With();
        var made = await Send(first, HttpMethod.Post, "/api/v1/organizations", $$"""{"name":"{{name}}"}""", HttpStatusCode.Created);
        return (made.GetProperty("organization").GetString()!, made.GetProperty("token").GetString()!);
    }

    private static async Task<string> Tag(HttpClient client, string id) => (await client.GetAsync($"/api/v1/cases/{id}")).Headers.ETag!.ToString();

    private static Task<JsonElement> Step(HttpClient client, string id, string step, string day, params (string Id, string Text)[] statements) => Step(client, id, step, day, HttpStatusCode.Created, statements);

    private static async Task<JsonElement> Step(HttpClient client, string id, string step, string day, HttpStatusCode expected, params (string Id, string Text)[] statements) =>
        await Send(client, HttpMethod.Post, $"/api/v1/cases/{id}/events", JsonSerializer.Serialize(new { step, day, statements = statements.ToDictionary(s => s.Id, s => s.Text) }), expected, await Tag(client, id));

    private static async Task<JsonElement> Get(HttpClient client, string path) => JsonDocument.Parse(await client.GetStringAsync(path)).RootElement;

    private static async Task<JsonElement> Send(HttpClient client, HttpMethod method, string path, string body, HttpStatusCode expected, string? match = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (match is not null) request.Headers.TryAddWithoutValidation("If-Match", match);
        var answer = await client.SendAsync(request);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(expected == answer.StatusCode, $"{method} {path}: {answer.StatusCode} {text}");
        return text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default;
    }
}
