using Rubicon.Diagnostics;

namespace Rubicon.Reading.Tables;

/// <summary>What is said about a table as a whole.</summary>
internal static class TableProblems
{
    private const int MostNamed = 12;

    public static void NoHeader(InputLedger ledger, IReadOnlyList<string> cells, int line, string? sheet = null)
    {
        bool table = cells.Count(c => !string.IsNullOrWhiteSpace(c)) > 1;
        if (table || sheet is not null)
            ledger.Report(ProblemCatalog.MissingColumns, $"{Named(cells)} in the first {HeaderSearch.RowsLookedAt} rows", line, pointer: sheet);
        else
            ledger.Report(ProblemCatalog.UnknownFormat, $"text that begins with {Quote.Text(cells.Count > 0 ? cells[0] : "")}", line);
    }

    public static void OfPlan(InputLedger ledger, TablePlan plan, IReadOnlyList<string> header, int line, int preamble, string? sheet)
    {
        if (!plan.IsUsable)
        {
            ledger.Report(ProblemCatalog.MissingColumns, $"the columns {Named(header)}", line, pointer: sheet);
            return;
        }
        if (preamble > 0)
            ledger.Report(ProblemCatalog.PreambleSkipped, $"{preamble} rows above the header on line {line}", line, pointer: sheet);
        if (!plan.Unused.IsEmpty)
            ledger.Report(ProblemCatalog.UnusedColumns, Named(plan.Unused), line, pointer: sheet);
        if (plan.InterfaceMaker is { } ofInterface)
            ledger.Report(ProblemCatalog.InterfaceMakerColumn, Quote.Text(ofInterface), line, pointer: sheet);
        if (plan.Doubtful is { } doubtful)
            ledger.Report(ProblemCatalog.DoubtfulColumn, Quote.Text(doubtful), line, pointer: sheet);
    }

    private static string Named(IReadOnlyList<string> names)
    {
        var filled = names.Where(n => !string.IsNullOrWhiteSpace(n)).ToList();
        string shown = string.Join(", ", filled.Take(MostNamed).Select(Quote.Text));
        return filled.Count > MostNamed ? $"{shown} and {filled.Count - MostNamed} more" : shown;
    }
}
