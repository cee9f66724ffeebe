using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rubicon.Reports.Json;

/// <summary>
/// A JSON writer over a stream that hands its bytes on in large pieces: the writer's own stream mode would call the operating
/// system once for every decision. The stream stays open.
/// </summary>
internal sealed class JsonOutput
{
    private const int Piece = 64 * 1024;

    private readonly Stream _stream;
    private long _passedOn;
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * Piece);

    internal JsonOutput(Stream stream, bool indented)
    {
        _stream = stream;

        // The relaxed encoder keeps "Huawei" 华为 readable; what it leaves unescaped matters only inside HTML.
        Writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions
        {
            Indented = indented,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
    }

    internal Utf8JsonWriter Writer { get; }

    /// <summary>Bytes written so far, those not yet handed on among them; what the writer itself holds back is not.</summary>
    internal long Position => _passedOn + _buffer.WrittenCount;

    /// <summary>Ends one JSON text on its own line and makes the writer ready for the next.</summary>
    internal void EndLine()
    {
        Writer.Flush();
        _buffer.Write("\n"u8);
        Writer.Reset();
        PassOn(Piece);
    }

    /// <summary>Says that a good place to hand bytes on is reached.</summary>
    internal void Pause()
    {
        Writer.Flush();
        PassOn(Piece);
    }

    internal void Finish()
    {
        Writer.Flush();
        PassOn(0);
        _stream.Flush();
    }

    private void PassOn(int atLeast)
    {
        if (_buffer.WrittenCount < atLeast) return;
        _stream.Write(_buffer.WrittenSpan);
        _passedOn += _buffer.WrittenCount;
        _buffer.ResetWrittenCount();
    }
}
