using System.Collections.Immutable;
using System.Text;
using Rubicon.Dates;
using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Rubicon.Reading.Tables;
using Rubicon.Screening;

namespace Rubicon.Reading.Ownership;

/// <summary>Stakes read from a file, with the account of its rows: read = used + refused.</summary>
/// <param name="Stakes">Those that are used.</param>
/// <param name="Rows">Rows with content.</param>
/// <param name="Refused">Rows that are not used; each has its problem.</param>
/// <param name="Problems">What was met; warnings do not take a row away.</param>
public sealed record StakeReading(ImmutableArray<Stake> Stakes, int Rows, int Refused, ImmutableArray<Problem> Problems);

/// <summary>
/// Reads a table of stakes: columns <c>owner</c>, <c>owned</c> and <c>share</c> (per cent) at least; <c>kind</c>, <c>from</c>, <c>to</c>, <c>indirect</c>,
/// <c>document</c> where they are known. The same text is the same party, but for a holder called unknown or anonymous: each of those is a person of its own.
/// </summary>
public static class StakeFile
{
    private static readonly string[][] Heads =
    [
        ["owner", "holder", "shareholder", "parent", "owner name", "interested party"],
        ["owned", "entity", "subsidiary", "company", "owned name", "subject", "child"],
        ["share", "percent", "percentage", "share %", "stake", "ownership", "share percent", "pct", "ownership %"],
        ["kind", "type", "interest", "interest type"],
        ["from", "start", "start date", "since", "valid from"],
        ["to", "end", "end date", "until", "valid to"],
        ["indirect", "directness", "direct or indirect"],
        ["document", "source", "source document"],
    ];

    private static readonly string[] Nobody = ["", "unknown", "anonymous", "undisclosed", "unknown person", "unknown persons", "not stated"];

    private static readonly char[] Separators = [',', ';', '\t', '|'];

    /// <summary>Reads the table. Nothing is thrown for its content; a header that lacks a column gives no stakes and RUB6301.</summary>
    /// <param name="file">What to call it in problems.</param>
    /// <param name="stream">UTF-8 bytes; not closed.</param>
    public static StakeReading Read(string file, Stream stream)
    {
        using var text = new StreamReader(stream, new UTF8Encoding(false), true, 64 * 1024, leaveOpen: true);
        var problems = ImmutableArray.CreateBuilder<Problem>();
        string header = text.ReadLine() ?? "";
        char separator = Separators.MaxBy(c => header.Count(h => h == c));
        string[] cells = [.. header.Split(separator).Select(h => h.Trim().Trim('"').Trim().Replace('_', ' '))];
        int[] columns = [.. Heads.Select(words => Array.FindIndex(cells, c => words.Contains(c, StringComparer.OrdinalIgnoreCase)))];
        if (columns[0] < 0 || columns[1] < 0 || columns[2] < 0)
        {
            problems.Add(new Problem(ProblemCatalog.StakeColumns, new SourceLocation(file, 1), Quote.Text(header)));
            return new StakeReading([], 0, 0, problems.ToImmutable());
        }
        var stakes = ImmutableArray.CreateBuilder<Stake>();
        int count = 0;
        using var rows = new CsvRows(text, separator, 1);
        while (rows.Next())
        {
            if (rows.Count == 0 || rows.Count == 1 && string.IsNullOrWhiteSpace(rows.Cell(0))) continue;
            count++;
            if (Stake(file, rows, columns, problems) is { } stake) stakes.Add(stake);
        }
        CheckSums(stakes, problems);
        return new StakeReading(stakes.ToImmutable(), count, count - stakes.Count, problems.ToImmutable());
    }

