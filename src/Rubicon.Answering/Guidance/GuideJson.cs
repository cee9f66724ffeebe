using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;
using Rubicon.Screening;

namespace Rubicon.Answering.Guidance;

/// <summary>A guide as JSON.</summary>
public static class GuideJson
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>The whole text, with its line end.</summary>
    public static string Of(Guide guide, ActorProfile actor, LawBook law)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("asOf", PlainText.Day(guide.AsOf));
            json.WriteString("knownAt", PlainText.Day(guide.KnownAt));
            json.WriteStartArray("actor");
            foreach (string capacity in actor.Capacities) json.WriteStringValue(capacity);
            json.WriteEndArray();
            Rules(json, "now", guide.Now);
            Rules(json, "coming", guide.Coming);
            Rules(json, "pending", guide.Pending);
            Rules(json, "waysOut", guide.WaysOut);
            json.WriteStartArray("listings");
            foreach (var change in guide.Listings)
            {
                json.WriteStartObject();
                json.WriteString("list", change.List);
                json.WriteString("entry", change.Entry.Id);
                json.WriteString("name", change.Entry.Name);
                json.WriteString("citation", change.Entry.Citation);
                json.WriteString("day", PlainText.Day(change.Day));
                json.WriteBoolean("begins", change.Begins);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            Texts(json, "next", GuideWords.Next(guide));
            json.WriteStartArray("packs");
            foreach (var pack in law.Packs)
            {
                json.WriteStartObject();
                json.WriteString("id", pack.Id);
                json.WriteString("maintainedAsOf", PlainText.Day(pack.MaintainedAsOf));
                json.WriteBoolean("stale", guide.Stale.Contains(pack));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    private static void Rules(Utf8JsonWriter json, string name, IEnumerable<GuideRule> rules)
    {
        json.WriteStartArray(name);
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            json.WriteString("provision", rule.Provision.Id);
            json.WriteString("title", rule.Provision.Title);
            json.WriteString("citation", rule.Citation);
            json.WriteString("effect", Outcomes.Word(rule.Version.Effect));
            json.WriteString("status", ReportWords.Word(rule.Version.Status));
            json.WriteString("binds", rule.Binds == Truth.True ? "yes" : "unknown");
            json.WriteString("from", PlainText.Day(rule.Version.Effective.From));
            if (rule.Until is { } to) json.WriteString("to", PlainText.Day(to));
            if (rule.Version.Do is { } duty) json.WriteString("do", duty);
            if (rule.Due is { } due)
            {
                if (due.Day is { } day) json.WriteString("due", PlainText.Day(day));
                json.WriteString("arithmetic", due.Arithmetic);
            }
            Texts(json, "unless", rule.Version.Unless);
            Texts(json, "waivableBy", rule.Version.WaivableBy);
            Texts(json, "words", rule.Words);
            if (rule.Version.Note is { } note) json.WriteString("note", note);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
