using Rubicon.Cli.Tables;
using Rubicon.Reports;
using Rubicon.Screening;

namespace Rubicon.Cli.Scanning;

/// <summary>Several reports of one run. A file appears under its name only when it is whole: a run that ends early leaves the old one.</summary>
internal sealed class ReportOutputs : IReportWriter, IDisposable
{
    public static readonly string[] Formats = ["table", "json", "jsonl", "sarif", "csv", "html"];

    private readonly List<(IReportWriter Writer, Stream? Stream, string? Temporary, string? Final)> _outputs = [];

    public ReportOutputs(IEnumerable<OutputChoice> choices, bool all)
    {
        foreach (var choice in choices) Open(choice, all);
    }

    public void Begin(ReportHead head)
    {
        foreach (var output in _outputs) output.Writer.Begin(head);
    }

    public void Write(Decision decision)
    {
        foreach (var output in _outputs) output.Writer.Write(decision);
    }

    public void End(Coverage coverage)
    {
        foreach (var (writer, stream, temporary, final) in _outputs)
        {
            writer.End(coverage);
            stream?.Flush();
            if (temporary is null) continue;
            stream!.Dispose();
            File.Move(temporary, final!, overwrite: true);
        }
    }

    public void Dispose()
    {
        foreach (var (_, stream, temporary, _) in _outputs)
        {
            stream?.Dispose();
            if (temporary is not null && File.Exists(temporary)) File.Delete(temporary);
        }
    }

    private void Open(OutputChoice choice, bool all)
    {
        if (choice.Format == "table")
        {
            var (writer, stream, temporary) = TextOf(choice.File);
            bool terminal = choice.File is null && !Console.IsOutputRedirected;
            bool color = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
            _outputs.Add((new TableReport(TerminalConsole.Create(writer, terminal, true, color, terminal ? Console.WindowWidth : 0), all), stream, temporary, choice.File));
            return;
        }
        string? partial = choice.File is null || IsDevice(choice.File) ? null : choice.File + ".partial";
        var bytes = new BufferedStream(choice.File is null ? Console.OpenStandardOutput() : Create(choice.File!), 1 << 16);
        IReportWriter report = choice.Format switch
        {
            "json" => new JsonReport(bytes),
            "jsonl" => new JsonLinesReport(bytes),
            "sarif" => new SarifReport(bytes),
            "csv" => new CsvReport(bytes),
            _ => new HtmlReport(bytes),
        };
        _outputs.Add((report, bytes, partial, choice.File));
    }

    /// <summary>A device is written to as it is: a file moved over it would take its place.</summary>
    internal static bool IsDevice(string file) => Path.GetFullPath(file).StartsWith("/dev/", StringComparison.Ordinal);

    /// <summary>The file to write to until the report is whole. What goes wrong names the file that was asked for.</summary>
    private static FileStream Create(string file)
    {
        try
        {
            return IsDevice(file) ? new FileStream(file, FileMode.Open, FileAccess.Write) : File.Create(file + ".partial");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{file}: {(error is UnauthorizedAccessException ? "no right to write there" : error is DirectoryNotFoundException ? "the folder does not exist" : error.Message)}", error);
        }
    }

    private static (TextWriter Writer, Stream? Stream, string? Temporary) TextOf(string? file)
    {
        if (file is null) return (Console.Out, null, null);
        var stream = Create(file);
        return (new StreamWriter(stream, new System.Text.UTF8Encoding(false)) { AutoFlush = true }, stream, IsDevice(file) ? null : file + ".partial");
    }
}
