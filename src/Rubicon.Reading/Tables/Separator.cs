namespace Rubicon.Reading.Tables;

/// <summary>Which character separates the cells: the one under which the most headers are known, then the most regular.</summary>
internal static class Separator
{
    private static readonly char[] Tried = [',', ';', '\t', '|'];

    /// <summary>The separator, and its name in the account; comma when nothing tells.</summary>
    public static char Of(string head, bool headIsWhole)
    {
        char best = ',';
        int bestScore = 0;
        foreach (char separator in Tried)
        {
            int score = Score(head, headIsWhole, separator);
            if (score > bestScore) (best, bestScore) = (separator, score);
        }
        return best;
    }

    /// <summary>The name of the format.</summary>
    public static string FormatName(char separator) => separator switch
    {
        '\t' => "tsv",
        _ => "csv",
    };

    private static int Score(string head, bool headIsWhole, char separator)
    {
        var rows = new List<string[]>();
        using var text = new CsvRows(new StringReader(head), separator);
        while (rows.Count < HeaderSearch.RowsLookedAt && text.Next())
        {
            string[] cells = new string[text.Count];
            for (int i = 0; i < cells.Length; i++) cells[i] = text.Cell(i);
            rows.Add(cells);
        }
        if (!headIsWhole && rows.Count is > 1 and < HeaderSearch.RowsLookedAt) rows.RemoveAt(rows.Count - 1);
        int known = HeaderSearch.Among(rows).Recognized;
        int regular = rows.Where(r => r.Length > 1).GroupBy(r => r.Length).Select(g => g.Count()).DefaultIfEmpty(0).Max();
        return (known * 100) + regular;
    }
}
