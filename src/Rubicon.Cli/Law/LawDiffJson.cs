using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rubicon.Reports;
using Rubicon.Reports.Summaries;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Law;

namespace Rubicon.Cli.Law;

/// <summary>A difference of two laws as JSON.</summary>
internal static class LawDiffJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    public static string Of(LawDiff diff)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            Side(json, "before", diff.Before, diff.BeforePacks);
            Side(json, "after", diff.After, diff.AfterPacks);
            json.WriteStartArray("law");
            foreach (var change in diff.Changes)
            {
                json.WriteStartObject();
                json.WriteString("kind", change.Kind.ToString().ToLowerInvariant());
                json.WriteString("what", change.What);
                json.WriteString("id", change.Id);
                json.WriteString("title", change.Title);
                json.WriteBoolean("decides", change.Decides);
                json.WriteStartArray("lines");
                foreach (var line in change.Lines)
                {
                    json.WriteStartObject();
                    if (line.Before is { } before) json.WriteString("before", before);
                    if (line.After is { } after) json.WriteString("after", after);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            if (diff.Records is { } records) Records(json, diff, records);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void Side(Utf8JsonWriter json, string name, string folder, IEnumerable<Pack> packs)
    {
        json.WriteStartObject(name);
        json.WriteString("folder", folder);
        json.WriteStartArray("packs");
        foreach (var pack in packs)
        {
            json.WriteStartObject();
            json.WriteString("id", pack.Id);
            json.WriteString("maintainedAsOf", PlainText.Day(pack.MaintainedAsOf));
            json.WriteString("sha256", pack.Digest);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Records(Utf8JsonWriter json, LawDiff diff, LawImpact records)
    {
        json.WriteStartObject("records");
        json.WriteString("asOf", PlainText.Day(diff.AsOf));
        json.WriteString("knownAt", PlainText.Day(diff.KnownAt));
        Texts(json, "actor", diff.Actor.Capacities);
        json.WriteNumber("read", records.Read);
        json.WriteNumber("same", records.Same);
        json.WriteNumber("changed", records.Read - records.Same);
        json.WriteNumber("notAssessedBefore", records.NotAssessedBefore);
        json.WriteNumber("notAssessedAfter", records.NotAssessedAfter);
        json.WriteStartArray("outcomes");
        foreach (var (before, after, count) in records.Outcomes)
        {
            json.WriteStartObject();
            json.WriteString("before", Outcomes.Word(before));
            json.WriteString("after", Outcomes.Word(after));
            json.WriteNumber("records", count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("changes");
        foreach (var move in records.Moves)
        {
            json.WriteStartObject();
            json.WriteString("before", Outcomes.Word(move.Before));
            json.WriteString("after", Outcomes.Word(move.After));
            json.WriteString("title", move.Title);
            json.WriteNumber("records", move.Records);
            Texts(json, "places", move.Places.Select(p => p.ToString()));
            Texts(json, "gone", move.Gone);
            Texts(json, "new", move.New);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("leftOut", records.LeftOut);
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
