namespace Rubicon.Server.StoredReports;

/// <summary>A stream that hands what is written on in pieces of one size; the last one may be shorter.</summary>
internal sealed class PieceStream(Action<byte[]> handOn) : Stream
{
    private byte[] _piece = new byte[Storage.Reports.PieceSize];
    private int _filled;

    /// <summary>Bytes written.</summary>
    public long Total { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => Total;

    public override long Position { get => Total; set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        Total += buffer.Length;
        while (buffer.Length > 0)
        {
            int count = Math.Min(buffer.Length, _piece.Length - _filled);
            buffer[..count].CopyTo(_piece.AsSpan(_filled));
            buffer = buffer[count..];
            _filled += count;
            if (_filled < _piece.Length) continue;
            handOn(_piece);
            _piece = new byte[Storage.Reports.PieceSize];
            _filled = 0;
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Hands on what is left.</summary>
    public void End()
    {
        if (_filled > 0) handOn(_piece[.._filled]);
        _filled = 0;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
