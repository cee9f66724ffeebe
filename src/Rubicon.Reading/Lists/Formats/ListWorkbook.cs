using ExcelDataReader;
using Rubicon.Diagnostics;
using Rubicon.Parties;
using Rubicon.Reading.Tables;

namespace Rubicon.Reading.Lists.Formats;

/// <summary>
/// Lists as workbooks: the End User List of Japan's METI, whose heads are in Japanese and English and whose cells hold a name a line; and any sheet with a column
/// for the name.
/// </summary>
internal static class ListWorkbook
{
    private const int HeaderWithin = 20;

    static ListWorkbook() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    public static void Read(byte[] bytes, ListDraft draft)
    {
        var parts = new InputLedger(draft.File);
        if (!WorkbookParts.Sound(bytes, parts))
        {
            foreach (var problem in parts.Close(null).Problems) draft.Cut(0, $"{problem.Kind.Title}: {problem.Found}");
            return;
        }
        try
        {
            using var reader = ExcelReaderFactory.CreateReader(new MemoryStream(bytes, writable: false));
            bool any = false;
            do any |= Sheet(reader, draft);
            while (reader.NextResult());
            if (!any) draft.Cut(0, "a workbook without a column for the name");
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The package throws whatever its parsing runs into on a damaged workbook; all mean the same.
            draft.Cut(0, "a damaged workbook: " + Quote.Text(error.Message));
        }
    }

    private static bool Sheet(IExcelDataReader reader, ListDraft draft)
    {
        for (int line = 1; line <= HeaderWithin && reader.Read(); line++)
        {
            string[] heads = [.. SheetCells.Of(reader).Select(c => c.Trim())];
            int Column(string words) => Array.FindIndex(heads, h => h.Contains(words, StringComparison.OrdinalIgnoreCase));
            int name = Column("Company or Organization");
            bool japanese = name >= 0;
            if (!japanese)
            {
                var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
                for (int i = 0; i < heads.Length; i++) columns.TryAdd(heads[i], i);
                if (PlainTable.Of(columns) is not { } plain) continue;
                draft.Format = "workbook with a name column";
                while (reader.Read())
                {
                    line++;
                    string[] cells = SheetCells.Of(reader);
                    if (Array.TrueForAll(cells, c => c.Trim().Length == 0)) continue;
                    plain.Read(new TableRow(columns, i => i < cells.Length ? cells[i] : "", line), draft);
                }
                return true;
            }
            draft.Publication = ListPublication.Of("jp-meti/end-user-list");
            draft.Format = "METI End User List, workbook";
            var (number, country, alias, weapons, conventional) = (Column("No."), Column("Country or Region"), Column("Also Known As"), Column("Type of WMD"), Column("Conventional Weapons"));
            while (reader.Read())
            {
                line++;
                string[] cells = SheetCells.Of(reader);
                string Cell(int column) => column >= 0 && column < cells.Length ? cells[column] : "";
                if (Array.TrueForAll(cells, c => c.Trim().Length == 0)) continue;
                var entry = new EntryDraft(line) { Id = Cell(number), IsRowNumber = true };
                Names(entry, Cell(name), NameKind.Legal);
                Names(entry, Cell(alias), NameKind.Alias);
                // The name in English stands on the last line of the cell.
                foreach (string text in Cell(country).Split('\n').Reverse()) entry.Countries.Add(text.Trim());
                foreach (int column in new[] { weapons, conventional })
                    if (Cell(column).Trim() is { Length: > 0 } concern) entry.Programs.Add(concern.Split('\n')[^1].Trim());
                draft.Add(entry);
            }
            return true;
        }
        return false;
    }

    /// <summary>
    /// Names of a cell: one a line, behind a middle dot; a line wholly in brackets is the name in its own script. A line without a dot continues the one before it
    /// where the cell uses dots.
    /// </summary>
    private static void Names(EntryDraft entry, string cell, NameKind kind)
    {
        var lines = cell.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        bool dotted = lines.Any(l => l[0] == '・');
        var names = new List<string>();
        foreach (string line in lines)
        {
            string text = line.TrimStart('・').Trim();
            if (text is ['(' or '（', .., ')' or '）']) names.Add(text[1..^1]);
            else if (names.Count > 0 && (!dotted || line[0] != '・')) names[^1] += " " + text;
            else names.Add(text);
        }
        for (int i = 0; i < names.Count; i++) entry.Name(names[i], i == 0 ? kind : NameKind.Alias);
    }
}
