using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Rubicon.EndToEnd.Tests.Program;

/// <summary>One run of the real program. Every run is checked for traces of the runtime: a user never sees one.</summary>
internal sealed record Run(int ExitCode, byte[] Bytes, string Errors)
{
    private const int LongestMs = 120_000;

    public string Output => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    public static Run Rubicon(params string[] arguments) => new Call { Arguments = arguments }.Start();

    /// <summary>A run whose folder, environment or standard input matter.</summary>
    internal sealed record Call
    {
        public required string[] Arguments { get; init; }

        public string Folder { get; init; } = Repository.Root;

        public byte[] Input { get; init; } = [];

        public (string Name, string? Value)[] Environment { get; init; } = [];

        public Run Start()
        {
            var start = new ProcessStartInfo(Repository.Program, Arguments)
            {
                WorkingDirectory = Folder,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardErrorEncoding = Encoding.UTF8,
                UseShellExecute = false,
            };
            // What the tester's own machine says about actors and packs is not part of any test.
            foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("RUBICON_", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
            start.Environment["XDG_CONFIG_HOME"] = Path.Combine(Path.GetTempPath(), "rubicon-tests-without-settings");
            start.Environment["XDG_DATA_HOME"] = Path.Combine(Path.GetTempPath(), "rubicon-tests-without-lists");
            foreach (var (name, value) in Environment) start.Environment[name] = value;
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = new MemoryStream();
            var copied = process.StandardOutput.BaseStream.CopyToAsync(output);
            process.StandardInput.BaseStream.Write(Input);
            process.StandardInput.Close();
            if (!process.WaitForExit(LongestMs))
            {
                process.Kill(entireProcessTree: true);
                Assert.Fail($"rubicon {string.Join(' ', Arguments)} ran longer than {LongestMs} ms");
            }
            copied.GetAwaiter().GetResult();
            var run = new Run(process.ExitCode, output.ToArray(), errors.GetAwaiter().GetResult());
            Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("Unhandled exception", run.Errors, StringComparison.Ordinal);
            Assert.NotEqual(70, run.ExitCode);
            return run;
        }
    }
}
