using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rubicon.Review;

/// <summary>Events of a case as JSON, for the store and the API. Members in a fixed order, statements by id: equal events give equal bytes.</summary>
public static class CaseEventJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The event as one object without spaces.</summary>
    public static byte[] Bytes(CaseEvent done)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            Write(json, done);
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    /// <summary>The event as members of the current object.</summary>
    public static void Write(Utf8JsonWriter json, CaseEvent done)
    {
        if (done.Step is { } step) json.WriteString("step", step);
        json.WriteString("day", Day(done.Day));
        json.WriteString("by", ReviewWords.Word(done.By));
        json.WriteString("author", done.Author);
        if (done.Approver is { } approver) json.WriteString("approver", approver);
        json.WriteStartObject("statements");
        foreach (var (id, text) in done.Statements.OrderBy(s => s.Key, StringComparer.Ordinal)) json.WriteString(id, text);
        json.WriteEndObject();
        if (done.Extension is not { } extension) return;
        json.WriteStartObject("extension");
        json.WriteString("clock", extension.Clock);
        json.WriteString("until", Day(extension.Until));
        json.WriteString("finding", extension.Finding);
        json.WriteEndObject();
    }

    /// <summary>An event that <see cref="Bytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are no event.</exception>
    public static CaseEvent Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            var root = json.RootElement;
            string? Text(string name) => root.TryGetProperty(name, out var value) ? value.GetString() : null;
            var extension = root.TryGetProperty("extension", out var e)
                ? new CaseExtension(e.GetProperty("clock").GetString()!, Day(e.GetProperty("until").GetString()!), e.GetProperty("finding").GetString()!)
                : null;
            var role = ReviewWords.ParseRole(Text("by") ?? "") ?? throw new FormatException("an event without a role");
            return new CaseEvent(Text("step"), Day(Text("day") ?? ""), role, Text("author") ?? "", Text("approver"),
                root.GetProperty("statements").EnumerateObject().ToImmutableDictionary(s => s.Name, s => s.Value.GetString() ?? "", StringComparer.Ordinal), extension);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException("an event that is no JSON of an event", error);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
