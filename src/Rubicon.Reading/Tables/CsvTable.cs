using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Tables;

/// <summary>Reads separated text as a table, in a stream: memory does not grow with the file.</summary>
internal static class CsvTable
{
    public static IEnumerable<ReadRecord> Read(HashedStream stream, byte[] head, InputLedger ledger, TableKind? asKind)
    {
        string beginning = TextEncoding.Decode(head);
        using var text = TextEncoding.Open(stream, out var strays);
        char separator = SeparatorLine(beginning) ?? Separator.Of(beginning, head.Length < RecordReader.HeadBytes);
        using var rows = new CsvRows(text, separator);

        var first = new List<(string[] Cells, int Line, RowFault Fault)>();
        while (first.Count < HeaderSearch.RowsLookedAt && rows.Next()) first.Add((Cells(rows), rows.Line, rows.Fault));
        if (Plan(first, ledger, asKind, out int header) is { } plan)
        {
            ledger.Format = $"{Separator.FormatName(separator)}/{plan.Kind.ToString().ToLowerInvariant()}";
            var table = new TableRows(plan, ledger);
            bool any = false;
            foreach (var record in Beginning(first, header, table).Concat(Stream(rows, table)))
            {
                any = true;
                yield return record;
            }
            if (!any) ledger.Report(ProblemCatalog.HeaderOnly, $"a header on line {first[header].Line} and no rows");
        }
        if (strays.Count > 0)
            ledger.Report(ProblemCatalog.NotUtf8, $"{strays.Count} bytes that are not UTF-8");
    }

    private static IEnumerable<ReadRecord> Beginning(List<(string[] Cells, int Line, RowFault Fault)> first, int header, TableRows table)
    {
        foreach (var (kept, line, fault) in first.Skip(header + 1))
        {
            if (fault != RowFault.None) yield return Faulty(table, fault, string.Join(" ", kept), line);
            else if (table.Read(new KeptCells(kept), line) is { } record) yield return record;
        }
    }

    private static IEnumerable<ReadRecord> Stream(CsvRows rows, TableRows table)
    {
        while (rows.Next())
        {
            if (rows.Fault != RowFault.None)
            {
                yield return Faulty(table, rows.Fault, rows.Raw, rows.Line);
            }
            else if (rows.Lines > 1 && (rows.Count != table.Plan.Width || rows.LooksTorn()))
            {
                foreach (var record in Torn(rows, table)) yield return record;
            }
            else if (table.Read(rows.Cells, rows.Line) is { } record)
            {
                yield return record;
            }
        }
    }

    /// <summary>
    /// A row over several lines that does not fit: a quote left open has swallowed the rows after it. They are read by
    /// themselves where they fit the header; otherwise the whole stays one row, refused.
    /// </summary>
    private static List<ReadRecord> Torn(CsvRows rows, TableRows table)
    {
        var found = new List<ReadRecord>();
        bool anySound = false;
        using (var rest = rows.Rest())
        {
            while (rest.Next())
            {
                if (rest.Fault != RowFault.None) found.Add(Faulty(table, rest.Fault, rest.Raw, rest.Line));
                else if (table.Read(rest.Cells, rest.Line) is { } record)
                {
                    anySound |= record.Subject is not null;
                    found.Add(record);
                }
            }
        }
        if (anySound)
        {
            found.Insert(0, Faulty(table, RowFault.OpenQuote, rows.Cell(0), rows.Line));
            return found;
        }
        return rows.LooksTorn()
            ? [table.Refuse(ProblemCatalog.OpenQuote, $"a quote over {rows.Lines} lines, and text after it", rows.Cell(0), rows.Line)]
            : table.Read(rows.Cells, rows.Line) is { } whole ? [whole] : [];
    }

    private static ReadRecord Faulty(TableRows table, RowFault fault, string text, int line)
    {
        string excerpt = text.Length > 80 ? text[..80] : text;
        return fault == RowFault.TooLong
            ? table.Refuse(ProblemCatalog.CellTooLong, $"a line of more than {CsvRows.LongestRow} characters", excerpt, line)
            : table.Refuse(ProblemCatalog.OpenQuote, "a quote that is not closed", excerpt, line);
    }

    private static TablePlan? Plan(List<(string[] Cells, int Line, RowFault Fault)> first, InputLedger ledger, TableKind? asKind, out int header)
    {
        header = HeaderSearch.Among([.. first.Select(r => r.Cells)]).Row;
        if (header < 0)
        {
            TableProblems.NoHeader(ledger, first.Select(r => r.Cells).FirstOrDefault(c => c.Any(x => !string.IsNullOrWhiteSpace(x))) ?? [], first.Count > 0 ? first[0].Line : 0);
            return null;
        }
        var plan = TablePlan.Of(first[header].Cells, asKind);
        int preamble = first.Take(header).Count(r => !r.Cells.All(string.IsNullOrWhiteSpace) && !IsSeparatorLine(r.Cells));
        TableProblems.OfPlan(ledger, plan, first[header].Cells, first[header].Line, preamble, null);
        return plan.IsUsable ? plan : null;
    }

    private static string[] Cells(CsvRows rows)
    {
        string[] cells = new string[rows.Count];
        for (int i = 0; i < cells.Length; i++) cells[i] = rows.Cell(i);
        return cells;
    }

    /// <summary>Spreadsheet programs write <c>sep=;</c> as the first line to name the separator.</summary>
    private static char? SeparatorLine(string text)
    {
        var start = text.AsSpan().TrimStart('\uFEFF');
        return start.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && start.Length > 5 && start[5] is '\r' or '\n' ? start[4] : null;
    }

    private static bool IsSeparatorLine(string[] cells) => cells.Length > 0 && cells[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
}
