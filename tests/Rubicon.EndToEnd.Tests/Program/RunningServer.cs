using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Rubicon.EndToEnd.Tests.Program;

/// <summary>The real server, started by `rubicon serve` on a free port of this machine, and stopped by its process id.</summary>
internal sealed class RunningServer : IDisposable
{
    private const int LongestStartMs = 120_000;

    private readonly Process _process;
    private readonly StringBuilder _output = new();

    private RunningServer(Process process, Uri address, string folder)
    {
        (_process, Address, Folder) = (process, address, folder);
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
    }

    public Uri Address { get; }

    public string Folder { get; }

    /// <summary>A client without a token.</summary>
    public HttpClient Client { get; }

    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>The administrator's token, which only a first start prints.</summary>
    public string? FirstToken => Output.Split('\n').FirstOrDefault(l => l.StartsWith("rubicon_", StringComparison.Ordinal))?.Trim();

    public static async Task<RunningServer> Start(string folder, params string[] more)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var start = new ProcessStartInfo(Repository.Program, ["serve", "--urls", address.OriginalString, "--data", folder, .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var server = new RunningServer(Process.Start(start)!, address, folder);
        server._process.OutputDataReceived += (_, line) => server.Keep(line.Data);
        server._process.ErrorDataReceived += (_, line) => server.Keep(line.Data);
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        for (int waited = 0; !server.Output.Contains("rubicon: listening on", StringComparison.Ordinal); waited += 100)
        {
            if (server._process.HasExited || waited > LongestStartMs)
            {
                string said = server.Output;
                server.Dispose();
                Assert.Fail($"the server did not start: {said}");
            }
            await Task.Delay(100);
        }
        return server;
    }

    /// <summary>A client with a token, the administrator's by default.</summary>
    public HttpClient With(string? token = null) =>
        new() { BaseAddress = Address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token ?? FirstToken) } };

    /// <summary>A new token of a role, in the organization of an administrator: the first one by default.</summary>
    public async Task<string> Token(string role, string? administrator = null)
    {
        using var client = With(administrator);
        var answer = await client.PostAsync("/api/v1/tokens", new StringContent($$"""{"name":"for a test","role":"{{role}}"}""", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("token").GetString()!;
    }

    /// <summary>Asks it to stop, as a service manager does; the exit code.</summary>
    public async Task<int> Stop()
    {
        using (var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
        using var patience = new CancellationTokenSource(60_000);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Ends it at once (-9), as a power cut does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
        Client.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        lock (_output) _output.Append(line).Append('\n');
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
