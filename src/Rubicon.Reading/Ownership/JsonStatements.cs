using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Rubicon.Diagnostics;
using Rubicon.Reading.Json;
using Rubicon.Reading.Tables;

namespace Rubicon.Reading.Ownership;

/// <summary>
/// The statements of a JSON file of any length, one at a time: entries of a list, objects one after the other, or JSON Lines. Memory holds one statement. What is no JSON is
/// refused by itself where the rest can still be told apart.
/// </summary>
internal sealed class JsonStatements(Stream stream, OwnershipAccount account)
{
    /// <summary>Largest statement in bytes.</summary>
    public const int LargestStatement = 16 * 1024 * 1024;

    private byte[] _buffer = new byte[1 << 16];
    private int _start, _end;
    private int _line = 1;
    private long _strays;
    private bool _ended;

    /// <summary>Each statement that is JSON, with its line. The document is the caller's to dispose of.</summary>
    public IEnumerable<(JsonDocument Document, int Line)> Read()
    {
        SkipSpace();
        if (_buffer.AsSpan(_start, _end - _start).StartsWith("\uFEFF"u8)) _start += 3;
        SkipSpace();
        if (Peek() is not { } first) yield break;
        bool list = first == '[', lines = first == '{' && FirstLineIsWhole();
        if (list) _start++;
        while (true)
        {
            SkipSpace(list);
            if (Peek() is not { } next) break;
            if (list && next == ']')
            {
                _start++;
                list = false;
                Trailing();
                break;
            }
            int line = _line;
            if (Take(lines) is not { } text) continue;
            if (Parse(text, line) is { } document) yield return (document, line);
        }
        if (_strays > 0) account.Report(ProblemCatalog.NotUtf8, new SourceLocation(account.File), $"{_strays} statements that are not UTF-8");
        if (list) account.Report(ProblemCatalog.JsonSyntax, new SourceLocation(account.File, _line), "a list that is not closed: the file may have been cut off");
    }

    private void Trailing()
    {
        SkipSpace();
        if (Peek() is not null) account.Report(ProblemCatalog.JsonSyntax, new SourceLocation(account.File, _line), "text behind the end of the list");
    }

    private JsonDocument? Parse(ReadOnlyMemory<byte> text, int line)
    {
        var document = JsonInput.Parse(text, account.File, line - 1, out var problem);
        if (document is null)
        {
            account.Read++;
            account.Refuse(problem!.Kind, problem.Where, problem.Found);
        }
        return document;
    }

    /// <summary>The bytes of the next value; null when it is too large, which is reported.</summary>
    private byte[]? Take(bool lines)
    {
        int length = lines ? LineLength() : ValueLength();
        if (length < 0)
        {
            account.Read++;
            account.Refuse(ProblemCatalog.FileTooLarge, new SourceLocation(account.File, _line), $"a statement of more than {LargestStatement >> 20} MB");
            _start = _end;
            while (Fill()) _start = _end;
            return null;
        }
        byte[] text = _buffer.AsSpan(_start, length).ToArray();
        _line += text.AsSpan().Count((byte)'\n');
        _start += length;
        if (Utf8.IsValid(text)) return text;
        _strays++;
        return Encoding.UTF8.GetBytes(TextEncoding.Decode(text));
    }

    private int LineLength()
    {
        for (int searched = 0; ;)
        {
            int at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (at >= 0) return searched + at;
            searched = _end - _start;
            if (searched > LargestStatement) return -1;
            if (!Fill()) return searched;
        }
    }

    /// <summary>Length of one value: to the bracket that closes it, or of a bare word to what follows it. A value that never closes takes the rest.</summary>
    private int ValueLength()
    {
        int depth = 0, at = 0;
        bool quoted = false;
        while (true)
        {
            if (at >= _end - _start)
            {
                if (at > LargestStatement) return -1;
                if (!Fill()) return _end - _start;
            }
            byte b = _buffer[_start + at++];
            if (quoted)
            {
                if (b == '\\') at++;
                quoted = b != '"';
                if (!quoted && depth == 0) return at;
            }
            else if (b == '"') quoted = true;
            else if (b is (byte)'{' or (byte)'[') depth++;
            else if (b is (byte)'}' or (byte)']')
            {
                if (--depth == 0) return at;
                if (depth < 0) return Math.Max(1, at - 1);
            }
            else if (depth == 0 && (b is (byte)',' or (byte)'\n')) return Math.Max(1, at - 1);
        }
    }

    private bool FirstLineIsWhole()
    {
        int length = LineLength();
        if (length <= 0) return false;
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, length), new JsonReaderOptions { MaxDepth = JsonInput.Deepest });
        try
        {
            return reader.Read() && reader.TrySkip() && reader.TokenType == JsonTokenType.EndObject && OnlySpace(_buffer.AsSpan(_start + (int)reader.BytesConsumed, length - (int)reader.BytesConsumed));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool OnlySpace(ReadOnlySpan<byte> text) => text.TrimStart(" \t\r\n"u8).IsEmpty;

    private byte? Peek() => _start < _end || Fill() ? _buffer[_start] : null;

    private void SkipSpace(bool commas = false)
    {
        while (Peek() is { } b && (b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' || (commas && b == ',')))
        {
            if (b == '\n') _line++;
            _start++;
        }
    }

    private bool Fill()
    {
        if (_ended) return false;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        int got = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += got;
        _ended = got == 0;
        return got > 0;
    }
}
