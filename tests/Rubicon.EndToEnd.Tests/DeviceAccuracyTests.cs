using System.Diagnostics;
using Rubicon.EndToEnd.Tests.Program;
using Xunit.Abstractions;

namespace Rubicon.EndToEnd.Tests;

/// <summary>The gate of accuracy on real walks: no maker that was found may be lost, no figure may fall below the frozen ones.</summary>
public sealed class DeviceAccuracyTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Devices_of_real_walks_are_identified_no_worse_than_the_baseline()
    {
        string? folder = Repository.SharedData is { } shared ? Path.Combine(shared, "devices", "snmp") : null;
        if (folder is null || !Directory.Exists(Path.Combine(folder, "walks")))
        {
            output.WriteLine("skipped: no devices/snmp/walks in shared/data beside the repository");
            return;
        }
        string program = Repository.Program.Replace("Rubicon.Cli", "Rubicon.Benchmarks", StringComparison.Ordinal);
        program = Path.Combine(Path.GetDirectoryName(program)!, "Rubicon.Benchmarks" + Path.GetExtension(program));
        if (!File.Exists(program))
        {
            output.WriteLine($"skipped: the benchmarks are not built ({program})");
            return;
        }
        var start = new ProcessStartInfo(program, ["accuracy", "devices", folder, Path.Combine(Repository.Root, "bench", "Rubicon.Benchmarks", "Accuracy", "devices.baseline.json")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        output.WriteLine(text);
        Assert.True(process.ExitCode == 0, text + await errors);
        Assert.Contains("not below the baseline", text, StringComparison.Ordinal);
    }
}
