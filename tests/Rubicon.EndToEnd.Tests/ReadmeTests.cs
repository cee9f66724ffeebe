using Rubicon.EndToEnd.Tests.Program;

namespace Rubicon.EndToEnd.Tests;

/// <summary>Runs what the README shows. A line "..." stands for any lines; every other line must come out as it stands, in that order.</summary>
public sealed class ReadmeTests
{
    private const string Program = "artifacts/bin/Rubicon.Cli/release/rubicon ";

    [Fact]
    public void Every_command_of_the_README_prints_what_the_README_shows()
    {
        Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts"));
        int commands = 0;
        foreach (var (command, shown) in Commands())
        {
            Assert.StartsWith(Program, command, StringComparison.Ordinal);
            string[] lines = [.. Run.Rubicon(command[Program.Length..].Split(' ')).Output.Split('\n').Select(l => l.TrimEnd())];
            AssertInOrder(shown, lines, command);
            commands++;
        }
        Assert.True(commands >= 5, $"only {commands} commands were found in the README");
    }

    private static IEnumerable<(string Command, List<string> Shown)> Commands()
    {
        bool inside = false;
        string? command = null;
        var shown = new List<string>();
        foreach (string line in File.ReadLines(Path.Combine(Repository.Root, "README.md")))
        {
            bool fence = line.StartsWith("```", StringComparison.Ordinal);
            if (command is not null && (fence || line.StartsWith("$ ", StringComparison.Ordinal)))
            {
                yield return (command, shown);
                (command, shown) = (null, []);
            }
            if (fence) inside = line == "```console";
            else if (inside && line.StartsWith("$ ", StringComparison.Ordinal)) command = line[2..];
            else if (inside) shown.Add(line);
        }
    }

    private static void AssertInOrder(List<string> shown, string[] output, string command)
    {
        int at = 0;
        bool anywhere = false;
        foreach (string line in shown)
        {
            if (line == "...")
            {
                anywhere = true;
                continue;
            }
            int found = anywhere ? Array.IndexOf(output, line, at) : at < output.Length && output[at] == line ? at : -1;
            Assert.True(found >= 0, $"README shows for `{command}` a line that does not come out there: {line}");
            at = found + 1;
            anywhere = false;
        }
    }
}
