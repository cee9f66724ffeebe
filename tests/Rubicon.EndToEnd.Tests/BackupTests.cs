using System.Net;
using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>`rubicon backup` beside the running server, and `rubicon restore` into a folder that another server then opens.</summary>
public sealed class BackupTests
{
    private static readonly byte[] Request = File.ReadAllBytes(Path.Combine(Repository.Root, "examples", "decisions", "office-camera.json"));

    [Fact]
    public async Task What_is_backed_up_beside_a_running_server_is_served_after_a_restore()
    {
        using var folder = new TemporaryFolder();
        string backup = folder.In("store.rubicon"), restored = folder.In("restored"), decision, token;
        using (var server = await RunningServer.Start(folder.In("data")))
        {
            token = server.FirstToken!;
            using var client = server.With();
            decision = (await client.PostAsync("/api/v1/decide", new ByteArrayContent(Request))).Headers.GetValues("Rubicon-Decision").Single();
            var run = Run.Rubicon("backup", backup, "--data", server.Folder);
            Assert.True(run.ExitCode == 0, run.Errors);
            Assert.StartsWith("backed up and checked: ", run.Output, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("/api/v1/decide", new ByteArrayContent(Request))).StatusCode);
        }
        Assert.Equal([Path.GetFileName(backup), "data"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).Reverse());
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup));
        Assert.Equal(0, Run.Rubicon("restore", backup, "--data", restored).ExitCode);
        Assert.Equal(5, Run.Rubicon("restore", backup, "--data", restored).ExitCode);
        Assert.StartsWith("whole: ", Run.Rubicon("log", "verify", "--data", restored).Output, StringComparison.Ordinal);
        using var again = await RunningServer.Start(restored);
        using var reader = again.With(token);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"/api/v1/decisions/{decision}")).StatusCode);
    }

    [Fact]
    public void A_backup_that_cannot_be_says_why()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("taken", "x");
        Assert.Equal(5, Run.Rubicon("backup", folder.In("b"), "--data", folder.In("none")).ExitCode);
        var taken = Run.Rubicon("backup", file, "--data", folder.In("none"));
        Assert.Equal((5, true), (taken.ExitCode, taken.Errors.Contains("RUB9101", StringComparison.Ordinal)));
        var damaged = Run.Rubicon("restore", file, "--data", folder.In("other"));
        Assert.Equal((5, true), (damaged.ExitCode, damaged.Errors.Contains("RUB9100", StringComparison.Ordinal)));
        Assert.Equal(65, Run.Rubicon("restore", folder.In("missing"), "--data", folder.In("other")).ExitCode);
    }
}
