namespace Rubicon.Server.StoredReports;

/// <summary>Lets a synchronous writer write to the answer of a request: full buffers are sent while it goes on, one at a time.</summary>
internal sealed class ForwardedStream(Stream output) : Stream
{
    private const int Size = 256 * 1024;

    private byte[] _buffer = new byte[Size];
    private int _filled;
    private Task _sending = Task.CompletedTask;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            int count = Math.Min(buffer.Length, Size - _filled);
            buffer[..count].CopyTo(_buffer.AsSpan(_filled));
            buffer = buffer[count..];
            _filled += count;
            if (_filled == Size) Send();
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Sends what is left and waits for all of it.</summary>
    public async Task FinishAsync()
    {
        if (_filled > 0) Send();
        await _sending;
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Send()
    {
        // The one before must be out: memory does not grow when the reader is slow.
        _sending.GetAwaiter().GetResult();
        var piece = _buffer.AsMemory(0, _filled);
        _buffer = new byte[Size];
        _filled = 0;
        _sending = output.WriteAsync(piece).AsTask();
    }
}
