using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rubicon.Storage.Log;

/// <summary>One event of the log. Its bytes are the leaf of the tree.</summary>
/// <param name="Number">Its place, from 0.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Organization">Whose; empty for the server's own.</param>
/// <param name="By">Id of the token that acted; "server" for the server itself.</param>
/// <param name="What">What was done: "decision recorded".</param>
/// <param name="Table">The table of the row that it covers, or null.</param>
/// <param name="Row">Its key, or null.</param>
/// <param name="Digest">SHA-256 of the row's content afterward, or null.</param>
public sealed record LogEvent(long Number, DateTimeOffset At, string Organization, string By, string What, string? Table, string? Row, string? Digest)
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An instant as the store writes it: UTC, seven decimals.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>The event as one JSON object without spaces.</summary>
    public byte[] Bytes()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Compact))
        {
            json.WriteStartObject();
            json.WriteNumber("number", Number);
            json.WriteString("at", Instant(At));
            json.WriteString("organization", Organization);
            json.WriteString("by", By);
            json.WriteString("what", What);
            if (Table is not null) json.WriteString("table", Table);
            if (Row is not null) json.WriteString("row", Row);
            if (Digest is not null) json.WriteString("digest", Digest);
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    /// <summary>Number, table, row and digest of an event's bytes; null when they are none.</summary>
    internal static (long Number, string? Table, string? Row, string? Digest)? Read(byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            string? Text(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
            return (json.RootElement.GetProperty("number").GetInt64(), Text("table"), Text("row"), Text("digest"));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return null;
        }
    }
}
