using System.Net;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>Starts, stops, kills and damage of the real server.</summary>
public sealed class ServerLifeTests
{
    private static readonly byte[] Request = File.ReadAllBytes(Path.Combine(Repository.Root, "examples", "decisions", "office-camera.json"));

    [Fact]
    public async Task The_first_start_alone_prints_a_token_which_goes_on_opening_until_it_is_revoked()
    {
        using var folder = new TemporaryFolder();
        string data = Path.Combine(folder.Path, "data"), token;
        using (var first = await RunningServer.Start(data))
        {
            token = Assert.IsType<string>(first.FirstToken);
            Assert.Equal(0, await first.Stop());
        }
        using var second = await RunningServer.Start(data);
        Assert.Null(second.FirstToken);
        using var client = second.With(token);
        string tokens = await client.GetStringAsync("/api/v1/tokens");
        Assert.DoesNotContain(token, tokens, StringComparison.Ordinal);
        string id = System.Text.Json.JsonDocument.Parse(tokens).RootElement.GetProperty("tokens")[0].GetProperty("id").GetString()!;
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/api/v1/tokens/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/tokens")).StatusCode);
    }

    /// <summary>The short version of the kill test: no acknowledged write is lost, none is half there, and the log is whole.</summary>
    [Fact]
    public async Task A_kill_in_the_middle_of_writes_loses_nothing_that_was_acknowledged()
    {
        using var folder = new TemporaryFolder();
        string data = Path.Combine(folder.Path, "data");
        string? token = null;
        var acknowledged = new System.Collections.Concurrent.ConcurrentBag<string>();
        var random = new Random(11);
        for (int round = 0; round < 4; round++)
        {
            using var server = await RunningServer.Start(data);
            token ??= server.FirstToken;
            using var client = server.With(token);
            var senders = Enumerable.Range(0, 4).Select(_ => Task.Run(() => Send(client, acknowledged))).ToList();
            int before = acknowledged.Count;
            for (int waited = 0; acknowledged.Count < before + 10 && waited < 60_000; waited += 20) await Task.Delay(20);
            await Task.Delay(random.Next(100));
            server.Kill();
            await Task.WhenAll(senders);
            var check = Run.Rubicon("log", "verify", "--data", data);
            Assert.True(check.ExitCode == 0, check.Errors);
        }
        Assert.True(acknowledged.Count >= 40, $"{acknowledged.Count} acknowledged");
        using var last = await RunningServer.Start(data);
        using var reader = last.With(token);
        foreach (string id in acknowledged) Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"/api/v1/decisions/{id}")).StatusCode);
    }

    [Fact]
    public async Task A_changed_byte_is_found_without_the_server()
    {
        using var folder = new TemporaryFolder();
        string data = Path.Combine(folder.Path, "data");
        using (var server = await RunningServer.Start(data))
        {
            using var client = server.With();
            await client.PostAsync("/api/v1/decide", new ByteArrayContent(Request));
            Assert.Equal(0, await server.Stop());
        }
        Assert.StartsWith("whole: ", Run.Rubicon("log", "verify", "--data", data).Output, StringComparison.Ordinal);
        string file = Path.Combine(data, "rubicon.db");
        byte[] bytes = File.ReadAllBytes(file);
        int at = bytes.AsSpan().IndexOf("decision recorded"u8);
        bytes[at] = (byte)'D';
        File.WriteAllBytes(file, bytes);
        var check = Run.Rubicon("log", "verify", "--data", data);
        Assert.Equal(5, check.ExitCode);
        Assert.Contains("RUB6501", check.Errors, StringComparison.Ordinal);
        Assert.StartsWith("NOT WHOLE", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_cannot_be_says_why()
    {
        using var folder = new TemporaryFolder();
        using var server = await RunningServer.Start(Path.Combine(folder.Path, "data"));
        string other = Path.Combine(folder.Path, "other");
        var taken = Run.Rubicon("serve", "--urls", server.Address.OriginalString, "--data", other);
        Assert.Equal(74, taken.ExitCode);
        Assert.Contains("RUB6612", taken.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("rubicon_", taken.Output, StringComparison.Ordinal);
        var remote = Run.Rubicon("serve", "--urls", "http://0.0.0.0:9", "--data", other);
        Assert.Equal(64, remote.ExitCode);
        Assert.Contains("--allow-remote", remote.Errors, StringComparison.Ordinal);
        Assert.Equal(5, Run.Rubicon("log", "verify", "--data", Path.Combine(folder.Path, "none")).ExitCode);
    }

    private static async Task Send(HttpClient client, System.Collections.Concurrent.ConcurrentBag<string> acknowledged)
    {
        try
        {
            while (true)
            {
                var answer = await client.PostAsync("/api/v1/decide", new ByteArrayContent(Request));
                if (answer.IsSuccessStatusCode) acknowledged.Add(answer.Headers.GetValues("Rubicon-Decision").Single());
            }
        }
        catch (HttpRequestException)
        {
            // The server was killed, which is what this is for.
        }
    }
}
