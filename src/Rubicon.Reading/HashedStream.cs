using System.Security.Cryptography;

namespace Rubicon.Reading;

/// <summary>
/// Reads a stream once, forward, and takes its SHA-256 on the way. The first bytes can be looked at before reading, so
/// that the format is told from content and standard input needs no rewinding.
/// </summary>
internal sealed class HashedStream(Stream source) : ForwardStream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] _head = [];
    private int _headAt;

    /// <summary>True when the source has been read to its end.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>The first bytes, at most <paramref name="length"/>; they are still to be read.</summary>
    public ReadOnlySpan<byte> Peek(int length)
    {
        _head = new byte[length];
        int got = Fill(_head);
        Array.Resize(ref _head, got);
        return _head;
    }

    /// <summary>Digest of all bytes in lower-case hex, or null when some were left unread. Call once.</summary>
    public string? Digest() => AtEnd && _headAt == _head.Length ? Convert.ToHexStringLower(_hash.GetHashAndReset()) : null;

    /// <summary>The whole content, or null when it is longer than the limit.</summary>
    public byte[]? ReadAll(int limit)
    {
        using var all = new MemoryStream();
        return CopyUpTo(all, limit) ? all.ToArray() : null;
    }

    /// <summary>Copies what is left; false when it is longer than the limit.</summary>
    public bool CopyUpTo(MemoryStream target, int limit)
    {
        byte[] block = new byte[128 * 1024];
        long copied = 0;
        for (int got; (got = Read(block, 0, block.Length)) > 0;)
        {
            copied += got;
            if (copied > limit) return false;
            target.Write(block, 0, got);
        }
        return true;
    }

    /// <summary>At most so many bytes from where it stands, to be followed by the rest of the stream when they are not all of it.</summary>
    public byte[] ReadUpTo(int limit, out bool whole)
    {
        using var all = new MemoryStream();
        byte[] block = new byte[128 * 1024];
        int got = 0;
        while (all.Length < limit && (got = Read(block, 0, (int)Math.Min(block.Length, limit - all.Length))) > 0) all.Write(block, 0, got);
        whole = got == 0;
        return all.ToArray();
    }

    /// <summary>Reads what is left, so that the digest covers the whole input.</summary>
    public void Drain()
    {
        byte[] block = new byte[64 * 1024];
        while (Read(block, 0, block.Length) > 0) { }
    }

    public override int Read(Span<byte> buffer)
    {
        if (_headAt < _head.Length)
        {
            int n = Math.Min(buffer.Length, _head.Length - _headAt);
            _head.AsSpan(_headAt, n).CopyTo(buffer);
            _headAt += n;
            return n;
        }
        return buffer.IsEmpty ? 0 : Fetch(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    private int Fill(Span<byte> buffer)
    {
        int filled = 0;
        while (filled < buffer.Length)
        {
            int got = Fetch(buffer[filled..]);
            if (got == 0) break;
            filled += got;
        }
        return filled;
    }

    private int Fetch(Span<byte> buffer)
    {
        int got = source.Read(buffer);
        if (got == 0) AtEnd = true;
        else _hash.AppendData(buffer[..got]);
        return got;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            source.Dispose();
        }
        base.Dispose(disposing);
    }
}
