using System.CommandLine.Parsing;
using System.Text;
using Rubicon.Diagnostics;

namespace Rubicon.Cli;

/// <summary>One answer as text, JSON or an HTML page, to standard output or a file: <c>-o html</c>, <c>-o html=guide.html</c>.</summary>
internal static class PageOutput
{
    /// <summary>Reports a format that is not one of these words.</summary>
    public static void Check(OptionResult result, params string[] formats)
    {
        if (result.Tokens is [var token] && !formats.Contains(Format(token.Value), StringComparer.Ordinal))
            result.AddError($"{result.Option.Name}: found {Quote.Text(token.Value)}; expected one of {string.Join(", ", formats)}, with =FILE for a file");
    }

    /// <summary>Writes the answer. A file appears under its name only when it is whole.</summary>
    public static void Write(string output, Func<string> text, Func<string> json, Action<Stream> html) => Write(output, (format, stream) =>
    {
        if (format == "html") html(stream);
        else stream.Write(Encoding.UTF8.GetBytes(format == "json" ? json() : text()));
    });

    /// <summary>Writes an answer of any format, which is handed the word of the format and the stream.</summary>
    public static void Write(string output, Action<string, Stream> write)
    {
        int equals = output.IndexOf('=', StringComparison.Ordinal);
        string? file = equals < 0 || output[(equals + 1)..] == "-" ? null : output[(equals + 1)..];
        void To(Stream stream) => write(Format(output), stream);
        if (file is null)
        {
            using var standard = Console.OpenStandardOutput();
            To(standard);
            return;
        }
        if (Scanning.ReportOutputs.IsDevice(file))
        {
            using var device = new FileStream(file, FileMode.Open, FileAccess.Write);
            To(device);
            return;
        }
        using (var stream = File.Create(file + ".partial")) To(stream);
        File.Move(file + ".partial", file, overwrite: true);
    }

    private static string Format(string output) => output.IndexOf('=', StringComparison.Ordinal) is var equals and >= 0 ? output[..equals] : output;
}
