using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reading.Lists.Formats;

namespace Rubicon.Reading.Lists;

/// <summary>A list as JSON: an array of entities, an object that holds one, or one entity a line.</summary>
internal static class JsonList
{
    private static readonly string[] Arrays = ["entities", "results", "entries"];
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    /// <summary>False, with the fault in the draft, when the file is no list of either shape.</summary>
    public static bool Read(ReadOnlyMemory<byte> text, ListDraft draft)
    {
        int end = text.Span.IndexOf((byte)'\n');
        bool lines = text.Span[0] == (byte)'{' && end > 0 && IsObject(text[..end]) && !text.Span[(end + 1)..].Trim(" \t\r\n"u8).IsEmpty;
        var entities = new JsonEntities(draft);
        if (lines)
        {
            draft.Format = "JSON Lines";
            Lines(text, draft, entities);
            entities.End();
            return true;
        }
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            var root = document.RootElement;
            var array = root.ValueKind == JsonValueKind.Array ? root
                : Arrays.Select(a => root.TryGetProperty(a, out var found) ? found : default).FirstOrDefault(a => a.ValueKind == JsonValueKind.Array);
            if (array.ValueKind != JsonValueKind.Array && !HasName(root)) return false;
            draft.Format = "JSON";
            if (root.ValueKind == JsonValueKind.Object) Head(root, draft);
            int number = 0;
            foreach (var entity in array.ValueKind == JsonValueKind.Array ? [.. array.EnumerateArray()] : new[] { root }) Add(entity, ++number, draft, entities);
            entities.End();
            return true;
        }
        catch (JsonException error)
        {
            draft.Fault = "JSON that is not whole: " + Quote.Text(error.Message);
            return false;
        }
    }

    /// <summary>What a document says of the list as a whole: its id, the day it was taken, how many entries it should have.</summary>
    private static void Head(JsonElement root, ListDraft draft)
    {
        if (JsonEntities.First(root, "list_id") is { } id && ListPublication.Named(id) is { } publication) draft.Publication = publication;
        draft.AsOf = ListDraft.Day(JsonEntities.First(root, "extracted") ?? JsonEntities.First(root, "as_of"));
        if (root.TryGetProperty("results", out var results) && results.ValueKind == JsonValueKind.Array && results.GetArrayLength() > 0 && results[0] is { ValueKind: JsonValueKind.Object } first
            && first.TryGetProperty("source", out _) && first.TryGetProperty("alt_names", out _))
        {
            draft.Publication = ListPublication.Of("us-csl");
            draft.Format = "Consolidated Screening List, JSON";
        }
        foreach (string count in new[] { "count", "total" })
            if (root.TryGetProperty(count, out var stated) && stated.ValueKind == JsonValueKind.Number && stated.TryGetInt32(out int number))
                foreach (string array in Arrays)
                    if (root.TryGetProperty(array, out var found) && found.ValueKind == JsonValueKind.Array && found.GetArrayLength() != number)
                        draft.Warn(ProblemCatalog.ListShorterThanStated, 0, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{found.GetArrayLength():N0} entries in a file that states {number:N0}"));
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

    private static void Lines(ReadOnlyMemory<byte> text, ListDraft draft, JsonEntities entities)
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
                Add(document.RootElement, number, draft, entities);
            }
            catch (JsonException error)
            {
                if (text.IsEmpty) draft.Cut(number, "a last line that is cut off: " + Quote.Text(error.Message));
                else draft.Refuse(number, Quote.Text(error.Message));
            }
        }
    }

    private static void Add(JsonElement entity, int line, ListDraft draft, JsonEntities entities)
    {
        try
        {
            if (entity.ValueKind != JsonValueKind.Object) draft.Refuse(line, $"a JSON {entity.ValueKind.ToString().ToLowerInvariant()} in place of an entity");
            else entities.Read(entity, line);
        }
        catch (InvalidOperationException)
        {
            // The parser takes bytes and escapes that no text has, and refuses them only when they are asked for.
            draft.Refuse(line, "text that is not Unicode");
        }
    }

    private static bool HasName(JsonElement root) => root.ValueKind == JsonValueKind.Object && (root.TryGetProperty("name", out _) || root.TryGetProperty("properties", out _));
}
