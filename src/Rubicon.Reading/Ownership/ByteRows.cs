using System.Text;
using System.Text.Unicode;
using Rubicon.Reading.Tables;

namespace Rubicon.Reading.Ownership;

/// <summary>
/// Rows of separated UTF-8 text as bytes, without a string for each cell: tables of stakes have ten million rows. Quotes as in RFC 4180. A row that
/// grows beyond <see cref="CsvRows.LongestRow"/>, or whose quote is not closed, is its first line only and has a fault. A row that is not UTF-8 is taken as windows-1252.
/// </summary>
internal sealed class ByteRows(Stream stream)
{
    private readonly List<(int Start, int Length)> _cells = [];
    private byte[] _buffer = new byte[1 << 20];
    private byte[] _row = [];
    private byte[] _unquoted = new byte[256];
    private int _start, _end, _nextLine = 1;
    private bool _ended;

    /// <summary>What parts the cells; any of the usual ones until the header is read.</summary>
    public byte? Separator { get; set; }

    /// <summary>The line on which the row starts.</summary>
    public int Line { get; private set; }

    public RowFault Fault { get; private set; }

    /// <summary>How many rows were not UTF-8.</summary>
    public long Strays { get; private set; }

    public int Count => _cells.Count;

    /// <summary>The cell without outer space; empty beyond the last.</summary>
    public ReadOnlySpan<byte> Cell(int index) => (uint)index < (uint)_cells.Count ? _row.AsSpan(_cells[index].Start, _cells[index].Length).Trim(" \t"u8) : [];

    public string Text(int index) => Encoding.UTF8.GetString(Cell(index));

    /// <summary>The next row without its line end; false at the end. The first row loses its byte order mark.</summary>
    public bool NextRaw(out ReadOnlySpan<byte> row)
    {
        Fault = RowFault.None;
        row = [];
        int length = RowLength(out int lineEnd);
        if (length < 0) return false;
        Line = _nextLine;
        row = _buffer.AsSpan(_start, length);
        _nextLine += row.Count((byte)'\n') + (lineEnd > 0 ? 1 : 0);
        _start += length + lineEnd;
        if (row.EndsWith("\r"u8)) row = row[..^1];
        if (Line == 1 && row.StartsWith("\uFEFF"u8)) row = row[3..];
        return true;
    }

    /// <summary>Goes to the next row and parts its cells.</summary>
    public bool Next()
    {
        if (!NextRaw(out var raw)) return false;
        Part(raw);
        return true;
    }

    /// <summary>Parts the cells of a row that <see cref="NextRaw"/> gave.</summary>
    public void Part(ReadOnlySpan<byte> raw)
    {
        byte separator = Separator ?? (byte)',';
        if (Utf8.IsValid(raw))
        {
            if (_row.Length < raw.Length) _row = new byte[Math.Max(1024, raw.Length * 2)];
            raw.CopyTo(_row);
            Part(raw.Length, separator);
            return;
        }
        Strays++;
        _row = Encoding.UTF8.GetBytes(TextEncoding.Decode(raw));
        Part(_row.Length, separator);
    }

    private void Part(int length, byte separator)
    {
        _cells.Clear();
        var row = _row.AsSpan(0, length);
        if (row.IndexOf((byte)'"') < 0)
        {
            for (int from = 0; from <= length;)
            {
                int at = row[from..].IndexOf(separator);
                int to = at < 0 ? length : from + at;
                _cells.Add((from, to - from));
                from = to + 1;
            }
            return;
        }
        PartQuoted(row, separator);
    }

    /// <summary>Cells are written one after the other without their quotes, in place: they only become shorter.</summary>
    private void PartQuoted(Span<byte> row, byte separator)
    {
        if (_unquoted.Length < row.Length) _unquoted = new byte[row.Length * 2];
        int write = 0, cell = 0;
        bool inside = false;
        for (int i = 0; i < row.Length; i++)
        {
            byte b = row[i];
            if (b == '"' && inside && i + 1 < row.Length && row[i + 1] == '"') _unquoted[write++] = row[i++];
            else if (b == '"' && (inside || OnlySpace(_unquoted.AsSpan(cell, write - cell)))) inside = !inside;
            else if (b == separator && !inside)
            {
                _cells.Add((cell, write - cell));
                cell = write;
            }
            else _unquoted[write++] = b;
        }
        _cells.Add((cell, write - cell));
        (_row, _unquoted) = (_unquoted, _row);
    }

    private static bool OnlySpace(ReadOnlySpan<byte> text) => text.TrimStart(" \t"u8).IsEmpty;

    /// <summary>Length of the next row in the buffer, and of its line end; -1 at the end of the stream.</summary>
    private int RowLength(out int lineEnd)
    {
        lineEnd = 1;
        int searched = 0;
        bool inside = false;
        while (true)
        {
            var rest = _buffer.AsSpan(_start + searched, _end - _start - searched);
            int stop = inside ? rest.IndexOf((byte)'"') : rest.IndexOfAny((byte)'\n', (byte)'"');
            if (stop >= 0 && rest[stop] == '\n') return searched + stop;
            if (stop >= 0)
            {
                inside = !inside && Opens(_start + searched + stop);
                searched += stop + 1;
                continue;
            }
            searched = _end - _start;
            if (searched > CsvRows.LongestRow) return Cut(out lineEnd);
            if (Fill()) continue;
            if (_start == _end) return -1;
            if (inside) return Cut(out lineEnd);
            lineEnd = 0;
            return _end - _start;
        }
    }

    /// <summary>A quote in the middle of a cell is a letter like others.</summary>
    private bool Opens(int at)
    {
        do
        {
            at--;
        }
        while (at >= _start && _buffer[at] is (byte)' ' or (byte)'\t' or 0xBF or 0xBB or 0xEF);
        return at < _start || _buffer[at] == Separator || (Separator is null && _buffer[at] is (byte)',' or (byte)';' or (byte)'|') || _buffer[at + 1] == (byte)'\t';
    }

    /// <summary>The first line alone, as a row with a fault; a line that is too long by itself is passed over to its end.</summary>
    private int Cut(out int lineEnd)
    {
        lineEnd = 1;
        int line = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
        Fault = line < 0 && _end - _start > CsvRows.LongestRow ? RowFault.TooLong : RowFault.OpenQuote;
        if (line >= 0) return line;
        if (Fault == RowFault.OpenQuote)
        {
            lineEnd = 0;
            return _end - _start;
        }
        int kept = CsvRows.LongestRow;
        while (true)
        {
            int end = _buffer.AsSpan(_start + kept, _end - _start - kept).IndexOf((byte)'\n');
            if (end >= 0)
            {
                lineEnd = end + 1;
                return kept;
            }
            _end = _start + kept;
            if (!Fill())
            {
                lineEnd = 0;
                return _end - _start;
            }
        }
    }

    private bool Fill()
    {
        if (_ended) return false;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        int got = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += got;
        _ended = got == 0;
        return got > 0;
    }
}
