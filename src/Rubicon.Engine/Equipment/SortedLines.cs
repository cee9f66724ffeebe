using System.Text;

namespace Rubicon.Equipment;

/// <summary>
/// Lines of <c>key, tab, text</c> in UTF-8, sorted by the bytes of the key, searched where they lie: a register of two
/// megabytes costs its bytes and nothing else, and a look-up touches about sixteen lines. Lines before the first key
/// that start with # are the head. Immutable, safe for any thread.
/// </summary>
public sealed class SortedLines
{
    private readonly byte[] _bytes;
    private readonly int _start;

    /// <summary>Takes the content; the array is not copied and must not change.</summary>
    public SortedLines(byte[] content)
    {
        _bytes = content;
        int start = 0;
        while (start < content.Length && content[start] == (byte)'#') start = After(start);
        _start = start;
    }

    /// <summary>The head: what the register is, its date and its origin.</summary>
    public string Head => Encoding.UTF8.GetString(_bytes, 0, _start);

    /// <summary>The text beside a key, or null when the key is not there.</summary>
    public string? Find(ReadOnlySpan<byte> key)
    {
        int low = _start, high = _bytes.Length;
        while (low < high)
        {
            int line = LineAt(low + (high - low) / 2);
            var found = Key(line);
            int order = found.SequenceCompareTo(key);
            if (order == 0) return Text(line + found.Length);
            if (order < 0) low = After(line);
            else high = line;
        }
        return null;
    }

    /// <summary>The texts of all lines, in the order of the keys.</summary>
    public IEnumerable<string> Texts()
    {
        for (int line = _start; line < _bytes.Length; line = After(line)) yield return Text(line + Key(line).Length);
    }

    /// <summary>True when some key begins with this one and is longer.</summary>
    public bool AnyLonger(ReadOnlySpan<byte> key)
    {
        int low = _start, high = _bytes.Length;
        while (low < high)
        {
            int line = LineAt(low + (high - low) / 2);
            if (Key(line).SequenceCompareTo(key) <= 0) low = After(line);
            else high = line;
        }
        return low < _bytes.Length && Key(low).StartsWith(key);
    }

    /// <summary>The first line, from 1, that is not sorted after the one before or has no tab; 0 when all are right.</summary>
    public int FirstDamagedLine()
    {
        int number = Head.AsSpan().Count('\n');
        ReadOnlySpan<byte> before = default;
        for (int line = _start; line < _bytes.Length; line = After(line))
        {
            number++;
            var key = Key(line);
            bool ends = line + key.Length < _bytes.Length && _bytes[line + key.Length] == (byte)'\t';
            if (!ends || key.SequenceCompareTo(before) <= 0) return number;
            before = key;
        }
        return 0;
    }

    private int LineAt(int position)
    {
        int newline = position == 0 ? -1 : _bytes.AsSpan(_start, Math.Max(0, position - _start)).LastIndexOf((byte)'\n');
        return newline < 0 ? _start : _start + newline + 1;
    }

    private int After(int line)
    {
        int newline = _bytes.AsSpan(line).IndexOf((byte)'\n');
        return newline < 0 ? _bytes.Length : line + newline + 1;
    }

    private ReadOnlySpan<byte> Key(int line)
    {
        var rest = _bytes.AsSpan(line);
        int end = rest.IndexOfAny((byte)'\t', (byte)'\n');
        return end < 0 ? rest : rest[..end];
    }

    private string Text(int tab)
    {
        var rest = _bytes.AsSpan(Math.Min(tab + 1, _bytes.Length));
        int end = rest.IndexOf((byte)'\n');
        return Encoding.UTF8.GetString(end < 0 ? rest : rest[..end]);
    }
}
