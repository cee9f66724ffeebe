using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading.Tables;

/// <summary>Turns rows of one table into records. Holds the texts already seen, so one instance serves one table.</summary>
internal sealed class TableRows
{
    private readonly InputLedger _ledger;
    private readonly CellTexts[] _texts;
    private readonly Statement[] _statements;
    private readonly string? _sheet;

    public TableRows(TablePlan plan, InputLedger ledger, string? sheet = null)
    {
        Plan = plan;
        _ledger = ledger;
        _sheet = sheet;
        _texts = [.. plan.Columns.Select(_ => new CellTexts())];
        _statements = new Statement[plan.Columns.Length];
    }

    public TablePlan Plan { get; }

    /// <summary>The record of a row, or null for a blank one.</summary>
    public ReadRecord? Read<TRow>(TRow row, int line)
        where TRow : struct, IRowCells
    {
        if (row.Count != Plan.Width && _sheet is null && Ragged(row, line) is { } ragged) return ragged;
        int stated = 0;
        bool nul = row.MayHoldNul;
        for (int i = 0; i < Plan.Columns.Length; i++)
        {
            var column = Plan.Columns[i];
            if (column.Index >= row.Count) continue;
            string raw = row.Cell(column.Index);
            if (raw.Length > CellTexts.LongestCell || (nul && raw.Contains('\0'))) return Refused(row, line, column.Index, raw);
            if (_texts[i].Take(raw) is { } text)
                _statements[stated++] = new(column.Field, text, column.Index + 1, Pointer(column.Index, line));
        }
        if (stated > 0)
        {
            var statements = ImmutableArray.Create(_statements.AsSpan(0, stated));
            return new(new Subject(Plan.SubjectKind, Where(line), Plan.Implied.IsEmpty ? statements : statements.AddRange(Plan.Implied)));
        }
        return IsBlank(row) ? null : Unread(row, line, new(ProblemCatalog.RowStatesNothing, Where(line), Quote.Text(Excerpt(row))));
    }

    /// <summary>A row that is refused for a reason known before its cells were looked at.</summary>
    public ReadRecord Refuse(ProblemKind kind, string found, string? excerpt, int line) =>
        new(new UnreadRecord(Where(line), [new(kind, Where(line), found)], excerpt));

    private static bool IsBlank<TRow>(TRow row)
        where TRow : struct, IRowCells
    {
        for (int i = 0; i < row.Count; i++)
            if (!string.IsNullOrWhiteSpace(row.Cell(i))) return false;
        return true;
    }

    /// <summary>
    /// A row of another length than the header has its cells under the wrong names, unless what is over is empty or
    /// what is missing lies beyond the last named column. Cells of a sheet keep their column and cannot shift.
    /// </summary>
    private ReadRecord? Ragged<TRow>(TRow row, int line)
        where TRow : struct, IRowCells
    {
        if (row.Count > Plan.Width)
        {
            bool over = false;
            for (int i = Plan.HeaderCells; i < row.Count && !over; i++) over = !string.IsNullOrWhiteSpace(row.Cell(i));
            if (!over) return null;
        }
        else if (IsBlank(row))
        {
            return null;
        }
        return Unread(row, line, new(ProblemCatalog.RaggedRow, Where(line), $"{row.Count} fields", $"{Plan.Width} fields, as the header has"));
    }

    private ReadRecord Refused<TRow>(TRow row, int line, int index, string raw)
        where TRow : struct, IRowCells
    {
        var place = Where(line) with { Column = index + 1, Pointer = Pointer(index, line) };
        return Unread(row, line, raw.Length > CellTexts.LongestCell
            ? new(ProblemCatalog.CellTooLong, place, $"{raw.Length} characters")
            : new(ProblemCatalog.NulInRow, place, Quote.Text(raw)));
    }

    private ReadRecord Unread<TRow>(TRow row, int line, Problem problem)
        where TRow : struct, IRowCells =>
        new(new UnreadRecord(Where(line), [problem], Excerpt(row)));

    private SourceLocation Where(int line) => new(_ledger.File, line, 0, _sheet);

    private string? Pointer(int column, int line) => _sheet is null ? null : $"{_sheet}!{SheetColumn.Letters(column)}{line}";

    private static string Excerpt<TRow>(TRow row)
        where TRow : struct, IRowCells
    {
        var first = Enumerable.Range(0, Math.Min(row.Count, 4)).Select(row.Cell).Where(c => !string.IsNullOrWhiteSpace(c));
        string text = string.Join(" | ", first.Select(c => c.Length > 40 ? c[..40] : c));
        return text;
    }
}

/// <summary>
/// The cells of the row a table stands at. Implemented by structs only, so that reading a cell is a direct call: a file
/// of a million lines has ten million of them.
/// </summary>
internal interface IRowCells
{
    /// <summary>How many cells the row has.</summary>
    int Count { get; }

    /// <summary>False when no cell can hold a NUL character.</summary>
    bool MayHoldNul { get; }

    /// <summary>The text of a cell, never null.</summary>
    string Cell(int index);
}
