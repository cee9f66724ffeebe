using Rubicon.Reports.Json;
using Rubicon.Screening;

namespace Rubicon.Reports;

/// <summary>
/// The report as JSON Lines: the head, a line for each decision, the coverage block last, told apart by <c>type</c>
/// ("head", "decision", "coverage"). A file without its last line was cut off. Written in a stream; memory is flat. The
/// stream is flushed at the end and stays open.
/// </summary>
public sealed class JsonLinesReport(Stream stream) : IReportWriter
{
    private readonly JsonOutput _output = new(stream, indented: false);

    /// <inheritdoc/>
    public void Begin(ReportHead head)
    {
        Open("head");
        HeadJson.Write(_output.Writer, head);
        Close();
    }

    /// <inheritdoc/>
    public void Write(Decision decision)
    {
        Open("decision");
        DecisionJson.Write(_output.Writer, decision);
        Close();
    }

    /// <inheritdoc/>
    public void End(Coverage coverage)
    {
        Open("coverage");
        CoverageJson.Write(_output.Writer, coverage);
        Close();
        _output.Finish();
    }

    private void Open(string type)
    {
        _output.Writer.WriteStartObject();
        _output.Writer.WriteString("type", type);
    }

    private void Close()
    {
        _output.Writer.WriteEndObject();
        _output.EndLine();
    }
}
