using System.Collections.Immutable;
using System.Text.Json;
using Rubicon.Reports.Summaries;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;
using Rubicon.Screening;

namespace Rubicon.Reports.Json;

/// <summary>What drafts would do: beside a decision, and over all records.</summary>
internal static class DraftJson
{
    internal static void Effects(Utf8JsonWriter json, ImmutableArray<DraftEffect> effects)
    {
        json.WriteStartArray("drafts");
        foreach (var effect in effects)
        {
            json.WriteStartObject();
            json.WriteString("draft", effect.Draft);
            json.WriteString("today", Outcomes.Word(effect.Today));
            json.WriteString("with", Outcomes.Word(effect.With));
            json.WriteBoolean("newly", effect.Newly);
            json.WriteStartArray("findings");
            foreach (var finding in effect.Findings)
            {
                json.WriteStartObject();
                json.WriteString("provision", finding.Provision);
                json.WriteString("title", finding.Title);
                json.WriteString("outcome", Outcomes.Word(finding.Outcome));
                json.WriteBoolean("duty", finding.Duty);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            FindingJson.Questions(json, effect.Questions);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static void Summaries(Utf8JsonWriter json, ImmutableArray<DraftSummary> summaries)
    {
        json.WriteStartArray("drafts");
        foreach (var summary in summaries)
        {
            json.WriteStartObject();
            Draft(json, summary.Draft);
            json.WriteNumber("decided", summary.Decided);
            json.WriteNumber("hit", summary.Hit);
            json.WriteNumber("newly", summary.Newly);
            json.WriteStartArray("moves");
            foreach (var (today, with, count) in summary.Moves)
            {
                json.WriteStartObject();
                json.WriteString("today", Outcomes.Word(today));
                json.WriteString("with", Outcomes.Word(with));
                json.WriteNumber("records", count);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            Readings(json, summary);
            Parties(json, "makers", summary.Makers);
            Parties(json, "suppliers", summary.Suppliers);
            json.WriteStartArray("values");
            foreach (var (currency, value) in summary.Values)
            {
                json.WriteStartObject();
                json.WriteString("currency", currency);
                json.WriteNumber("value", value);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteNumber("unpriced", summary.Unpriced);
            Questions(json, summary);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Draft(Utf8JsonWriter json, Draft draft)
    {
        json.WriteString("draft", draft.Id);
        json.WriteString("title", draft.Title);
        json.WriteString("status", ReportWords.Word(draft.Status));
        json.Optional("became", draft.Became);
        json.Optional("begins", draft.Begins is { } begins ? JsonMembers.Day(begins) : null);
        json.WriteString("file", draft.Where.File);
        json.WriteString("sha256", draft.Digest);
        json.WriteStartArray("reports");
        foreach (var report in draft.Reports)
        {
            json.WriteStartObject();
            json.WriteString("id", report.Id);
            json.WriteString("by", report.By);
            json.WriteString("published", report.Published);
            json.WriteString("known", JsonMembers.Day(report.Known));
            json.WriteString("says", report.Says);
            json.Optional("read", report.Read);
            json.WriteString("confidence", DraftWords.Word(report.Confidence));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Readings(Utf8JsonWriter json, DraftSummary summary)
    {
        json.WriteStartArray("readings");
        foreach (var (reading, counts, newly) in summary.Readings)
        {
            json.WriteStartObject();
            json.WriteString("provision", reading.Provision);
            json.WriteString("title", reading.Title);
            json.Texts("follows", reading.Follows);
            json.Texts("disagreesWith", reading.DisagreesWith);
            json.WriteBoolean("knownYet", !summary.NotKnownYet.Contains(reading.Provision, StringComparer.Ordinal));
            json.WriteStartObject("outcomes");
            foreach (var (outcome, count) in counts) json.WriteNumber(Outcomes.Word(outcome), count);
            json.WriteEndObject();
            json.WriteNumber("newly", newly);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Parties(Utf8JsonWriter json, string name, ImmutableArray<PartyShare> parties)
    {
        json.WriteStartArray(name);
        foreach (var party in parties)
        {
            json.WriteStartObject();
            json.WriteString("name", party.Name);
            json.WriteNumber("records", party.Records);
            json.WriteNumber("newly", party.Newly);
            json.WriteNumber("quantity", party.Quantity);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Questions(Utf8JsonWriter json, DraftSummary summary)
    {
        json.WriteStartArray("questions");
        foreach (var (question, records) in summary.Questions)
        {
            json.WriteStartObject();
            json.WriteString("fact", question.Fact);
            json.WriteString("text", question.Text);
            json.WriteString("who", question.Who);
            json.WriteNumber("records", records);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
