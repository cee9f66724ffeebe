using System.Text.Json;
using Rubicon.Reports.Json;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Screening;

namespace Rubicon.Reports.Sarif;

/// <summary>
/// One result. SARIF 3.27.10 allows a level other than "none" for kind <c>fail</c> only; for the others it is left out, and
/// viewers that know no kinds fall back to the rule's default, a warning.
/// </summary>
internal static class SarifResult
{
    internal static void Finding(Utf8JsonWriter json, Decision decision, Finding finding, int rule)
    {
        string kind = finding.Outcome >= Outcome.LicenseRequired ? "fail" : finding.Truth == Truth.Unknown ? "open" : "review";
        string asks = string.Concat(finding.Questions.Select(q => $" Ask {q.Who}: {q.Text}"));
        string message = $"{decision.Title}: {Outcomes.Word(finding.Outcome)} under {finding.Citation} ({finding.Title}).{asks}";
        Open(json, decision, finding.Provision, rule, kind, message);
        if (kind == "fail") json.WriteString("level", "error");
        Fingerprint(json, finding.Id);
        Properties(json, decision, finding.Outcome);
        FindingJson.Obligations(json, finding.Obligations.AddRange(decision.Obligations));
        Close(json);
    }

    /// <summary>A decision that no finding makes: allowed, not assessed, or to be reviewed for another reason.</summary>
    internal static void Whole(Utf8JsonWriter json, Decision decision, int rule)
    {
        string kind = decision.Outcome switch
        {
            Outcome.Allowed => "pass",
            Outcome.NotAssessed => "open",
            Outcome.Review => "review",
            _ => "fail",
        };
        string reason = decision.Reason is null ? "" : $": {decision.Reason}";
        Open(json, decision, SarifRules.IdOf(decision.Outcome), rule, kind, $"{decision.Title}: {Outcomes.Word(decision.Outcome)}{reason}");
        if (kind == "fail") json.WriteString("level", "error");
        if (kind == "pass") json.WriteString("level", "none");
        Fingerprint(json, decision.Id);
        Properties(json, decision, decision.Outcome);
        FindingJson.Obligations(json, [.. Summaries.Duties.Of(decision)]);
        Close(json);
    }

    internal static void Pending(Utf8JsonWriter json, Decision decision, PendingRule pending, int rule)
    {
        string would = pending.Truth == Truth.True ? "would be" : "might be";
        Open(json, decision, pending.Provision, rule, "notApplicable",
            $"{decision.Title}: {would} {Outcomes.Word(pending.Effect)} under {pending.Citation}, which is {PlainText.Status(pending.Status)} and not in force");
        json.WriteString("level", "none");
        Fingerprint(json, $"{decision.Id}/{pending.Provision}");
        Close(json);
    }

    private static void Open(Utf8JsonWriter json, Decision decision, string ruleId, int ruleIndex, string kind, string message)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", ruleId);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("kind", kind);
        SarifRules.Message(json, "message", message);
        json.WriteStartArray("locations");
        SarifPlace.Write(json, decision.Source);
        json.WriteEndArray();
    }

    private static void Fingerprint(Utf8JsonWriter json, string id)
    {
        json.WriteStartObject("partialFingerprints");
        json.WriteString("rubiconFinding/v1", id);
        json.WriteEndObject();
        json.WriteStartObject("properties");
    }

    private static void Properties(Utf8JsonWriter json, Decision decision, Outcome outcome)
    {
        json.WriteString("outcome", Outcomes.Word(outcome));
        json.WriteString("decision", decision.Id);
        json.WriteString("decisionOutcome", Outcomes.Word(decision.Outcome));
        json.WriteString("lawDate", JsonMembers.Day(decision.LawDate));
        json.Texts("notes", decision.Notes);
        json.Texts("assumptions", decision.Assumptions);
    }

    private static void Close(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
