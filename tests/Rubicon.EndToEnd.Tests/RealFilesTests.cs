using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Rubicon.EndToEnd.Tests.Program;
using Xunit.Abstractions;

namespace Rubicon.EndToEnd.Tests;

/// <summary>Real files that nobody wrote for this program, where they are to be had: every one is accounted for, and no label of a named company is passed.</summary>
public sealed class RealFilesTests(ITestOutputHelper output)
{
    private const string Carrier = "usf-recipient,broadband-provider,us-person";

    [Theory]
    [InlineData("bom/cyclonedx-examples", 2000)]
    [InlineData("devices/snmp/walks", 800)]
    public void A_folder_of_real_files_is_scanned_and_accounted_for(string path, int atLeast)
    {
        if (Repository.SharedData is not { } shared || !Directory.Exists(Path.Combine(shared, path)))
        {
            output.WriteLine($"skipped: no folder {path} in shared/data beside the repository");
            return;
        }
        var run = new Run.Call { Arguments = ["scan", path, "--actor", Carrier, "--as-of", "2026-11-21", "-q", "-o", "json"], Folder = shared }.Start();
        Assert.Equal(3, run.ExitCode);
        var report = run.Json;
        IsTrue(report, atLeast);
        int files = Directory.EnumerateFiles(Path.Combine(shared, path), "*", SearchOption.AllDirectories).Count(f => Path.GetFileName(f) is not "README.md");
        Assert.Equal(files, report.GetProperty("coverage").GetProperty("inputs").GetArrayLength());
        NoneOfTheNamedIsPassed(report);
    }

    [Fact]
    public void A_list_of_2000_real_supplier_names_is_scanned()
    {
        string? file = Repository.SharedData is { } shared ? Path.Combine(shared, "names", "real_names_union.tsv.gz") : null;
        if (!File.Exists(file))
        {
            output.WriteLine("skipped: no names/real_names_union.tsv.gz in shared/data beside the repository");
            return;
        }
        const int every = 113, wanted = 2000;
        using var folder = new TemporaryFolder();
        var table = new StringBuilder("supplier\n");
        using (var names = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress)))
        {
            for (int line = 0, taken = 0; taken < wanted && names.ReadLine() is { } row; line++)
            {
                if (line % every != 0) continue;
                taken++;
                table.Append($"\"{row[(row.IndexOf('\t', StringComparison.Ordinal) + 1)..].Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");
            }
        }
        folder.Write("suppliers.csv", table.ToString());
        var run = new Run.Call { Arguments = ["scan", "suppliers.csv", "--actor", Carrier, "--as-of", "2026-11-21", "-q", "-o", "json"], Folder = folder.Path }.Start();
        Assert.Contains(run.ExitCode, new[] { 0, 1, 3 });
        IsTrue(run.Json, wanted);
        NoneOfTheNamedIsPassed(run.Json);
    }

    private void IsTrue(JsonElement report, int atLeast)
    {
        var coverage = report.GetProperty("coverage");
        int read = coverage.GetProperty("read").GetInt32(), decided = coverage.GetProperty("decided").GetInt32(), not = coverage.GetProperty("notAssessed").GetInt32();
        Assert.True(read >= atLeast, $"read {read}");
        Assert.Equal(read, decided + not);
        var outcomes = report.GetProperty("decisions").EnumerateArray().CountBy(d => d.GetProperty("outcome").GetString()!).ToDictionary();
        output.WriteLine($"read {read}: {string.Join(", ", outcomes.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => $"{o.Value} {o.Key}"))}");
        Assert.Equal(read, outcomes.Values.Sum());
        Assert.Equal(not, outcomes.GetValueOrDefault("not-assessed"));
        Assert.Equal(not, coverage.GetProperty("reasons").EnumerateArray().Sum(r => r.GetProperty("count").GetInt32()));
        Assert.Equal(read, coverage.GetProperty("inputs").EnumerateArray().Sum(i => i.GetProperty("records").GetInt32()));
    }

    /// <summary>Whoever the lists name is at least a question for a carrier: never allowed, by whatever it is known.</summary>
    private static void NoneOfTheNamedIsPassed(JsonElement report)
    {
        foreach (var decision in report.GetProperty("decisions").EnumerateArray())
        {
            if (decision.GetProperty("outcome").GetString() != "allowed") continue;
            string title = decision.GetProperty("subject").GetProperty("title").GetString()!;
            foreach (string name in new[] { "huawei", "zte ", "hikvision", "dahua", "hytera", "kaspersky", "china mobile", "china telecom", "china unicom" })
                Assert.DoesNotContain(name, title + " ", StringComparison.OrdinalIgnoreCase);
        }
    }
}
