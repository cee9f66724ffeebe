using System.Globalization;
using System.IO.Compression;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Tables;

/// <summary>
/// Reads every sheet of an XLSX or XLS workbook that is a table, hidden ones too. The file is held in memory, packed;
/// what it would unpack to is checked before anything is unpacked.
/// </summary>
internal static class Workbook
{
    /// <summary>Largest workbook file, packed.</summary>
    public const int LargestFile = 128 * 1024 * 1024;

    static Workbook() =>
        // XLS keeps text in the code pages of its time; ExcelDataReader asks for them by number.
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    public static IEnumerable<ReadRecord> Read(HashedStream stream, InputLedger ledger, TableKind? asKind)
    {
        if (stream.ReadAll(LargestFile) is not { } bytes)
        {
            ledger.Report(ProblemCatalog.FileTooLarge, $"a workbook of more than {LargestFile >> 20} MB");
            yield break;
        }
        bool zip = bytes.AsSpan().StartsWith("PK"u8);
        if (zip && !WorkbookParts.Sound(bytes, ledger)) yield break;

        var kinds = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var record in Guarded(Sheets(bytes, ledger, asKind, kinds), ledger))
        {
            yield return record;
            ledger.Format = $"{(zip ? "xlsx" : "xls")}/{string.Join('+', kinds)}";
        }
    }

    private static IEnumerable<ReadRecord> Guarded(IEnumerable<ReadRecord> records, InputLedger ledger)
    {
        using var at = records.GetEnumerator();
        while (true)
        {
            try
            {
                if (!at.MoveNext()) yield break;
            }
            catch (InvalidPasswordException)
            {
                ledger.Report(ProblemCatalog.WorkbookEncrypted, "a password");
                yield break;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // The package throws whatever its parsing runs into (XmlException, InvalidDataException, format, cast
                // and index errors) on a damaged workbook. All mean the same, and the rest of the file is not read.
                ledger.Report(ProblemCatalog.WorkbookDamaged, Quote.Text(e.Message));
                yield break;
            }
            yield return at.Current;
        }
    }

    private static IEnumerable<ReadRecord> Sheets(byte[] bytes, InputLedger ledger, TableKind? asKind, SortedSet<string> kinds)
    {
        using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes, writable: false));
        bool any = false;
        do
        {
            if (reader.VisibleState is "hidden" or "veryhidden") ledger.Report(ProblemCatalog.HiddenSheet, Quote.Text(reader.Name), pointer: reader.Name);
            foreach (var record in Sheet(reader, ledger, asKind, kinds))
            {
                any = true;
                yield return record;
            }
        }
        while (reader.NextResult());
        if (!any) ledger.Report(ProblemCatalog.HeaderOnly, "no sheet with rows below known headers");
    }

    private static IEnumerable<ReadRecord> Sheet(IExcelDataReader reader, InputLedger ledger, TableKind? asKind, SortedSet<string> kinds)
    {
        var cells = new SheetCells();
        var first = new List<string[]>();
        int line = 0;
        while (first.Count < HeaderSearch.RowsLookedAt && reader.Read()) first.Add(SheetCells.Of(reader));
        int header = HeaderSearch.Among(first).Row;
        if (header < 0)
        {
            if (first.Any(r => r.Any(c => c.Length > 0)))
                ledger.Report(ProblemCatalog.SheetNotRead, $"sheet {Quote.Text(reader.Name)} without known headers", pointer: reader.Name);
            yield break;
        }
        var plan = TablePlan.Of(first[header], asKind);
        int preamble = first.Take(header).Count(r => r.Any(c => c.Length > 0));
        TableProblems.OfPlan(ledger, plan, first[header], header + 1, preamble, reader.Name);
        if (!plan.IsUsable) yield break;
        kinds.Add(plan.Kind.ToString().ToLowerInvariant());
        var table = new TableRows(plan, ledger, reader.Name);
        for (line = header + 2; line <= first.Count; line++)
        {
            cells.Row = first[line - 1];
            if (table.Read(cells, line) is { } record) yield return record;
        }
        for (; reader.Read(); line++)
        {
            cells.Row = SheetCells.Of(reader);
            if (table.Read(cells, line) is { } record) yield return record;
        }
    }
}

/// <summary>The cells of one row of a sheet, as text.</summary>
internal sealed class SheetCells : IRowCells
{
    public string[] Row { get; set; } = [];

    /// <summary>A sheet's rows end with their last cell, so that short ones are whole.</summary>
    public int Count => Row.Length;

    public bool MayHoldNul => true;

    public string Cell(int index) => Row[index];

    public static string[] Of(IExcelDataReader reader)
    {
        string[] cells = new string[reader.FieldCount];
        for (int i = 0; i < cells.Length; i++) cells[i] = Text(reader, i);
        return cells;
    }

    private static string Text(IExcelDataReader reader, int column) => reader.GetValue(column) switch
    {
        null => "",
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        { } other => other.ToString() ?? "",
    };
}

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
