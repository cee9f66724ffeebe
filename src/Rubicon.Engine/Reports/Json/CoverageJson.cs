using System.Text.Json;
using Rubicon.Rules.Evaluation;

namespace Rubicon.Reports.Json;

/// <summary>The coverage block, as members of the current object.</summary>
internal static class CoverageJson
{
    internal static void Write(Utf8JsonWriter json, Coverage coverage)
    {
        json.WriteNumber("read", coverage.Read);
        json.WriteNumber("decided", coverage.Decided);
        json.WriteNumber("notAssessed", coverage.NotAssessed);
        json.WriteStartObject("outcomes");
        foreach (var (outcome, count) in coverage.Outcomes) json.WriteNumber(Outcomes.Word(outcome), count);
        json.WriteEndObject();
        Inputs(json, coverage);
        json.WriteStartArray("reasons");
        foreach (var (reason, count) in coverage.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("reason", reason);
            json.WriteNumber("count", count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("notApplied");
        foreach (var (id, why) in coverage.NotApplied)
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            json.WriteString("why", why);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("assumptions");
        foreach (var (assumption, count) in coverage.Assumptions)
        {
            json.WriteStartObject();
            json.WriteString("assumption", assumption);
            json.WriteNumber("count", count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (!coverage.Drafts.IsEmpty) DraftJson.Summaries(json, coverage.Drafts);
        json.Problems(coverage.Problems);
        json.WriteNumber("problemCount", coverage.ProblemCount);
    }

    private static void Inputs(Utf8JsonWriter json, Coverage coverage)
    {
        json.WriteStartArray("inputs");
        foreach (var input in coverage.Inputs)
        {
            json.WriteStartObject();
            json.WriteString("file", input.File);
            json.Optional("format", input.Format);
            json.WriteNumber("records", input.Records);
            json.WriteNumber("unread", input.Unread);
            json.Optional("sha256", input.Sha256);
            json.Problems(input.Problems);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
