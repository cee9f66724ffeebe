using System.Text.Json;
using Rubicon.Rules.Evaluation;

namespace Rubicon.Reports.Json;

/// <summary>The smallest changes of fact that would flip a decision.</summary>
internal static class FlipJson
{
    internal static void Write(Utf8JsonWriter json, FlipSearch search)
    {
        json.WriteStartObject("flips");
        json.WriteBoolean("complete", search.Complete);
        json.WriteStartArray("smallest");
        foreach (var flip in search.Flips)
        {
            json.WriteStartObject();
            json.WriteString("outcome", Outcomes.Word(flip.Outcome));
            json.WriteStartArray("changes");
            foreach (var change in flip.Changes)
            {
                json.WriteStartObject();
                json.WriteString("fact", change.Fact);
                json.WriteString("from", change.From);
                json.WriteString("to", change.To);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
