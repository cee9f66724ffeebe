using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Rubicon.Diagnostics;
using Rubicon.Reading.CycloneDx;
using Rubicon.Reading.Hardware;
using Rubicon.Reading.Lldp;
using Rubicon.Reading.NetBox;
using Rubicon.Reading.Spdx;
using Rubicon.Reading.Tables;
using Rubicon.Subjects;

namespace Rubicon.Reading.Json;

/// <summary>
/// Reads a JSON document and tells from its members what it is. Small ones are held whole, large ones read in pieces;
/// nesting is bounded.
/// A member that stands twice in one object is an error: which of the two holds would be a guess.
/// </summary>
internal static class JsonInput
{
    /// <summary>Largest document of a format that must be held whole.</summary>
    public const int LargestFile = 256 * 1024 * 1024;

    /// <summary>Documents up to this size are held whole; larger ones are read in pieces where the format allows it.</summary>
    public const int HeldWhole = 32 * 1024 * 1024;

    public const int Deepest = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };

    public static IEnumerable<ReadRecord> Read(HashedStream stream, InputLedger ledger)
    {
        byte[] bytes = stream.ReadUpTo(HeldWhole, out bool whole);
        if (!whole)
        {
            bool lines = IsLines(bytes.AsMemory(0, Math.Min(bytes.Length, 2 * 1024 * 1024)));
            if (!lines && JsonPieces.Read(new JoinedStream(bytes, stream), bytes.AsSpan(0, RecordReader.HeadBytes), ledger) is { } records) return records;
            using var rest = new MemoryStream();
            if (!stream.CopyUpTo(rest, LargestFile - bytes.Length))
            {
                ledger.Report(ProblemCatalog.FileTooLarge, $"JSON of more than {LargestFile >> 20} MB");
                return [];
            }
            bytes = [.. bytes, .. rest.GetBuffer().AsSpan(0, (int)rest.Length)];
        }
        var text = InUtf8(bytes, ledger);
        if (IsLines(text)) return JsonLines.Read(text, ledger);
        if (Parse(text, ledger.File, 0, out var problem) is { } document) return Whole(document, text, ledger);
        // What stands before the place of the error is read all the same.
        if (problem!.Kind == ProblemCatalog.JsonSyntax && JsonPieces.Read(new JoinedStream(text, Stream.Null), text.Span[..Math.Min(text.Length, RecordReader.HeadBytes)], ledger) is { } before) return before;
        ledger.Report(problem.Kind, problem.Found, problem.Where.Line, problem.Where.Column);
        return [];
    }

    /// <summary>Parses, or tells why not.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> text, string file, int linesBefore, out Problem? problem)
    {
        problem = null;
        try
        {
            if (BrokenNameAt(text.Span) is not { } offset) return JsonDocument.Parse(text, Options);
            var lines = new LineCounter(text);
            problem = new(ProblemCatalog.JsonSyntax, new(file, linesBefore + lines.LineOf(offset), lines.ColumnOf(offset)), "half of a surrogate pair in the name of a member");
        }
        catch (JsonException e)
        {
            problem = Problem(e, text.Span, file, linesBefore);
        }
        return null;
    }

    /// <summary>Where the name of a member has an escape that is no character: such a name cannot be read, and JsonDocument finds it only on use.</summary>
    private static int? BrokenNameAt(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf("\\ud"u8) < 0 && text.IndexOf("\\uD"u8) < 0) return null;
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = Deepest });
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || !reader.ValueIsEscaped) continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException)
            {
                return (int)reader.TokenStartIndex;
            }
        }
        return null;
    }

    /// <summary>What a parse error means, with line and column.</summary>
    internal static Problem Problem(JsonException error, ReadOnlySpan<byte> text, string file, int linesBefore)
    {
        if (TooDeepAt(text) is { } offset)
        {
            var lines = new LineCounter(text.ToArray());
            return new(ProblemCatalog.JsonTooDeep, new(file, linesBefore + lines.LineOf(offset), lines.ColumnOf(offset)), $"more than {Deepest} levels");
        }
        // A doubled member is reported without its place.
        int line = error.LineNumber is { } lineNumber ? (int)Math.Min(lineNumber, int.MaxValue - 1L - linesBefore) + 1 : 0;
        int column = error.BytePositionInLine is { } position ? (int)Math.Min(position, int.MaxValue - 1L) + 1 : 0;
        string message = error.Message;
        int place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return new(ProblemCatalog.JsonSyntax, new(file, line == 0 && linesBefore == 0 ? 0 : linesBefore + Math.Max(line, 1), column), Quote.Text(place > 0 ? message[..place] : message));
    }

    private static IEnumerable<ReadRecord> Whole(JsonDocument document, ReadOnlyMemory<byte> text, InputLedger ledger)
    {
        using (document)
        {
            var places = new LineCounter(text);
            foreach (var record in Known(document.RootElement, places, ledger)) yield return record;
        }
    }

    private static IEnumerable<ReadRecord> Known(JsonElement root, LineCounter places, InputLedger ledger)
    {
        if (CycloneDxReader.Is(root)) return CycloneDxReader.Read(root, places, ledger);
        if (SpdxJson.Is(root)) return SpdxJson.Read(root, places, ledger);
        if (SpdxGraph.Is(root)) return SpdxGraph.Read(root, places, ledger);
        if (LldpJson.Is(root)) return LldpJson.Read(root, places, ledger);
        if (LshwReader.Is(root)) return LshwReader.Read(root, places, ledger);
        if (NetBoxReader.Is(root)) return NetBoxReader.Read(root, places, ledger);
        if (OtherJson.Name(root) is { } name) ledger.Report(ProblemCatalog.FormatNotRead, name, 1, 1);
        else ledger.Report(ProblemCatalog.UnknownFormat, OtherJson.Describe(root), 1, 1);
        return [];
    }

    /// <summary>True when the first line is a JSON object by itself and others follow.</summary>
    private static bool IsLines(ReadOnlyMemory<byte> text)
    {
        var span = text.Span.TrimStart(" \t\r\n"u8);
        int end = span.IndexOf((byte)'\n');
        if (span.IsEmpty || span[0] != '{' || end < 0 || end > 1024 * 1024 || span[end..].TrimStart(" \t\r\n"u8).IsEmpty) return false;
        var reader = new Utf8JsonReader(span[..end], new JsonReaderOptions { MaxDepth = Deepest });
        try
        {
            return reader.Read() && reader.TrySkip() && reader.TokenType == JsonTokenType.EndObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static int? TooDeepAt(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= Deepest) return (int)reader.TokenStartIndex;
        }
        catch (JsonException)
        {
            // The other error comes first, and is the one to report.
        }
        return null;
    }

    private static ReadOnlyMemory<byte> InUtf8(byte[] bytes, InputLedger ledger)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..] && Utf8.IsValid(bytes)) return bytes.AsMemory(3);
        if (Utf8.IsValid(bytes)) return bytes;
        using var reader = TextEncoding.Open(new MemoryStream(bytes), out var strays);
        byte[] text = Encoding.UTF8.GetBytes(reader.ReadToEnd());
        if (strays.Count > 0) ledger.Report(ProblemCatalog.NotUtf8, $"{strays.Count} bytes that are not UTF-8");
        return text;
    }
}
