using System.Collections.Immutable;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reading.Yaml;

namespace Rubicon.Reading.Requests;

/// <summary>
/// Reads JSON into the same nodes as YAML, with line and column, so that requests and packs share one reader of facts and one kind of
/// error message. <c>true</c> and <c>false</c> become yes and no.
/// </summary>
internal static class JsonNodes
{
    private const int DeepestNesting = 64;

    /// <summary>The document, or null after a problem (RUB3004); a doubled member is a problem (RUB2002).</summary>
    public static YamlNode? Read(string file, ReadOnlySpan<byte> json, ICollection<Problem> problems)
    {
        if (json.StartsWith("\uFEFF"u8)) json = json[3..];
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = DeepestNesting, CommentHandling = JsonCommentHandling.Disallow });
        try
        {
            if (!reader.Read()) return Bad(file, 1, 1, "nothing", problems);
            var root = Value(file, json, ref reader, new Places(), problems);
            if (reader.Read()) throw new JsonException("text after the end");
            return root.Kind == YamlKind.Mapping ? root : Bad(file, 1, 1, "no object", problems);
        }
        catch (JsonException error)
        {
            return Bad(file, (int)(error.LineNumber ?? 0) + 1, (int)(error.BytePositionInLine ?? 0) + 1, Quote.Text(error.Message), problems);
        }
    }

    private static YamlNode? Bad(string file, int line, int column, string found, ICollection<Problem> problems)
    {
        problems.Add(new Problem(ProblemCatalog.BadRequest, new SourceLocation(file, line, column), found));
        return null;
    }

    private static YamlNode Value(string file, ReadOnlySpan<byte> json, ref Utf8JsonReader reader, Places places, ICollection<Problem> problems)
    {
        var (line, column) = places.Of(json, (int)reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return Members(file, json, ref reader, line, column, places, problems);
            case JsonTokenType.StartArray:
                var items = ImmutableArray.CreateBuilder<YamlNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Value(file, json, ref reader, places, problems));
                return YamlNode.Sequence(file, line, column, items.ToImmutable());
            case JsonTokenType.String:
                return YamlNode.Scalar(file, line, column, TextOf(json, ref reader, places), true);
            case JsonTokenType.Null:
                return YamlNode.Scalar(file, line, column, "", false);
            case JsonTokenType.True or JsonTokenType.False:
                return YamlNode.Scalar(file, line, column, reader.TokenType == JsonTokenType.True ? "yes" : "no", false);
            default:
                return YamlNode.Scalar(file, line, column, System.Text.Encoding.UTF8.GetString(reader.ValueSpan), false);
        }
    }

    private static YamlNode Members(string file, ReadOnlySpan<byte> json, ref Utf8JsonReader reader, int line, int column, Places places, ICollection<Problem> problems)
    {
        var entries = ImmutableArray.CreateBuilder<YamlEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var (keyLine, keyColumn) = places.Of(json, (int)reader.TokenStartIndex);
            var key = YamlNode.Scalar(file, keyLine, keyColumn, TextOf(json, ref reader, places), true);
            reader.Read();
            var value = Value(file, json, ref reader, places, problems);
            if (seen.Add(key.Text)) entries.Add(new YamlEntry(key, value));
            else problems.Add(new Problem(ProblemCatalog.YamlDoubledKey, key.Where, key.Shown));
        }
        return YamlNode.Mapping(file, line, column, entries.ToImmutable());
    }

    /// <summary>The reader lets bytes pass that are not UTF-8, and escapes of half a surrogate pair; they are no text.</summary>
    private static string TextOf(ReadOnlySpan<byte> json, ref Utf8JsonReader reader, Places places)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            var (line, column) = places.Of(json, (int)reader.TokenStartIndex);
            throw new JsonException("a text that is not Unicode", null, line - 1, column - 1);
        }
    }

    /// <summary>
    /// Line and column of places asked for in the order of the text: each byte is looked at once, or a request of one long line would take
    /// minutes.
    /// </summary>
    private sealed class Places
    {
        private int _offset;
        private int _line = 1;
        private int _lineStart;

        public (int Line, int Column) Of(ReadOnlySpan<byte> json, int offset)
        {
            var passed = json[_offset..offset];
            int newline = passed.LastIndexOf((byte)'\n');
            if (newline >= 0)
            {
                _line += passed.Count((byte)'\n');
                _lineStart = _offset + newline + 1;
            }
            _offset = offset;
            return (_line, offset - _lineStart + 1);
        }
    }
}
