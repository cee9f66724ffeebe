using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using Rubicon.Diagnostics;

namespace Rubicon.Reading.Lists;

/// <summary>
/// One text of a list: a file, unpacked, or a part of a zip archive. Sizes are counted while unpacking, whatever the archive's directory says.
/// </summary>
/// <param name="File">How problems name it.</param>
/// <param name="Source">The file as it lay on disk.</param>
/// <param name="Bytes">Unpacked; empty when <paramref name="Fault"/> says why there are none.</param>
/// <param name="Fault">Why it could not be unpacked, or null.</param>
internal sealed record ListInput(string File, ListSource Source, byte[] Bytes, string? Fault)
{
    /// <summary>Most bytes that a file may hold, unpacked.</summary>
    public const long LargestFile = 1L << 30;

    private const int MostParts = 100;

    /// <summary>What packs better than this is no text; small parts may and do no harm.</summary>
    private const long MostRatio = 200;

    private const long RatioFrom = 16L << 20;

    /// <summary>What part of the input it is: the name of the file without folders, or of the part of an archive.</summary>
    public string Name => Path.GetFileName(File);

    /// <summary>True for a workbook, which is read packed.</summary>
    public bool IsWorkbook { get; init; }

    /// <summary>Reads a file to its end, unpacks gzip and zip, and gives the texts in it; a workbook stays packed.</summary>
    public static ImmutableArray<ListInput> Open(string file, Stream stream)
    {
        byte[]? bytes = Copy(stream, LargestFile, 0, out string? fault);
        var source = new ListSource(Path.GetFileName(file), bytes is null ? "" : Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes?.LongLength ?? 0);
        if (bytes is null) return [new ListInput(file, source, [], fault)];
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8)) return Zip(file, source, bytes);
        if (!bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B])) return [new ListInput(file, source, bytes, null)];
        try
        {
            using var packed = new GZipStream(new MemoryStream(bytes, writable: false), CompressionMode.Decompress);
            byte[]? text = Copy(packed, LargestFile, bytes.LongLength, out fault);
            return [new ListInput(file, source, text ?? [], fault)];
        }
        catch (InvalidDataException error)
        {
            return [new ListInput(file, source, [], "a damaged gzip file: " + Quote.Text(error.Message))];
        }
    }

    private static ImmutableArray<ListInput> Zip(string file, ListSource source, byte[] bytes)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            var parts = zip.Entries.Where(e => e.Name.Length > 0).ToList();
            if (parts.Exists(e => e.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase))) return [new ListInput(file, source, bytes, null) { IsWorkbook = true }];
            if (parts.Count is 0 or > MostParts) return [new ListInput(file, source, [], $"a zip archive of {parts.Count} files")];
            var found = ImmutableArray.CreateBuilder<ListInput>();
            long left = LargestFile;
            foreach (var part in parts)
            {
                using var content = part.Open();
                byte[]? text = Copy(content, left, bytes.LongLength, out string? fault);
                if (text is null) return [new ListInput(file, source, [], $"{fault} in {Quote.Text(part.FullName)}")];
                left -= text.LongLength;
                found.Add(new ListInput(parts.Count == 1 ? file : $"{file}/{part.Name}", source, text, null));
            }
            return found.ToImmutable();
        }
        catch (Exception error) when (error is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            return [new ListInput(file, source, [], "a damaged zip archive: " + Quote.Text(error.Message))];
        }
    }

    /// <summary>All bytes, or null with the reason. With <paramref name="packed"/> above 0 text that packs too well is refused as an archive made to fill the machine.</summary>
    private static byte[]? Copy(Stream stream, long most, long packed, out string? fault)
    {
        fault = null;
        using var copy = new MemoryStream();
        byte[] piece = new byte[64 * 1024];
        for (int read; (read = stream.Read(piece)) > 0;)
        {
            if (copy.Length + read > most) { fault = "more than 1 GiB"; return null; }
            copy.Write(piece, 0, read);
            if (packed > 0 && copy.Length > RatioFrom && copy.Length / packed > MostRatio) { fault = $"a packed file that unpacks to more than {MostRatio} times its size"; return null; }
        }
        return copy.ToArray();
    }
}
