using System.Text;
using System.Text.Json;
using Rubicon.Diagnostics;
using Rubicon.Reading.CycloneDx;
using Rubicon.Reading.NetBox;
using Rubicon.Subjects;

namespace Rubicon.Reading.Json;

/// <summary>
/// Reads a JSON document and tells from its members what it is. Held in memory whole, up to a limit; nesting is bounded.
/// A member that stands twice in one object is an error: which of the two holds would be a guess.
/// </summary>
internal static class JsonInput
{
    public const int LargestFile = 256 * 1024 * 1024;
    public const int Deepest = 64;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };

    public static IEnumerable<ReadRecord> Read(HashedStream stream, InputLedger ledger)
    {
        if (stream.ReadAll(LargestFile) is not { } bytes)
        {
            ledger.Report(ProblemCatalog.FileTooLarge, $"JSON of more than {LargestFile >> 20} MB");
            return [];
        }
        var text = InUtf8(bytes);
        if (IsLines(text)) return JsonLines.Read(text, ledger);
        return Parse(text, ledger, 0) is { } document ? Whole(document, text, ledger) : [];
    }

    /// <summary>Parses, or reports why not.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> text, InputLedger ledger, int linesBefore)
    {
        try
        {
            return JsonDocument.Parse(text, Options);
        }
        catch (JsonException e)
        {
            var problem = Problem(e, text.Span, ledger.File, linesBefore);
            ledger.Report(problem.Kind, problem.Found, problem.Where.Line, problem.Where.Column);
            return null;
        }
    }

    /// <summary>What a parse error means, with line and column.</summary>
    public static Problem Problem(JsonException error, ReadOnlySpan<byte> text, string file, int linesBefore)
    {
        if (TooDeepAt(text) is { } offset)
        {
            var lines = new LineCounter(text.ToArray());
            return new(ProblemCatalog.JsonTooDeep, new(file, linesBefore + lines.LineOf(offset), lines.ColumnOf(offset)), $"more than {Deepest} levels");
        }
        int line = (int)Math.Min(error.LineNumber ?? 0, int.MaxValue - 1L - linesBefore) + 1;
        int column = (int)Math.Min(error.BytePositionInLine ?? 0, int.MaxValue - 1L) + 1;
        string message = error.Message;
        int place = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return new(ProblemCatalog.JsonSyntax, new(file, linesBefore + line, column), Quote.Text(place > 0 ? message[..place] : message));
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
                if (reader.CurrentDepth > Deepest) return (int)reader.TokenStartIndex;
        }
        catch (JsonException)
        {
            // The other error comes first, and is the one to report.
        }
        return null;
    }

    private static ReadOnlyMemory<byte> InUtf8(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => bytes.AsMemory(3),
        [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(bytes, 2, bytes.Length - 2)),
        [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2)),
        _ => bytes,
    };
}
