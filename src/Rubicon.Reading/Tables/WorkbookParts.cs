using System.IO.Compression;
using Rubicon.Diagnostics;

namespace Rubicon.Reading.Tables;

/// <summary>Looks at the parts of a packed workbook before any is unpacked.</summary>
internal static class WorkbookParts
{
    private const long MostUnpacked = 512L * 1024 * 1024;
    private const int MostParts = 10_000;

    /// <summary>A sheet of empty or repeated cells packs to about a fiftieth; small parts may pack better and do no harm.</summary>
    private const int MostRatio = 200;
    private const long RatioFrom = 10L * 1024 * 1024;

    /// <summary>True when the file is a workbook that may be unpacked; otherwise a problem is reported.</summary>
    public static bool Sound(byte[] bytes, InputLedger ledger)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostParts) return Bomb(ledger, $"{zip.Entries.Count} parts");
            if (!zip.Entries.Any(e => e.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
            {
                ledger.Report(ProblemCatalog.FormatNotRead, zip.Entries.Any(e => e.FullName == "mimetype") ? "an OpenDocument or EPUB file" : "a ZIP archive that is no workbook");
                return false;
            }
            long budget = MostUnpacked;
            foreach (var part in zip.Entries)
            {
                // The sizes that the directory states may be lies: the parts are unpacked and counted, and thrown away.
                long length = Unpacked(part, budget);
                budget -= length;
                if (budget < 0) return Bomb(ledger, $"parts of more than {MostUnpacked >> 20} MB");
                if (length > RatioFrom && length / Math.Max(1, part.CompressedLength) > MostRatio)
                    return Bomb(ledger, $"a part packed to less than 1/{MostRatio} of its size");
            }
            return true;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            ledger.Report(ProblemCatalog.WorkbookDamaged, Quote.Text(e.Message));
            return false;
        }
    }

    private static bool Bomb(InputLedger ledger, string found)
    {
        ledger.Report(ProblemCatalog.WorkbookTooLarge, found);
        return false;
    }

    private static long Unpacked(ZipArchiveEntry part, long most)
    {
        using var content = part.Open();
        byte[] block = new byte[64 * 1024];
        long length = 0;
        for (int got; (got = content.Read(block)) > 0;)
        {
            length += got;
            if (length > most) break;
        }
        return length;
    }
}
