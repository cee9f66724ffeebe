using System.Text;

namespace Rubicon.Reading.Tables;

/// <summary>
/// Text of unsure encoding: UTF-8, or UTF-16 where a byte order mark says so. Bytes that are no UTF-8 are taken one by
/// one as windows-1252 and counted, so that a stray byte in a long UTF-8 file does not spoil the rest, and a file that
/// is windows-1252 throughout comes out right without a second pass (standard input has none).
/// </summary>
internal static class TextEncoding
{
    /// <summary>A reader of the stream; <paramref name="strays"/> counts the bytes that were no UTF-8.</summary>
    public static StreamReader Open(Stream stream, out StrayBytes strays)
    {
        strays = new StrayBytes();
        var utf8 = Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, strays);
        return new StreamReader(stream, utf8, detectEncodingFromByteOrderMarks: true, bufferSize: 64 * 1024, leaveOpen: true);
    }

    /// <summary>Text of a few bytes, for looking at; a character cut off at the end is dropped.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        using var reader = Open(new MemoryStream(bytes.ToArray()), out _);
        return reader.ReadToEnd();
    }
}

/// <summary>Reads bytes that are no UTF-8 as windows-1252, and counts them.</summary>
internal sealed class StrayBytes : DecoderFallback
{
    /// <summary>windows-1252 from 0x80 to 0x9F; the five it leaves open become the replacement character.</summary>
    private const string Upper =
        "\u20AC\uFFFD\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\uFFFD\u017D\uFFFD" +
        "\uFFFD\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\uFFFD\u017E\u0178";

    public long Count { get; private set; }

    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Replacement(this);

    private sealed class Replacement(StrayBytes owner) : DecoderFallbackBuffer
    {
        private readonly char[] _chars = new char[4];
        private int _length;
        private int _next;

        public override int Remaining => _length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            _next = 0;
            _length = Math.Min(bytesUnknown.Length, _chars.Length);
            owner.Count += bytesUnknown.Length;
            for (int i = 0; i < _length; i++)
            {
                byte b = bytesUnknown[i];
                _chars[i] = b is >= 0x80 and < 0xA0 ? Upper[b - 0x80] : (char)b;
            }
            return _length > 0;
        }

        public override char GetNextChar() => _next < _length ? _chars[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0) return false;
            _next--;
            return true;
        }

        public override void Reset() => _length = _next = 0;
    }
}
