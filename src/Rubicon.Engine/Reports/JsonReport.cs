using Rubicon.Reports.Json;
using Rubicon.Screening;

namespace Rubicon.Reports;

/// <summary>
/// The report as one JSON object (schema/report.schema.json): UTF-8 without byte order mark, indented, LF. Written in a
/// stream; memory does not grow with the number of decisions. The stream is flushed at the end and stays open.
/// </summary>
public sealed class JsonReport(Stream stream) : IReportWriter
{
    private readonly JsonOutput _output = new(stream, indented: true);

    /// <summary>
    /// How many bytes the report has so far: after <see cref="Begin"/> the length of its head, after each decision the place where that one ends. So one
    /// decision can be read again (<see cref="ReportPart"/>) without the rest.
    /// </summary>
    public long Position => _output.Position;

    /// <inheritdoc/>
    public void Begin(ReportHead head)
    {
        _output.Writer.WriteStartObject();
        HeadJson.Write(_output.Writer, head);
        _output.Writer.WriteStartArray("decisions");
        _output.Pause();
    }

    /// <inheritdoc/>
    public void Write(Decision decision)
    {
        _output.Writer.WriteStartObject();
        DecisionJson.Write(_output.Writer, decision);
        _output.Writer.WriteEndObject();
        _output.Pause();
    }

    /// <inheritdoc/>
    public void End(Coverage coverage)
    {
        _output.Writer.WriteEndArray();
        _output.Writer.WriteStartObject("coverage");
        CoverageJson.Write(_output.Writer, coverage);
        _output.Writer.WriteEndObject();
        _output.Writer.WriteEndObject();
        _output.EndLine();
        _output.Finish();
    }
}
