using System.Text.Json;
using Rubicon.Reports.Json;
using Rubicon.Reports.Sarif;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;

namespace Rubicon.Reports;

/// <summary>
/// The report as SARIF 2.1.0 (OASIS, 27 March 2020). A finding that bars is a result of kind <c>fail</c>; one that waits for a
/// fact is <c>open</c>, one that waits for a person <c>review</c>, a rule not in force <c>notApplicable</c>, an allowed record
/// <c>pass</c>, a record that was not assessed <c>open</c>. Written in a stream; memory grows with the number of rules only.
/// The stream is flushed at the end and stays open.
/// </summary>
public sealed class SarifReport(Stream stream) : IReportWriter
{
    private readonly JsonOutput _output = new(stream, indented: true);
    private readonly SarifRules _rules = new();
    private ReportHead? _head;

    private Utf8JsonWriter Json => _output.Writer;

    /// <inheritdoc/>
    public void Begin(ReportHead head)
    {
        _head = head;
        Json.WriteStartObject();
        Json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        Json.WriteString("version", "2.1.0");
        Json.WriteStartArray("runs");
        Json.WriteStartObject();

        // Results come before the rules that they name: rules are known only when the last record is; SARIF orders no members.
        Json.WriteStartArray("results");
    }

    /// <inheritdoc/>
    public void Write(Decision decision)
    {
        bool any = false;
        foreach (var finding in decision.Findings)
        {
            if (finding.Outcome <= Outcome.Allowed) continue;
            any = true;
            SarifResult.Finding(Json, decision, finding, _rules.IndexOf(finding));
        }
        if (!any) SarifResult.Whole(Json, decision, _rules.IndexOf(decision.Outcome));
        foreach (var rule in decision.Pending) SarifResult.Pending(Json, decision, rule, _rules.IndexOf(rule));
        _output.Pause();
    }

    /// <inheritdoc/>
    public void End(Coverage coverage)
    {
        Json.WriteEndArray();
        Json.WriteStartObject("tool");
        Json.WriteStartObject("driver");
        Json.WriteString("name", HeadJson.ToolName);
        Json.WriteString("version", _head!.ToolVersion);
        _rules.Write(Json);
        Json.WriteEndObject();
        Json.WriteEndObject();
        SarifInvocation.Write(Json, coverage);
        Json.WriteStartObject("properties");
        HeadJson.Write(Json, _head);
        Json.WriteStartObject("coverage");
        CoverageJson.Write(Json, coverage);
        Json.WriteEndObject();
        Json.WriteEndObject();
        Json.WriteEndObject();
        Json.WriteEndArray();
        Json.WriteEndObject();
        _output.EndLine();
        _output.Finish();
    }
}
