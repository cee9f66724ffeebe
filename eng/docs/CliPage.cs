using System.Diagnostics;
using System.Text;

namespace Rubicon.Docs;

/// <summary>The help texts of the real program, every command.</summary>
internal static class CliPage
{
    public static string Text()
    {
        var text = new StringBuilder(Reference.Mark);
        text.Append("# Command line\n\nData goes to standard output, messages to standard error. A day is written YYYY-MM-DD.\n");
        text.Append("\n| exit code | meaning |\n|---|---|\n| 0 | all assessed, nothing at or above `--fail-on` |\n| 1 | something prohibited |\n| 2 | license-required or review at or above `--fail-on` |\n| 3 | incomplete: some input was not assessed, its text was guessed or pages of it are missing, or the law was not kept up to the day |\n| 4 | nothing to assess |\n| 5 | data missing, damaged or older than `--max-data-age` |\n| 64 | wrong use |\n| 65 | input unreadable |\n| 70 | internal error |\n| 74 | input-output error |\n| 130 | interrupted |\n\nA lower number wins between 1 and 4; never 0 after an error.\n");
        Add(text, []);
        return text.ToString();
    }

    private static void Add(StringBuilder text, string[] command)
    {
        string help = Help(command);
        text.Append($"\n## {string.Join(' ', ["rubicon", .. command])}\n\n```\n{help}\n```\n");
        foreach (string name in Subcommands(help)) Add(text, [.. command, name]);
    }

    private static IEnumerable<string> Subcommands(string help) =>
        help.Split('\n').SkipWhile(l => l != "Commands:").Skip(1).TakeWhile(l => l.StartsWith("  ", StringComparison.Ordinal))
            .Where(l => l[2] != ' ').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]);

    private static string Help(string[] command)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "rubicon.dll");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. command, "--help"])
        {
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        string help = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"rubicon {string.Join(' ', command)} --help ended with {process.ExitCode}");
        return string.Join('\n', help.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd())).Trim();
    }
}
