using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Rubicon.Diagnostics;

namespace Rubicon.Cli.Commands;

/// <summary>`rubicon serve`: starts the server program, which takes the place of this one.</summary>
internal static class ServeCommand
{
    private static readonly string Program = OperatingSystem.IsWindows() ? "rubicon-server.exe" : "rubicon-server";

    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "Where to listen (default http://127.0.0.1:8710)." };
        var data = new Option<string>("--data") { Description = "Data folder: database, key and checkpoint of the log (default ./rubicon-data)." };
        var postgres = new Option<string?>("--postgres") { Description = "Connection string of PostgreSQL instead of SQLite; RUBICON_POSTGRES keeps it off the command line." };
        var migrate = new Option<bool>("--migrate") { Description = "Bring the database of an older version up to date; back up first." };
        var remote = new Option<bool>("--allow-remote") { Description = "Listen at an address that other machines reach; put TLS in front of it." };
        var metrics = new Option<string?>("--metrics") { Description = "Where figures of the process can be read on this machine, such as http://127.0.0.1:9710." };
        var webhooks = new Option<bool>("--allow-private-webhooks") { Description = "Let webhooks lead to addresses inside the network of the server." };
        var command = new Command("serve", "Start the server: web pages, API and a record that nobody can change unseen.") { urls, data, postgres, migrate, remote, metrics, webhooks, Shared.Packs };
        command.SetAction(parsed =>
        {
            var arguments = new List<string>();
            void Add(string name, string? value)
            {
                if (value is not null) arguments.AddRange([name, value]);
            }
            Add("--urls", parsed.GetValue(urls));
            Add("--data", parsed.GetValue(data));
            Add("--postgres", parsed.GetValue(postgres));
            Add("--packs", parsed.GetValue(Shared.Packs));
            Add("--metrics", parsed.GetValue(metrics));
            if (parsed.GetValue(webhooks)) arguments.Add("--allow-private-webhooks");
            if (parsed.GetValue(migrate)) arguments.Add("--migrate");
            if (parsed.GetValue(remote)) arguments.Add("--allow-remote");
            return Start(arguments);
        });
        return command;
    }

    /// <summary>
    /// The server program: in the folder `server` beside this one in a release, in its own folder beside this program's in a build.
    /// </summary>
    private static string? Find()
    {
        string own = Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
        string[] places = [Path.Combine(own, "server", Program), Path.Combine(own, "..", "..", "Rubicon.Server", Path.GetFileName(own), Program)];
        return places.Select(Path.GetFullPath).FirstOrDefault(File.Exists);
    }

    private static int Start(List<string> arguments)
    {
        if (Find() is not { } program)
        {
            ProblemPrinter.Print(new Problem(ProblemCatalog.ServerNotFound, new SourceLocation("rubicon serve"), $"no {Program}"));
            return ExitCodes.DataMissing;
        }
        if (!OperatingSystem.IsWindows())
        {
            // The server takes this process over: one process id for service managers, and nothing is left when it is killed.
            Console.Out.Flush();
            _ = Execv(program, [program, .. arguments, null]);
            throw new IOException($"{program} could not be started (error {Marshal.GetLastPInvokeError()})");
        }
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false })!;
        process.WaitForExit();
        return process.ExitCode;
    }

    [DllImport("libc", EntryPoint = "execv", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Execv(string path, string?[] arguments);
}
