using System.Collections.Immutable;
using System.Text.Json;
using Rubicon.Rules.Facts;

namespace Rubicon.Reports.Json;

/// <summary>The facts of a decision with their evidence.</summary>
internal static class FactJson
{
    internal static void Write(Utf8JsonWriter json, ImmutableArray<(string Fact, FactValue Value)> facts)
    {
        json.WriteStartObject("facts");
        foreach (var (fact, value) in facts)
        {
            json.WriteStartObject(fact);
            Value(json, value);
            Evidence(json, value.Evidence);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    internal static void Evidence(Utf8JsonWriter json, ImmutableArray<Evidence> evidence)
    {
        json.WriteStartArray("evidence");
        foreach (var item in evidence)
        {
            json.WriteStartObject();
            json.WriteString("statement", item.Statement);
            if (item.Where is { } place) json.Place(place);
            json.Optional("from", item.Source);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, FactValue value)
    {
        switch (value)
        {
            case UnknownValue unknown:
                json.WriteString("type", "unknown");
                json.WriteString("why", unknown.Reason);
                break;
            case YesNoValue yesNo:
                json.WriteString("type", "yes-no");
                json.WriteBoolean("value", yesNo.Value);
                break;
            case WordsValue words:
                json.WriteString("type", "words");
                json.Texts("value", words.Words);
                json.WriteBoolean("complete", words.Complete);
                break;
            case DateValue date:
                json.WriteString("type", "date");
                json.WriteString("value", JsonMembers.Day(date.Value));
                break;
            case NumberValue number:
                json.WriteString("type", "number");
                json.WriteNumber("value", number.Value);
                break;
            case PartyValue party:
                Party(json, party);
                break;
            case HoldingsValue holdings:
                json.WriteString("type", "stakes");
                json.WriteString("value", holdings.Display);
                break;
            default:
                throw new InvalidOperationException($"no JSON form for a fact of type {value.GetType().Name}");
        }
    }

    private static void Party(Utf8JsonWriter json, PartyValue party)
    {
        json.WriteString("type", "party");
        json.WriteString("value", party.Name);
        json.WriteBoolean("identified", party.Identified);
        json.WriteStartArray("attributions");
        foreach (var attribution in party.Attributions)
        {
            json.WriteStartObject();
            json.WriteString("party", attribution.PartyKey);
            json.WriteString("relation", ReportWords.Word(attribution.Relation));
            json.WriteString("truth", ReportWords.Word(attribution.Truth));
            Evidence(json, attribution.Evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Texts("countries", party.Countries);
        if (!party.ControllingCountries.IsEmpty) json.Texts("controllingCountries", party.ControllingCountries);
        if (!party.PossibleCountries.IsEmpty) json.Texts("possibleCountries", party.PossibleCountries);
    }
}
