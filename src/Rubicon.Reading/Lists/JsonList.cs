using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Parties;

namespace Rubicon.Reading.Lists;

/// <summary>A list as JSON: an array of entities, an object that holds one, or one entity a line.</summary>
internal static class JsonList
{
    private static readonly string[] Arrays = ["entities", "results", "entries"];
    private static readonly string[] Aliases = ["aliases", "altNames", "alt_names", "alias"];
    private static readonly string[] FormerNames = ["formerNames", "previousName"];
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    /// <summary>False, with the fault in the draft, when the file is no list of either shape.</summary>
    public static bool Read(ReadOnlyMemory<byte> text, ListDraft draft)
    {
        int end = text.Span.IndexOf((byte)'\n');
        bool lines = text.Span[0] == (byte)'{' && end > 0 && IsObject(text[..end]) && !text.Span[(end + 1)..].Trim(" \t\r\n"u8).IsEmpty;
        if (lines)
        {
            Lines(text, draft);
            return true;
        }
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            var root = document.RootElement;
            var array = root.ValueKind == JsonValueKind.Array ? root
                : Arrays.Select(a => root.TryGetProperty(a, out var found) ? found : default).FirstOrDefault(a => a.ValueKind == JsonValueKind.Array);
            if (array.ValueKind != JsonValueKind.Array && !HasName(root)) return false;
            int number = 0;
            foreach (var entity in array.ValueKind == JsonValueKind.Array ? [.. array.EnumerateArray()] : new[] { root }) Add(entity, ++number, draft);
            return true;
        }
        catch (JsonException error)
        {
            draft.Fault = "JSON that is not whole: " + Quote.Text(error.Message);
            return false;
        }
    }

    private static bool IsObject(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            // Not a line by itself: the file is one document.
            return false;
        }
    }

    private static void Lines(ReadOnlyMemory<byte> text, ListDraft draft)
    {
        for (int number = 1; !text.IsEmpty; number++)
        {
            int end = text.Span.IndexOf((byte)'\n');
            var line = end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
            if (line.Span.Trim(" \t\r"u8).IsEmpty) continue;
            try
            {
                using var document = JsonDocument.Parse(line, Strict);
                Add(document.RootElement, number, draft);
            }
            catch (JsonException error)
            {
                if (text.IsEmpty) draft.Cut(number, "a last line that is cut off: " + Quote.Text(error.Message));
                else draft.Refuse(number, Quote.Text(error.Message));
            }
        }
    }

    private static void Add(JsonElement entity, int line, ListDraft draft)
    {
        try
        {
            Entity(entity, line, draft);
        }
        catch (InvalidOperationException)
        {
            // The parser takes bytes and escapes that no text has, and refuses them only when they are asked for.
            draft.Refuse(line, "text that is not Unicode");
        }
    }

    private static void Entity(JsonElement entity, int line, ListDraft draft)
    {
        if (entity.ValueKind != JsonValueKind.Object) { draft.Refuse(line, $"a JSON {entity.ValueKind.ToString().ToLowerInvariant()} in place of an entity"); return; }
        var from = entity.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object ? properties : entity;
        var names = Texts(from, "name").Select(t => (t, NameKind.Legal)).Concat(Texts(from, "caption").Select(t => (t, NameKind.Legal)))
            .Concat(Aliases.SelectMany(a => Texts(from, a)).Select(t => (t, NameKind.Alias)))
            .Concat(FormerNames.SelectMany(a => Texts(from, a)).Select(t => (t, NameKind.Former)))
            .Concat(Texts(from, "weakAlias").Select(t => (t, NameKind.WeakAlias)));
        draft.Add(line, First(entity, "id"), First(entity, "source"), [.. names], First(from, "country") ?? First(from, "jurisdiction"),
            First(from, "effective_date") ?? First(from, "start_date"), First(from, "end_date"), First(from, "federal_register") ?? First(from, "federal_register_notice"));
    }

    private static bool HasName(JsonElement root) => root.ValueKind == JsonValueKind.Object && (root.TryGetProperty("name", out _) || root.TryGetProperty("properties", out _));

    private static string? First(JsonElement element, string name) => Texts(element, name).FirstOrDefault();

    private static List<string> Texts(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out var value)) return [];
        return value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Number => [value.GetRawText()],
            JsonValueKind.Array => [.. value.EnumerateArray().Where(v => v.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(v => v.ValueKind == JsonValueKind.String ? v.GetString()! : v.GetRawText())],
            _ => [],
        };
    }
}
