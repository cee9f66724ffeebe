using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Parties;

namespace Rubicon.Reading.Lists.Snapshots;

/// <summary>Entries as JSON Lines: one entry a line, members without a value left out, always the same bytes for the same entries.</summary>
internal static class EntryLines
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(IEnumerable<ListEntry> entries)
    {
        using var text = new MemoryStream();
        foreach (var entry in entries)
        {
            using (var json = new Utf8JsonWriter(text, Readable)) Write(json, entry);
            text.WriteByte((byte)'\n');
        }
        return text.ToArray();
    }

    /// <summary>Reads what <see cref="Write(IEnumerable{ListEntry})"/> wrote.</summary>
    /// <exception cref="JsonException">The text is damaged.</exception>
    public static ImmutableArray<ListEntry> Read(ReadOnlyMemory<byte> text)
    {
        var entries = ImmutableArray.CreateBuilder<ListEntry>();
        while (!text.IsEmpty)
        {
            int end = text.Span.IndexOf((byte)'\n');
            if (end < 0) throw new JsonException("the last line does not end");
            using var line = JsonDocument.Parse(text[..end]);
            entries.Add(Read(line.RootElement));
            text = text[(end + 1)..];
        }
        return entries.ToImmutable();
    }

    private static void Write(Utf8JsonWriter json, ListEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("id", entry.Id);
        if (!entry.IsIdStated) json.WriteBoolean("numbered", true);
        json.WriteString("list", entry.List);
        if (entry.Kind != ListedKind.NotStated) json.WriteString("kind", Word(entry.Kind));
        json.WriteStartArray("names");
        foreach (var name in entry.Names)
        {
            json.WriteStartObject();
            json.WriteString("text", name.Text);
            if (name.Kind != NameKind.Legal) json.WriteString("kind", Word(name.Kind));
            Day(json, "from", name.From);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Text(json, "country", entry.Country);
        Day(json, "from", entry.From);
        Day(json, "to", entry.To);
        Text(json, "citation", entry.Citation);
        Texts(json, "programs", entry.Programs);
        Texts(json, "addresses", entry.Addresses);
        if (!entry.Identifiers.IsEmpty)
        {
            json.WriteStartArray("identifiers");
            foreach (var id in entry.Identifiers)
            {
                json.WriteStartObject();
                json.WriteString("scheme", id.Scheme);
                json.WriteString("value", id.Value);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        Text(json, "note", entry.Note);
        json.WriteString("file", Path.GetFileName(entry.Where.File));
        json.WriteNumber("line", entry.Where.Line);
        json.WriteEndObject();
    }

    private static ListEntry Read(JsonElement json) => new(
        json.GetProperty("id").GetString()!, json.GetProperty("list").GetString()!,
        [.. json.GetProperty("names").EnumerateArray().Select(n => new ListedName(n.GetProperty("text").GetString()!, NameKindOf(OptionalText(n, "kind")), OptionalDay(n, "from")))],
        OptionalText(json, "country"), OptionalDay(json, "from"), OptionalDay(json, "to"), OptionalText(json, "citation"),
        new SourceLocation(json.GetProperty("file").GetString()!, json.GetProperty("line").GetInt32()))
    {
        IsIdStated = !json.TryGetProperty("numbered", out _),
        Kind = KindOf(OptionalText(json, "kind")),
        Programs = Texts(json, "programs"),
        Addresses = Texts(json, "addresses"),
        Identifiers = json.TryGetProperty("identifiers", out var ids) ? [.. ids.EnumerateArray().Select(i => new ListedIdentifier(i.GetProperty("scheme").GetString()!, i.GetProperty("value").GetString()!))] : [],
        Note = OptionalText(json, "note"),
    };

    /// <summary>What the entry names, as files and answers write it.</summary>
    public static string Word(ListedKind kind) => kind switch
    {
        ListedKind.Person => "person",
        ListedKind.Organization => "organization",
        ListedKind.Vessel => "vessel",
        ListedKind.Aircraft => "aircraft",
        ListedKind.Goods => "goods",
        _ => "not-stated",
    };

    private static ListedKind KindOf(string? word) => word switch
    {
        null => ListedKind.NotStated,
        "person" => ListedKind.Person,
        "organization" => ListedKind.Organization,
        "vessel" => ListedKind.Vessel,
        "aircraft" => ListedKind.Aircraft,
        "goods" => ListedKind.Goods,
        _ => throw new JsonException($"kind {Quote.Text(word)}"),
    };

    /// <summary>What a name is, as files and answers write it.</summary>
    public static string Word(NameKind kind) => kind switch
    {
        NameKind.Alias => "alias",
        NameKind.WeakAlias => "weak-alias",
        NameKind.Former => "former",
        NameKind.Short => "short",
        NameKind.Brand => "brand",
        _ => "name",
    };

    private static NameKind NameKindOf(string? word) => word switch
    {
        null => NameKind.Legal,
        "alias" => NameKind.Alias,
        "weak-alias" => NameKind.WeakAlias,
        "former" => NameKind.Former,
        _ => throw new JsonException($"kind {Quote.Text(word)} of a name"),
    };

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static void Day(Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is { } value) json.WriteString(name, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static void Texts(Utf8JsonWriter json, string name, ImmutableArray<string> values)
    {
        if (values.IsEmpty) return;
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string? OptionalText(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static DateOnly? OptionalDay(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static ImmutableArray<string> Texts(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(v => v.GetString()!)] : [];
}
