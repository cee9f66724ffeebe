using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rubicon.EndToEnd.Tests.Program;
using Xunit.Abstractions;

namespace Rubicon.EndToEnd.Tests;

/// <summary>Webhooks of the real server: signed, sent at least once, tried again, and never into the network of the server unless that is allowed.</summary>
public sealed class ServerWebhookTests(ITestOutputHelper output)
{
    private static readonly byte[] Request = File.ReadAllBytes(Path.Combine(Repository.Root, "examples", "decisions", "office-camera.json"));

    [Fact]
    public async Task A_message_is_signed_and_tried_again_until_it_is_taken()
    {
        using var folder = new TemporaryFolder();
        using var server = await RunningServer.Start(Path.Combine(folder.Path, "data"), "--allow-private-webhooks");
        using var client = server.With();
        using var listener = new HttpListener();
        int port = RunningServer.FreePort();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        var messages = new BlockingCollection<(string Id, string Signature, string Body)>();
        var listening = Task.Run(() => Listen(listener, messages));
        var made = await Post(client, "/api/v1/webhooks", $$"""{"url":"http://127.0.0.1:{{port}}/hook","events":["decision.recorded"]}""", HttpStatusCode.Created);
        string secret = made.GetProperty("secret").GetString()!, id = made.GetProperty("id").GetString()!;
        var decided = await client.PostAsync("/api/v1/decide", new ByteArrayContent(Request));
        string decision = decided.Headers.GetValues("Rubicon-Decision").Single();
        // The first try is answered with 500.
        Assert.True(messages.TryTake(out var first, 60_000));
        Assert.True(messages.TryTake(out var second, 60_000));
        Assert.Equal((first.Id, first.Body), (second.Id, second.Body));
        Assert.Equal(decision, JsonDocument.Parse(second.Body).RootElement.GetProperty("id").GetString());
        string[] parts = second.Signature.Split(["t=", ",v1="], StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{parts[0]}.{second.Body}"))), parts[1]);
        Assert.DoesNotContain(secret, await client.GetStringAsync("/api/v1/webhooks"), StringComparison.Ordinal);
        string state = "";
        for (int i = 0; i < 100 && state != "sent"; i++)
        {
            await Task.Delay(100);
            state = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/webhooks/{id}/messages")).RootElement.GetProperty("messages")[0].GetProperty("state").GetString()!;
        }
        Assert.Equal("sent", state);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync($"/api/v1/webhooks/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.DeleteAsync($"/api/v1/webhooks/{id}")).StatusCode);
        Assert.Equal(0, Run.Rubicon("log", "verify", "--data", server.Folder).ExitCode);
        listener.Stop();
        await listening;
    }

    [Fact]
    public async Task A_private_address_is_refused_as_it_stands_and_as_a_name()
    {
        using var folder = new TemporaryFolder();
        using var server = await RunningServer.Start(Path.Combine(folder.Path, "data"));
        using var client = server.With();
        foreach (string url in new[] { "http://127.0.0.1:1/", "http://localhost/", "http://10.1.2.3/", "https://[::1]/", "http://169.254.169.254/latest", "http://[::ffff:192.168.0.1]/", "ftp://example.com/", "https://user:word@example.com/", "example" })
            Assert.Equal("RUB9104", (await Post(client, "/api/v1/webhooks", JsonSerializer.Serialize(new { url }), HttpStatusCode.UnprocessableEntity)).GetProperty("code").GetString());
        Assert.Equal("RUB9104", (await Post(client, "/api/v1/webhooks", """{"url":"https://example.com/","events":["all"]}""", HttpStatusCode.UnprocessableEntity)).GetProperty("code").GetString());
        // A name that leads to this machine is found out when a message is to be sent.
        if (Inside() is not { } name)
        {
            output.WriteLine("skipped: no name of this machine can be looked up");
            return;
        }
        string id = (await Post(client, "/api/v1/webhooks", $$"""{"url":"http://{{name}}:9/"}""", HttpStatusCode.Created)).GetProperty("id").GetString()!;
        await client.PostAsync("/api/v1/decide", new ByteArrayContent(Request));
        string told = "";
        for (int i = 0; i < 300 && told.Length == 0; i++)
        {
            await Task.Delay(100);
            var message = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/webhooks/{id}/messages")).RootElement.GetProperty("messages")[0];
            told = message.TryGetProperty("told", out var text) ? text.GetString()! : "";
        }
        Assert.Equal("the address is inside the network", told);
        using var viewer = server.With(await server.Token("analyst"));
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.GetAsync("/api/v1/webhooks")).StatusCode);
    }

    /// <summary>A name, other than localhost, that leads to this machine alone.</summary>
    private static string? Inside() => new[] { Dns.GetHostName(), "ip6-localhost", "localhost.localdomain" }.FirstOrDefault(n =>
    {
        try
        {
            return Dns.GetHostAddresses(n) is { Length: > 0 } found && found.All(a => IPAddress.IsLoopback(a) || a.ToString().StartsWith("10.", StringComparison.Ordinal) || a.ToString().StartsWith("172.1", StringComparison.Ordinal) || a.ToString().StartsWith("192.168.", StringComparison.Ordinal));
        }
        catch (System.Net.Sockets.SocketException)
        {
            return false;
        }
    });

    private static void Listen(HttpListener listener, BlockingCollection<(string, string, string)> messages)
    {
        try
        {
            for (int n = 0; ; n++)
            {
                var context = listener.GetContext();
                using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
                string body = reader.ReadToEnd();
                context.Response.StatusCode = n == 0 ? 500 : 204;
                context.Response.Close();
                messages.Add((context.Request.Headers["Rubicon-Message"]!, context.Request.Headers["Rubicon-Signature"]!, body));
            }
        }
        catch (HttpListenerException)
        {
            // The test is done and stopped it.
        }
    }

    private static async Task<JsonElement> Post(HttpClient client, string path, string body, HttpStatusCode expected)
    {
        var answer = await client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(expected == answer.StatusCode, $"{(int)answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
