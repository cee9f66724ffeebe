using System.Text;

namespace Rubicon.Reports;

/// <summary>
/// Text to a stream as UTF-8 without byte order mark, in large pieces. Holds nothing that must be disposed; the stream stays
/// open. Halves of surrogate pairs become U+FFFD.
/// </summary>
internal sealed class TextOutput(Stream stream)
{
    private const int Piece = 64 * 1024;

    private readonly StringBuilder _text = new(Piece + 4096);

    internal void Write(char c) => _text.Append(c);

    internal void Write(string text) => _text.Append(text);

    /// <summary>Ends a line; only here are bytes handed on, so that no surrogate pair is cut.</summary>
    internal void EndLine()
    {
        _text.Append('\n');
        if (_text.Length >= Piece) PassOn();
    }

    internal void Finish()
    {
        PassOn();
        stream.Flush();
    }

    private void PassOn()
    {
        stream.Write(Encoding.UTF8.GetBytes(_text.ToString()));
        _text.Clear();
    }
}
