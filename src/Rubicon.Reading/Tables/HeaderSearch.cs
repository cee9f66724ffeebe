namespace Rubicon.Reading.Tables;

/// <summary>The header of a table, which titles and remarks may stand above.</summary>
/// <param name="Row">Index among the rows looked at, or -1.</param>
/// <param name="Recognized">Headers known in it.</param>
internal readonly record struct HeaderSearch(int Row, int Recognized)
{
    /// <summary>How many rows are looked at.</summary>
    public const int RowsLookedAt = 20;

    /// <summary>The row with the most known headers; the first of equals.</summary>
    public static HeaderSearch Among(IReadOnlyList<string[]> rows)
    {
        var best = new HeaderSearch(-1, 0);
        bool atTop = true;
        for (int i = 0; i < rows.Count; i++)
        {
            int known = TablePlan.Recognized(rows[i]);
            int filled = rows[i].Count(c => !string.IsNullOrWhiteSpace(c));
            // One known word is a chance hit among many cells, and in a line of text further down.
            if (known > best.Recognized && (known > 1 || (atTop && filled <= 3))) best = new(i, known);
            atTop &= filled == 0 || rows[i][0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase);
        }
        return best;
    }
}
