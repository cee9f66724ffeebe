using System.Collections.Immutable;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Rules.Evaluation;
using Rubicon.Screening;
using Rubicon.Subjects;

namespace Rubicon.Reports.Json;

/// <summary>One decision, as members of the current object.</summary>
internal static class DecisionJson
{
    internal static void Write(Utf8JsonWriter json, Decision decision)
    {
        json.WriteString("id", decision.Id);
        Subject(json, decision);
        json.WriteString("outcome", Outcomes.Word(decision.Outcome));
        json.Optional("reason", decision.Reason);
        json.WriteString("lawDate", JsonMembers.Day(decision.LawDate));
        if (!decision.ByCapacity.IsEmpty)
        {
            json.WriteStartObject("byCapacity");
            foreach (var (capacity, outcome) in decision.ByCapacity) json.WriteString(capacity, Outcomes.Word(outcome));
            json.WriteEndObject();
        }
        if (!decision.ByRegime.IsEmpty)
        {
            json.WriteStartObject("byRegime");
            foreach (var regime in decision.ByRegime) json.WriteString(regime.Regime, Outcomes.Word(regime.Outcome));
            json.WriteEndObject();
            Countries(json, decision.ByCountry);
        }
        if (decision.Flips is { } flips) FlipJson.Write(json, flips);
        json.WriteStartArray("findings");
        foreach (var finding in decision.Findings) FindingJson.Write(json, finding);
        json.WriteEndArray();
        json.WriteStartArray("pending");
        foreach (var rule in decision.Pending) FindingJson.Pending(json, rule);
        json.WriteEndArray();
        if (!decision.Drafts.IsEmpty) DraftJson.Effects(json, decision.Drafts);
        FindingJson.Questions(json, decision.Questions);
        FindingJson.Obligations(json, decision.Obligations);
        FactJson.Write(json, decision.Facts);
        if (decision.Ledger is { } ledger) LedgerJson.Write(json, ledger);
        json.Texts("notes", decision.Notes);
        json.Texts("assumptions", decision.Assumptions);
        json.WriteString("groupKey", decision.GroupKey);
    }

    private static void Countries(Utf8JsonWriter json, ImmutableArray<CountryOutcome> countries)
    {
        json.WriteStartObject("byCountry");
        foreach (var country in countries)
        {
            json.WriteStartObject(country.Country);
            json.WriteString("outcome", Outcomes.Word(country.Outcome));
            json.Texts("regimes", [.. country.Regimes.Select(r => r.Regime)]);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Subject(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartObject("subject");
        json.WriteString("kind", decision.Subject is { } read ? ReportWords.Word(read.Kind) : "unread");
        json.WriteString("title", decision.Title);
        json.Place(decision.Source);
        if (decision.Subject is { Joined.IsEmpty: false } whole) Joined(json, whole.Joined);
        json.WriteStartObject("stated");
        Stated(json, decision.Subject?.Statements ?? []);
        json.WriteEndObject();
        if (decision.Unread is { } unread)
        {
            json.Optional("excerpt", unread.Excerpt);
            json.Problems(unread.Problems);
        }
        json.WriteEndObject();
    }

    private static void Joined(Utf8JsonWriter json, ImmutableArray<SourceLocation> places)
    {
        json.WriteStartArray("joined");
        foreach (var place in places)
        {
            json.WriteStartObject();
            json.Place(place);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>A field stated once is a text, one stated several times (MAC addresses) a list of texts.</summary>
    private static void Stated(Utf8JsonWriter json, ImmutableArray<Statement> statements)
    {
        for (int i = 0; i < statements.Length; i++)
        {
            var field = statements[i].Field;
            if (Seen(statements, i, field)) continue;
            int last = statements.Length - 1;
            while (statements[last].Field != field) last--;
            if (last == i)
            {
                json.WriteString(ReportWords.Word(field), statements[i].Text);
                continue;
            }
            json.WriteStartArray(ReportWords.Word(field));
            for (int j = i; j <= last; j++)
                if (statements[j].Field == field) json.WriteStringValue(statements[j].Text);
            json.WriteEndArray();
        }
    }

    private static bool Seen(ImmutableArray<Statement> statements, int before, Field field)
    {
        for (int i = 0; i < before; i++)
            if (statements[i].Field == field) return true;
        return false;
    }
}
