using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Rubicon.Reading.Tables;

/// <summary>What is wrong with the row as such.</summary>
internal enum RowFault
{
    None,
    /// <summary>A quote was opened and not closed; the row is its first line only, reading goes on with the next.</summary>
    OpenQuote,
    /// <summary>A line longer than <see cref="CsvRows.LongestRow"/>; its rest was passed over.</summary>
    TooLong,
}

/// <summary>
/// Rows of separated text, one at a time, by CsvHelper's parser, which knows no bounds: a row that grows beyond the limit
/// is cut off here, and reading starts anew with the line after the one that opened the quote.
/// </summary>
internal sealed class CsvRows : IDisposable
{
    /// <summary>Longest row in UTF-16 units; a quoted cell may hold line breaks, so that this is also how far an unclosed quote reaches.</summary>
    public const int LongestRow = 1024 * 1024;

    private readonly CsvConfiguration _configuration;
    private readonly BoundedText _text;
    private CsvParser _parser;
    private int _linesBefore;
    private int _rawRow;
    private bool _badData;

    public CsvRows(TextReader text, char separator, int linesBefore = 0)
    {
        _text = new(text);
        _linesBefore = linesBefore;
        _configuration = new(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            BadDataFound = _ => _badData = true,
            IgnoreBlankLines = false,
            DetectDelimiter = false,
            BufferSize = 4096,
        };
        _parser = new(_text, _configuration, leaveOpen: true);
    }

    /// <summary>The line on which the row starts.</summary>
    public int Line { get; private set; }

    /// <summary>How many lines the row takes; more than one when a quoted cell holds line breaks.</summary>
    public int Lines { get; private set; }

    public RowFault Fault { get; private set; }

    public int Count => _parser.Count;

    /// <summary>The cells of the row it stands at.</summary>
    public CsvCells Cells => new(this);

    /// <summary>A NUL character has come by.</summary>
    public bool MayHoldNul => _text.NulSeen;

    public string Cell(int index) => _parser[index] ?? "";

    /// <summary>The row as it stood in the file, at most <see cref="LongestRow"/>.</summary>
    public string Raw { get; private set; } = "";

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Next()
    {
        if (Fault != RowFault.None) StartAnew();
        Fault = RowFault.None;
        _text.StartRow();
        if (!_parser.Read()) return false;
        Line = _linesBefore + _rawRow + 1;
        Lines = _parser.RawRow - _rawRow;
        _rawRow = _parser.RawRow;
        if (_text.Cut || (_text.Ended && EndsInQuote()))
        {
            Raw = _parser.RawRecord;
            Fault = _text.Cut && Raw.AsSpan().IndexOfAny('\r', '\n') < 0 ? RowFault.TooLong : RowFault.OpenQuote;
        }
        return true;
    }

    /// <summary>
    /// True when a row of several lines has text after a closing quote: mostly a quote that was left open and met the
    /// opening quote of a later row.
    /// </summary>
    public bool LooksTorn()
    {
        _badData = false;
        for (int i = 0; i < Count; i++) _ = _parser[i];
        return _badData;
    }

    /// <summary>The lines of the row after its first, read as rows of their own.</summary>
    public CsvRows Rest()
    {
        string raw = _parser.RawRecord;
        return new(new StringReader(raw[AfterFirstLine(raw)..]), _configuration.Delimiter[0], Line);
    }

    /// <summary>The last row of the input has an odd number of quotes, and one of them opens a cell.</summary>
    private bool EndsInQuote()
    {
        string raw = _parser.RawRecord;
        if (raw.AsSpan().Count('"') % 2 == 0) return false;
        return Lines > 1 || raw.StartsWith('"') || raw.Contains(_configuration.Delimiter + "\"", StringComparison.Ordinal);
    }

    private void StartAnew()
    {
        _parser.Dispose();
        if (Fault == RowFault.TooLong) _text.SkipLine();
        _text.PutBack(Fault == RowFault.TooLong ? "" : Raw[AfterFirstLine(Raw)..]);
        _linesBefore = Line;
        _rawRow = 0;
        _parser = new(_text, _configuration, leaveOpen: true);
    }

    private static int AfterFirstLine(string raw)
    {
        int end = raw.AsSpan().IndexOfAny('\r', '\n');
        if (end < 0) return raw.Length;
        return raw[end] == '\r' && end + 1 < raw.Length && raw[end + 1] == '\n' ? end + 2 : end + 1;
    }

    public void Dispose() => _parser.Dispose();
}

/// <summary>The row that <see cref="CsvRows"/> stands at.</summary>
internal readonly struct CsvCells(CsvRows rows) : IRowCells
{
    public int Count => rows.Count;

    public bool MayHoldNul => rows.MayHoldNul;

    public string Cell(int index) => rows.Cell(index);
}
