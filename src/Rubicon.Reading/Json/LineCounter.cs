using System.Runtime.InteropServices;
using System.Text.Json;

namespace Rubicon.Reading.Json;

/// <summary>Lines of places in a JSON text. Quick when asked in the order of the text, as readers do.</summary>
internal sealed class LineCounter(ReadOnlyMemory<byte> text, int linesBefore = 0)
{
    private int _offset;
    private int _line = 1;

    /// <summary>The line, from 1, on which an element of a document over this text begins.</summary>
    public int LineOf(JsonElement element) =>
        text.Span.Overlaps(JsonMarshal.GetRawUtf8Value(element), out int offset) ? LineOf(offset) : 0;

    /// <summary>The line of a byte.</summary>
    public int LineOf(int offset)
    {
        if (offset < _offset) (_offset, _line) = (0, 1);
        _line += text.Span[_offset..offset].Count((byte)'\n');
        _offset = offset;
        return linesBefore + _line;
    }

    /// <summary>The column of a byte, in bytes from 1.</summary>
    public int ColumnOf(int offset) => offset - text.Span[..offset].LastIndexOf((byte)'\n');
}
