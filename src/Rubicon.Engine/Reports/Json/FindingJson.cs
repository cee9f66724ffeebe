using System.Collections.Immutable;
using System.Text.Json;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;

namespace Rubicon.Reports.Json;

/// <summary>Findings, their proofs, questions and duties.</summary>
internal static class FindingJson
{
    internal static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("provision", finding.Provision);
        json.WriteString("title", finding.Title);
        json.WriteString("instrument", finding.Instrument);
        json.WriteString("citation", finding.Citation);
        json.WriteString("outcome", Outcomes.Word(finding.Outcome));
        json.WriteString("effect", Outcomes.Word(finding.Effect));
        json.WriteString("truth", ReportWords.Word(finding.Truth));
        json.Optional("note", finding.Note);
        json.WriteStartObject("proof");
        Proof(json, finding.Proof);
        json.WriteEndObject();
        Questions(json, finding.Questions);
        Obligations(json, finding.Obligations);
        json.WriteEndObject();
    }

    internal static void Pending(Utf8JsonWriter json, PendingRule rule)
    {
        json.WriteStartObject();
        json.WriteString("provision", rule.Provision);
        json.WriteString("title", rule.Title);
        json.WriteString("citation", rule.Citation);
        json.WriteString("status", ReportWords.Word(rule.Status));
        json.WriteString("effect", Outcomes.Word(rule.Effect));
        json.WriteString("truth", ReportWords.Word(rule.Truth));
        json.WriteEndObject();
    }

    internal static void Questions(Utf8JsonWriter json, ImmutableArray<Question> questions)
    {
        json.WriteStartArray("questions");
        foreach (var question in questions)
        {
            json.WriteStartObject();
            json.WriteString("fact", question.Fact);
            json.WriteString("text", question.Text);
            json.WriteString("who", question.Who);
            json.WriteStartArray("answers");
            foreach (var answer in question.Answers)
            {
                json.WriteStartObject();
                json.WriteString("answer", answer.Answer);
                json.WriteString("outcome", Outcomes.Word(answer.Outcome));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.Texts("provisions", question.Provisions);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static void Obligations(Utf8JsonWriter json, ImmutableArray<Obligation> obligations)
    {
        json.WriteStartArray("obligations");
        foreach (var duty in obligations)
        {
            json.WriteStartObject();
            json.WriteString("provision", duty.Provision);
            json.WriteString("title", duty.Title);
            json.WriteString("do", duty.Do);
            json.Optional("due", duty.Due is { } day ? JsonMembers.Day(day) : null);
            json.WriteString("arithmetic", duty.Arithmetic);
            json.WriteString("citation", duty.Citation);
            json.WriteBoolean("certain", duty.Certain);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Proof(Utf8JsonWriter json, Proof proof)
    {
        json.WriteString("truth", ReportWords.Word(proof.Truth));
        json.WriteString("predicate", proof.Predicate);
        json.WriteString("says", proof.Says);
        json.Optional("words", proof.Words);
        json.Optional("citation", proof.Citation);
        FactJson.Evidence(json, proof.Evidence);
        json.WriteStartArray("children");
        foreach (var child in proof.Children)
        {
            json.WriteStartObject();
            Proof(json, child);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
