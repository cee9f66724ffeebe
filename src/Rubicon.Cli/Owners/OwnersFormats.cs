using System.CommandLine.Parsing;
using System.Text;

namespace Rubicon.Cli.Owners;

/// <summary>Formats of `rubicon owners`, to standard output or to a file.</summary>
internal static class OwnersFormats
{
    private static readonly string[] Known = ["table", "json", "jsonl", "svg", "html"];

    /// <summary>Reports a format that is not known.</summary>
    public static void Check(OptionResult result)
    {
        if (result.Tokens is [var token] && !Known.Contains(token.Value.Split('=')[0], StringComparer.Ordinal))
            result.AddError($"{result.Option.Name}: found \"{token.Value}\"; expected one of {string.Join(", ", Known)}, or FORMAT=FILE");
    }

    /// <summary>Writes what <paramref name="text"/> gives for the format.</summary>
    public static void Write(string format, Func<string, string> text)
    {
        string[] parts = format.Split('=', 2);
        using Stream stream = parts.Length == 1 || parts[1] == "-" ? Console.OpenStandardOutput() : File.Create(parts[1]);
        stream.Write(Encoding.UTF8.GetBytes(text(parts[0])));
    }
}
