using System.Text.Json;

namespace Rubicon.Reports.Json;

/// <summary>What a report says before its first decision, as members of the current object.</summary>
internal static class HeadJson
{
    internal const string ToolName = "rubicon";

    internal static void Write(Utf8JsonWriter json, ReportHead head)
    {
        json.WriteString("schemaVersion", head.SchemaVersion);
        json.WriteStartObject("tool");
        json.WriteString("name", ToolName);
        json.WriteString("version", head.ToolVersion);
        json.WriteEndObject();
        json.WriteString("asOf", JsonMembers.Day(head.AsOf));
        json.WriteString("knownAt", JsonMembers.Day(head.KnownAt));
        json.WriteStartObject("actor");
        json.Optional("name", head.Actor.Name);
        json.Texts("capacities", head.Actor.Capacities);
        json.Optional("country", head.Actor.Country);
        json.WriteEndObject();
        json.WriteStartArray("data");
        foreach (var source in head.Data)
        {
            json.WriteStartObject();
            json.WriteString("kind", source.Kind);
            json.WriteString("id", source.Id);
            json.Optional("date", source.Date is { } date ? JsonMembers.Day(date) : null);
            json.Optional("sha256", source.Digest);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