    private static Stake? Stake(string file, CsvRows rows, int[] columns, ImmutableArray<Problem>.Builder problems)
    {
        var where = new SourceLocation(file, rows.Line);
        string Cell(int head) => columns[head] >= 0 && columns[head] < rows.Count ? rows.Cell(columns[head]).Trim() : "";
        Problem? Refuse(ProblemKind kind, string found, int head = -1)
        {
            var problem = new Problem(kind, where with { Column = head < 0 ? 0 : columns[head] + 1 }, found);
            problems.Add(problem);
            return problem;
        }
        if (rows.Fault != RowFault.None) { Refuse(ProblemCatalog.StakeRow, "a row that is torn or too long"); return null; }
        string owner = Cell(0), owned = Cell(1);
        if (owned.Length == 0) { Refuse(ProblemCatalog.StakeRow, "no entity that is owned", 1); return null; }
        if (Nobody.Contains(owner, StringComparer.OrdinalIgnoreCase)) owner = $"unknown holder ({where})";
        if (ShareWords.Read(Cell(2)) is not { } share) { Refuse(ProblemCatalog.StakeShare, Quote.Text(Cell(2)), 2); return null; }
        if (columns[2] >= rows.Count || Cell(2).Length == 0) Refuse(ProblemCatalog.StakeShareMissing, "an empty cell", 2);
        if (KindOf(Cell(3)) is not { } kind) { Refuse(ProblemCatalog.StakeKindUnknown, Quote.Text(Cell(3)), 3); return null; }
        if (!TryDay(Cell(4), out var from)) { Refuse(ProblemCatalog.StakeDate, Quote.Text(Cell(4)), 4); return null; }
        if (!TryDay(Cell(5), out var to)) { Refuse(ProblemCatalog.StakeDate, Quote.Text(Cell(5)), 5); return null; }
        if (from > to) { Refuse(ProblemCatalog.StakeDate, $"an end ({Cell(5)}) before the start ({Cell(4)})", 5); return null; }
        if (string.Equals(owner, owned, StringComparison.Ordinal)) Refuse(ProblemCatalog.StakeInItself, Quote.Text(owner), 0);
        Period? holds = from is null && to is null ? null : new Period(from ?? DateOnly.MinValue, to);
        return new Stake(owner, owned, share, kind, IsIndirect(Cell(6)), holds, where, Cell(7) is { Length: > 0 } document ? document : null);
    }

    private static bool IsIndirect(string text) => text.ToLowerInvariant() is "indirect" or "yes" or "true" or "1";

    private static StakeKind? KindOf(string text) => text.ToLowerInvariant().Replace('-', ' ').Replace('_', ' ') switch
    {
        "" or "equity" or "shareholding" or "shares" or "capital" or "share" or "ownership" => StakeKind.Equity,
        "votes" or "voting" or "voting rights" or "votingrights" or "vote" => StakeKind.Votes,
        "board" or "appointment of board" or "appointmentofboard" => StakeKind.Board,
        "contract" or "control by contract" or "vie" => StakeKind.Contract,
        "special share" or "golden share" => StakeKind.SpecialShare,
        "trust" or "trustee" => StakeKind.Trust,
        "nominee" => StakeKind.Nominee,
        "dominant minority" => StakeKind.DominantMinority,
        "other" or "unknown" => StakeKind.Other,
        _ => null,
    };

    private static bool TryDay(string text, out DateOnly? day)
    {
        day = null;
        if (text.Length == 0) return true;
        if (DateWords.Read(text, out var read) != DateReading.Day) return false;
        day = read;
        return true;
    }

    // Stakes of one kind that are held together must fit into the whole; what does not is used as stated, and said.
    private static void CheckSums(IEnumerable<Stake> stakes, ImmutableArray<Problem>.Builder problems)
    {
        foreach (var group in stakes.Where(s => !s.IsIndirect && s.Kind is StakeKind.Equity or StakeKind.Votes).GroupBy(s => (s.Owned, s.Kind)))
            // A new holder raises the sum on the day its stake begins: those days are enough.
            foreach (var day in group.Select(s => s.Holds?.From ?? DateOnly.MinValue).Distinct())
            {
                long sum = group.Where(s => s.IsHeldOn(day)).GroupBy(s => s.Owner).Sum(g => g.Min(s => s.Share.Minimum));
                if (sum <= ShareBounds.Whole) continue;
                problems.Add(new Problem(ProblemCatalog.StakeSum, group.First().Where, $"{ShareBounds.Percent(sum)} % of {Quote.Text(group.Key.Owned)}"));
                break;
            }
    }
}
