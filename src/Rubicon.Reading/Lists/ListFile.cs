using System.IO.Compression;
using System.Security.Cryptography;
using Rubicon.Diagnostics;

namespace Rubicon.Reading.Lists;

/// <summary>
/// Reads a list of parties: the Consolidated Screening List as CSV, any CSV with a column for the name, JSON with an array of entities, and JSON Lines
/// (FollowTheMoney entities, or objects with a name), each also compressed with gzip. The format is told by the content. Nothing is thrown for the content.
/// </summary>
public static class ListFile
{
    /// <summary>Most bytes that a file may hold, unpacked.</summary>
    public const long LargestFile = 1L << 30;

    /// <summary>Reads the file.</summary>
    /// <param name="file">What to call it in problems; its name without extension is the id of the list.</param>
    /// <param name="stream">Its bytes; not closed.</param>
    public static ListReading Read(string file, Stream stream)
    {
        byte[]? bytes = Unpacked(stream, out string? fault);
        string digest = bytes is null ? "" : Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (bytes is null) return Failed(file, digest, fault!);
        string list = Path.GetFileName(file).Split('.')[0];
        int start = 0;
        while (start < bytes.Length && bytes[start] is 0xEF or 0xBB or 0xBF or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') start++;
        if (start == bytes.Length) return Failed(file, digest, "an empty file");
        var draft = new ListDraft(file, list);
        if (bytes[start] == '<') return Failed(file, digest, "XML, which this version does not read");
        if (bytes[start] is not ((byte)'{' or (byte)'[')) CsvList.Read(bytes, draft);
        else if (!JsonList.Read(bytes.AsMemory(start), draft)) return Failed(file, digest, draft.Fault ?? "JSON without entities");
        return draft.Close(digest);
    }

    private static ListReading Failed(string file, string digest, string found) =>
        new([], 0, 0, digest, [new Problem(ProblemCatalog.ListNotRead, new SourceLocation(file), found)]) { IsWhole = false };

    private static byte[]? Unpacked(Stream stream, out string? fault)
    {
        using var head = new BufferedStream(stream, 64 * 1024);
        using var copy = new MemoryStream();
        fault = null;
        try
        {
            byte[] buffer = new byte[64 * 1024];
            int first = head.Read(buffer, 0, 2);
            bool packed = first == 2 && buffer[0] == 0x1F && buffer[1] == 0x8B;
            using var joined = new JoinedStream(buffer.AsSpan(0, first).ToArray(), head);
            using Stream source = packed ? new GZipStream(joined, CompressionMode.Decompress) : joined;
            byte[] piece = new byte[64 * 1024];
            for (int read; (read = source.Read(piece)) > 0;)
            {
                if (copy.Length + read > LargestFile) { fault = "more than 1 GiB"; return null; }
                copy.Write(piece, 0, read);
            }
            return copy.ToArray();
        }
        catch (InvalidDataException error)
        {
            fault = "a damaged gzip file: " + Quote.Text(error.Message);
            return null;
        }
    }
}

/// <summary>The two bytes looked at, then the rest.</summary>
internal sealed class JoinedStream(byte[] head, Stream rest) : Stream
{
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at >= head.Length) return rest.Read(buffer, offset, count);
        int taken = Math.Min(count, head.Length - _at);
        head.AsSpan(_at, taken).CopyTo(buffer.AsSpan(offset));
        _at += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
