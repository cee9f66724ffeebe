using System.Net;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>Figures of the process on a port of their own.</summary>
public sealed class ServerFigureTests
{
    [Fact]
    public async Task Figures_are_on_their_own_port_and_on_no_other_and_name_nobody()
    {
        using var folder = new TemporaryFolder();
        var own = new Uri($"http://127.0.0.1:{RunningServer.FreePort()}");
        using var server = await RunningServer.Start(Path.Combine(folder.Path, "data"), "--metrics", own.OriginalString);
        using var client = server.With();
        await client.PostAsync("/api/v1/decide", new StringContent("""{"kind":"purchase","actor":["us-person"],"record":{"maker":"Huawei","model":"BBU3900","act":"buy"}}"""));
        using var management = new HttpClient { BaseAddress = own };
        string figures = await management.GetStringAsync("/metrics");
        Assert.Contains("# TYPE rubicon_decisions_total counter\nrubicon_decisions_total{outcome=\"", figures, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_bucket{", figures, StringComparison.Ordinal);
        Assert.DoesNotContain("Huawei", figures, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await management.GetAsync("/readyz")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await management.GetAsync("/api/v1/tokens")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await management.GetAsync("/login")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.GetAsync("/metrics")).StatusCode);
        foreach (string wrong in new[] { "http://0.0.0.0:9", "https://127.0.0.1:9", server.Address.OriginalString })
            Assert.Equal(64, Run.Rubicon("serve", "--urls", server.Address.OriginalString, "--data", Path.Combine(folder.Path, "other"), "--metrics", wrong).ExitCode);
    }
}
