using System.Text;
using Rubicon.Diagnostics;
using Rubicon.Reading.Tables;

namespace Rubicon.Reading.Lists.Formats;

/// <summary>A row of a table with a header; cells are asked for by the head of their column.</summary>
internal sealed class TableRow(Dictionary<string, int> heads, Func<int, string> cell, int line)
{
    public int Line { get; } = line;

    /// <summary>The cell without white space around it; empty when the table has no such column.</summary>
    public string this[string head] => heads.TryGetValue(head, out int column) ? cell(column).Trim() : "";

    /// <summary>The cell of the first of these heads that the table has.</summary>
    public string First(string[] words)
    {
        foreach (string word in words)
            if (heads.TryGetValue(word, out int column)) return cell(column).Trim();
        return "";
    }

    /// <summary>Cells of a numbered run of columns, such as "Name 1" to "Name 5"; empty ones too.</summary>
    public IEnumerable<string> Run(string head, int from, int to) => Enumerable.Range(from, to - from + 1).Select(i => this[string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{head} {i}")]);
}

/// <summary>What reads the rows of one format.</summary>
internal interface ITableFormat
{
    /// <summary>Reads one row.</summary>
    void Read(TableRow row, ListDraft draft);

    /// <summary>After the last row: entries that stand in several rows are made.</summary>
    void End(ListDraft draft);
}

/// <summary>A list as separated text with a header.</summary>
internal static class TableList
{
    /// <summary>Reads the table; the header tells its format, unless a mapping does.</summary>
    public static void Read(byte[] bytes, ListDraft draft, ListMapping? mapping)
    {
        using var text = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false), true);
        string start = Encoding.UTF8.GetString(bytes.AsSpan(0, Math.Min(bytes.Length, 64 * 1024)));
        using var rows = new CsvRows(text, mapping?.Separator ?? Separator(start));
        if (!rows.Next()) return;
        DateOnly? stated = Preamble(rows);
        if (stated is not null && !rows.Next()) return;
        string[] heads = [.. Enumerable.Range(0, rows.Count).Select(i => rows.Cell(i).Trim().TrimStart('\uFEFF'))];
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < heads.Length; i++) columns.TryAdd(heads[i], i);
        draft.AsOf = stated;
        if ((mapping is null ? Format(columns, draft) : Mapped(columns, draft, mapping)) is not { } format) return;
        Rows(rows, heads.Length, columns, draft, format, whole: bytes[^1] is (byte)'\n' or (byte)'\r' or 0x1A or 0);
        format.End(draft);
    }

    private static void Rows(CsvRows rows, int width, Dictionary<string, int> columns, ListDraft draft, ITableFormat format, bool whole)
    {
        (int Line, string Found)? faulty = null;
        while (rows.Next())
        {
            if (faulty is { } before) draft.Refuse(before.Line, before.Found);
            faulty = null;
            if (rows.Fault == RowFault.None && rows.Count == 1 && rows.Cell(0).Trim() is "" or "\u001A") continue;
            if (rows.Fault != RowFault.None) faulty = (rows.Line, rows.Fault == RowFault.TooLong ? "a row over the limit" : "a double quote that is not closed");
            else if (rows.Count < width || Enumerable.Range(width, rows.Count - width).Any(i => rows.Cell(i).Length > 0)) faulty = (rows.Line, $"{rows.Count} cells where the header has {width}");
            else format.Read(new TableRow(columns, rows.Cell, rows.Line), draft);
        }
        if (faulty is not { } last) return;
        // The last row is damaged and does not end its line: the file was cut off there, and how much is missing nobody knows.
        if (whole) draft.Refuse(last.Line, last.Found);
        else draft.Cut(last.Line, "a last row that is cut off: " + last.Found);
    }

    /// <summary>The day in a row above the header, as British lists have one.</summary>
    private static DateOnly? Preamble(CsvRows rows)
    {
        string first = rows.Cell(0).Trim().TrimStart('\uFEFF');
        if (first.Equals("Last Updated", StringComparison.OrdinalIgnoreCase) && rows.Count > 1 && ListDraft.DayFirst(rows.Cell(1)) is { } updated) return updated;
        if (!first.StartsWith("Report Date", StringComparison.OrdinalIgnoreCase)) return null;
        string day = first["Report Date".Length..].Trim(' ', ':');
        return ListDraft.DayFirst(day.Length > 0 || rows.Count < 2 ? day : rows.Cell(1)) ?? DateOnly.MinValue;
    }

    private static ITableFormat? Format(Dictionary<string, int> columns, ListDraft draft)
    {
        if (draft.AsOf == DateOnly.MinValue) draft.AsOf = null;
        bool Has(params string[] heads) => heads.All(columns.ContainsKey);
        if (Has("source", "name", "alt_names", "federal_register_notice")) return Known(draft, "us-csl", "Consolidated Screening List, CSV", new CslTable());
        if (Has("Name", "Standard_Order", "Effective_Date")) return Known(draft, "us-bis/denied-persons", "Denied Persons List, table", new DeniedTable());
        if (Has("Name 6", "Group ID", "Alias Type")) return Known(draft, "uk/conlist", "UK consolidated list, CSV", new BritishTable(BritishColumns.ConList));
        if (Has("Name 6", "Unique ID", "Name type")) return Known(draft, "uk/sanctions-list", "UK Sanctions List, CSV", new BritishTable(BritishColumns.SanctionsList));
        if (Has("covered_equipment_or_services")) return Known(draft, "us-fcc/covered-list", "Covered List, CSV", new FccTable());
        draft.Format = "CSV with a name column";
        if (PlainTable.Of(columns) is { } plain) return plain;
        draft.Cut(1, $"a table whose header has no column for the name: {Quote.Text(string.Join(",", columns.Keys))}");
        return null;
    }

    private static ITableFormat Known(ListDraft draft, string publication, string format, ITableFormat table)
    {
        draft.Publication = ListPublication.Of(publication);
        draft.Format = format;
        return table;
    }

    private static MappedTable? Mapped(Dictionary<string, int> columns, ListDraft draft, ListMapping mapping)
    {
        if (draft.AsOf == DateOnly.MinValue) draft.AsOf = null;
        draft.Publication = mapping.Publication;
        draft.Format = "CSV by a mapping";
        var asked = mapping.Aliases.Concat(mapping.Weak).Concat(mapping.Former).Select(n => n.Column).Concat(mapping.Columns.Values).Prepend(mapping.Name);
        if (asked.Where(c => !columns.ContainsKey(c)).ToList() is not { Count: > 0 } missing) return new MappedTable(mapping);
        draft.Cut(1, $"a table without the columns {Quote.Text(string.Join(", ", missing))} of the mapping");
        return null;
    }

    private static char Separator(string start)
    {
        var first = start.AsSpan(0, start.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end ? end : start.Length);
        return first.Contains('\t') ? '\t' : first.Count(';') > first.Count(',') ? ';' : ',';
    }
}
