using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>One server for the tests that leave it running.</summary>
public sealed class ServerFixture : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    internal RunningServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await RunningServer.Start(Path.Combine(_folder.Path, "data"));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Server.Dispose();
        _folder.Dispose();
    }
}
