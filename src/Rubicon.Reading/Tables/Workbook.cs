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
            if (table.Read(new KeptCells(first[line - 1]), line) is { } record) yield return record;
        }
        for (; reader.Read(); line++)
        {
            if (table.Read(new KeptCells(SheetCells.Of(reader)), line) is { } record) yield return record;
        }
    }
}
