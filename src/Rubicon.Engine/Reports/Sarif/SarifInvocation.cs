using System.Text.Json;
using Rubicon.Diagnostics;

namespace Rubicon.Reports.Sarif;

/// <summary>How the run went: problems as notifications. A run that left records out did not succeed.</summary>
internal static class SarifInvocation
{
    internal static void Write(Utf8JsonWriter json, Coverage coverage)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        bool whole = coverage.NotAssessed == 0 && coverage.ProblemCount == coverage.Problems.Length && coverage.Problems.All(p => p.Kind.Severity != Severity.Error);
        json.WriteBoolean("executionSuccessful", whole);
        json.WriteStartArray("toolExecutionNotifications");
        foreach (var problem in coverage.Problems) Problem(json, problem);
        if (coverage.ProblemCount > coverage.Problems.Length) Count(json, $"{PlainText.Number(coverage.ProblemCount - coverage.Problems.Length)} more problems were met", "warning");
        if (coverage.NotAssessed > 0) Count(json, $"{PlainText.Number(coverage.NotAssessed)} of {PlainText.Number(coverage.Read)} records were not assessed", "error");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Problem(Utf8JsonWriter json, Problem problem)
    {
        json.WriteStartObject();
        json.WriteStartObject("descriptor");
        json.WriteString("id", problem.Kind.Code);
        json.WriteEndObject();
        json.WriteString("level", ReportWords.Word(problem.Kind.Severity));
        SarifRules.Message(json, "message", $"{problem}; fix: {problem.Kind.Fix}");
        json.WriteStartArray("locations");
        SarifPlace.Write(json, problem.Where);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Count(Utf8JsonWriter json, string text, string level)
    {
        json.WriteStartObject();
        json.WriteString("level", level);
        SarifRules.Message(json, "message", text);
        json.WriteEndObject();
    }
}
