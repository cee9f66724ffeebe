namespace Rubicon.Reading.Tables;

/// <summary>
/// Text on its way to the CSV parser. Ends it early when one row has taken more than it may, so that a cell of any length
/// costs no more memory than that.
/// </summary>
internal sealed class BoundedText(TextReader source) : TextReader
{
    private string _putBack = "";
    private int _putBackAt;
    private int _sinceRow;

    /// <summary>The row at hand grew too long, and the parser was told that the text ends.</summary>
    public bool Cut { get; private set; }

    /// <summary>The source is at its end.</summary>
    public bool Ended { get; private set; }

    /// <summary>A NUL character has come by: cells are to be looked at for it.</summary>
    public bool NulSeen { get; private set; }

    /// <summary>A row begins.</summary>
    public void StartRow() => _sinceRow = 0;

    /// <summary>Text to be read again before the rest; reading starts anew.</summary>
    public void PutBack(string text)
    {
        _putBack = _putBackAt < _putBack.Length ? text + _putBack[_putBackAt..] : text;
        _putBackAt = 0;
        _sinceRow = 0;
        Cut = false;
        Ended = false;
    }

    /// <summary>Passes over the rest of the line.</summary>
    public void SkipLine()
    {
        for (int c; (c = ReadOne()) >= 0;)
        {
            if (c == '\n') return;
            if (c != '\r') continue;
            if (PeekOne() == '\n') ReadOne();
            return;
        }
    }

    public override int Read(char[] buffer, int index, int count)
    {
        if (Cut) return 0;
        if (_sinceRow > CsvRows.LongestRow)
        {
            Cut = true;
            return 0;
        }
        int got;
        if (_putBackAt < _putBack.Length)
        {
            got = Math.Min(count, _putBack.Length - _putBackAt);
            _putBack.CopyTo(_putBackAt, buffer, index, got);
            _putBackAt += got;
        }
        else
        {
            got = source.Read(buffer, index, count);
            Ended = got == 0;
        }
        NulSeen = NulSeen || buffer.AsSpan(index, got).Contains('\0');
        _sinceRow += got;
        return got;
    }

    private int ReadOne() => _putBackAt < _putBack.Length ? _putBack[_putBackAt++] : source.Read();

    private int PeekOne() => _putBackAt < _putBack.Length ? _putBack[_putBackAt] : source.Peek();
}
