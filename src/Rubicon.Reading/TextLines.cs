using System.Text;

namespace Rubicon.Reading;

/// <summary>Lines of a text, numbered and bounded: what stands beyond the limit of a line is passed over.</summary>
internal sealed class TextLines(TextReader text)
{
    /// <summary>Longest line kept, in UTF-16 units; longer than the limit of a statement, so that a text over it is refused and not cut.</summary>
    public const int Longest = 64 * 1024;

    private readonly StringBuilder _line = new();
    private bool _afterReturn;

    /// <summary>The number of the line given last, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next line without its end, or null at the end. A carriage return, a line feed and both together end a line.</summary>
    public string? Next()
    {
        _line.Clear();
        bool any = false;
        for (int c; (c = text.Read()) >= 0;)
        {
            bool wasReturn = _afterReturn;
            _afterReturn = c == '\r';
            if (c == '\n' && wasReturn) continue;
            any = true;
            if (c is '\n' or '\r') return Take();
            if (_line.Length < Longest) _line.Append((char)c);
        }
        return any ? Take() : null;
    }

    private string Take()
    {
        Number++;
        return _line.ToString();
    }
}
