using System.Text;
using System.Text.Json;
using Rubicon.Diagnostics;

namespace Rubicon.Reading.Json;

/// <summary>One piece of a JSON document that is read in pieces.</summary>
/// <param name="Member">The member of the root that it is, or is an entry of; empty for an entry of a root that is a list.</param>
/// <param name="Index">Its place in the list from 0, or -1 for a member that is no list.</param>
/// <param name="Text">Its text in UTF-8.</param>
/// <param name="LinesBefore">Lines of the document before it.</param>
internal readonly record struct JsonPiece(string Member, int Index, ReadOnlyMemory<byte> Text, int LinesBefore)
{
    /// <summary>The path of the piece in the document.</summary>
    public string Path => (Member.Length == 0 ? "$" : $"$.{Member}") + (Index < 0 ? "" : $"[{Index}]");
}

/// <summary>
/// Reads a JSON document in pieces: each member of the root, and each entry of members that are lists. Memory is bounded by
/// the largest piece, so that a list of any length can be read, and what stands before a break in the file is not lost.
/// </summary>
internal sealed class JsonStream
{
    /// <summary>Largest piece in bytes.</summary>
    public const int LargestPiece = 16 * 1024 * 1024;

    private enum Place
    {
        Start,
        InObject,
        InList,
        After,
        End,
    }

    private readonly TextReader _source;
    private readonly InputLedger _ledger;
    private readonly Encoder _encoder = Encoding.UTF8.GetEncoder();
    private readonly char[] _chars = new char[16 * 1024];
    private readonly HashSet<string> _members = new(StringComparer.Ordinal);
    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _final;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = JsonInput.Deepest });
    private Place _place;
    private bool _rootIsList;
    private string _member = "";
    private int _index;
    private int _line;

    /// <summary>Reads text of any encoding; the source stays open.</summary>
    public JsonStream(TextReader source, InputLedger ledger) => (_source, _ledger) = (source, ledger);

    /// <summary>True when the document ended with an error, which the ledger has.</summary>
    public bool Failed { get; private set; }

    /// <summary>Goes to the next piece; false at the end and on an error.</summary>
    public bool Next(out JsonPiece piece)
    {
        piece = default;
        while (!Failed && _place != Place.End)
        {
            try
            {
                if (Step(out piece)) return true;
            }
            catch (JsonException e)
            {
                Failed = true;
                var problem = JsonInput.Problem(e, default, _ledger.File, 0);
                _ledger.Report(problem.Kind, problem.Found, problem.Where.Line, problem.Where.Column);
            }
        }
        return false;
    }

    /// <summary>One step: a piece, or more text, or a part of the frame passed.</summary>
    private bool Step(out JsonPiece piece)
    {
        piece = default;
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _final, _state);
        if (!reader.Read())
        {
            More();
            return false;
        }
        switch (_place)
        {
            case Place.Start:
                _rootIsList = reader.TokenType == JsonTokenType.StartArray;
                _place = _rootIsList ? Place.InList : reader.TokenType == JsonTokenType.StartObject ? Place.InObject : Place.After;
                break;
            case Place.InObject when reader.TokenType == JsonTokenType.EndObject:
                _place = Place.After;
                break;
            case Place.InObject:
                return Member(ref reader, out piece);
            case Place.InList when reader.TokenType == JsonTokenType.EndArray:
                _place = _rootIsList ? Place.After : Place.InObject;
                break;
            case Place.InList:
                return Piece(ref reader, _index, out piece);
        }
        Commit(reader);
        return false;
    }

    private bool Member(ref Utf8JsonReader reader, out JsonPiece piece)
    {
        piece = default;
        string name = Name(reader);
        int line = _line + 1 + _buffer.AsSpan(_start, (int)reader.TokenStartIndex).Count((byte)'\n');
        if (!reader.Read())
        {
            More();
            return false;
        }
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            if (Doubled(name, line)) return false;
            (_member, _index, _place) = (name, 0, Place.InList);
            Commit(reader);
            return false;
        }
        string before = _member;
        _member = name;
        if (!Piece(ref reader, -1, out piece))
        {
            _member = before;
            return false;
        }
        return !Doubled(name, line);
    }

    private bool Piece(ref Utf8JsonReader reader, int index, out JsonPiece piece)
    {
        piece = default;
        int from = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            More();
            return false;
        }
        int to = (int)reader.BytesConsumed;
        byte[] text = _buffer.AsSpan(_start + from, to - from).ToArray();
        int lines = _line + _buffer.AsSpan(_start, from).Count((byte)'\n');
        Commit(reader);
        piece = new(_member, index, text, lines);
        if (index >= 0) _index = index + 1;
        return true;
    }

    private bool Doubled(string name, int line)
    {
        if (_members.Add(name)) return false;
        _ledger.Report(ProblemCatalog.JsonSyntax, $"the member {Quote.Text(name)} twice", line);
        return Failed = true;
    }

    private static string Name(in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: the name of nothing that is read here.
            return "";
        }
    }

    private void Commit(in Utf8JsonReader reader)
    {
        int read = (int)reader.BytesConsumed;
        _line += _buffer.AsSpan(_start, read).Count((byte)'\n');
        _start += read;
        _state = reader.CurrentState;
    }

    /// <summary>Brings more text behind what is left; the end of the text lets the reader report what is missing.</summary>
    private void More()
    {
        if (_final)
        {
            _place = Place.End;
            return;
        }
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end > LargestPiece)
        {
            _ledger.Report(ProblemCatalog.FileTooLarge, $"a record of more than {LargestPiece >> 20} MB", _line + 1);
            Failed = true;
            return;
        }
        int got = _source.Read(_chars, 0, _chars.Length);
        int most = _buffer.Length - _end < _chars.Length * 3 ? _end + (_chars.Length * 3) : 0;
        if (most > 0) Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, most));
        _final = got <= 0;
        _end += _encoder.GetBytes(_chars.AsSpan(0, Math.Max(0, got)), _buffer.AsSpan(_end), flush: _final);
    }
}
