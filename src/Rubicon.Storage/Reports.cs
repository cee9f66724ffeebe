using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Rubicon.Storage.Databases;
using Rubicon.Storage.Log;

namespace Rubicon.Storage;

/// <summary>Where the parts of a report lie in its bytes.</summary>
/// <param name="Head">Length of what stands before the first decision.</param>
/// <param name="Tail">Where the coverage block begins.</param>
/// <param name="Length">Length of the whole.</param>
/// <param name="Lines">How many decisions it has.</param>
public sealed record ReportShape(long Head, long Tail, long Length, long Lines);

/// <summary>
/// Reports in packed pieces of one size: one of gigabytes is kept while it is written, and opened at one decision without the rest. Beside them an index of their
/// lines, which is made of them.
/// </summary>
public sealed class Reports
{
    /// <summary>Bytes of a piece before packing; the last one is shorter.</summary>
    public const int PieceSize = 2 * 1024 * 1024;

    private const int Window = 22, Quality = 1, RowsAtOnce = 50;

    private const string Columns = "number, start, length, rank, outcome, title, place, maker, site, rules, subject, decision";

    private readonly Store _store;

    internal Reports(Store store) => _store = store;

    /// <summary>Packs a piece.</summary>
    public static byte[] Pack(ReadOnlySpan<byte> piece)
    {
        byte[] packed = new byte[BrotliEncoder.GetMaxCompressedLength(piece.Length)];
        if (!BrotliEncoder.TryCompress(piece, packed, out int length, Quality, Window)) throw new InvalidOperationException($"a piece of {piece.Length} bytes was not packed");
        return packed[..length];
    }

    /// <summary>Keeps a piece, and the lines that ended in it.</summary>
    /// <param name="author">Who.</param>
    /// <param name="report">Id of the report: that of the scan.</param>
    /// <param name="number">Number of the piece, from 0.</param>
    /// <param name="packed">The piece, packed.</param>
    /// <param name="lines">Lines that ended in it.</param>
    public Task Append(Author author, string report, int number, byte[] packed, IReadOnlyList<ReportLine> lines) => _store.Write(t =>
    {
        t.Insert(AuditedTable.ReportPieces, author, "report piece kept", PieceId(report, number), packed);
        foreach (var some in lines.Chunk(RowsAtOnce)) Insert(t, report, some);
        return true;
    });

    /// <summary>The shape of a report that is whole, or null.</summary>
    public ReportShape? Find(string report) => _store.Rows("SELECT head, tail, length, lines FROM reports WHERE id = @id",
        r => new ReportShape(Number(r, 0), Number(r, 1), Number(r, 2), Number(r, 3)), ("id", report)).FirstOrDefault();

    /// <summary>Some bytes of a report.</summary>
    public byte[] Read(string report, long start, int length)
    {
        byte[] bytes = new byte[length];
        int filled = 0;
        while (filled < length)
        {
            long at = start + filled;
            byte[] piece = Piece(report, (int)(at / PieceSize)) ?? throw new InvalidDataException($"report {report} ends before {at}");
            int from = (int)(at % PieceSize), count = Math.Min(piece.Length - from, length - filled);
            if (count <= 0) throw new InvalidDataException($"report {report} ends before {at}");
            piece.AsSpan(from, count).CopyTo(bytes.AsSpan(filled));
            filled += count;
        }
        return bytes;
    }

    /// <summary>All bytes of a report, a piece at a time.</summary>
    public IEnumerable<byte[]> Pieces(string report)
    {
        for (int number = 0; Piece(report, number) is { } piece; number++) yield return piece;
    }

    /// <summary>The lines of a report in order, from a number on.</summary>
    public IReadOnlyList<ReportLine> Lines(string report, long from, int limit) =>
        _store.Rows($"SELECT {Columns} FROM report_lines WHERE report = @report AND number >= @from ORDER BY number LIMIT @limit", Line, ("report", report), ("from", from), ("limit", limit));

    /// <summary>Lines of a report that a filter lets through, strictest first, after the last one of the page before.</summary>
    public IReadOnlyList<ReportLine> Page(string report, LineFilter filter, (long Rank, long Number)? after, int limit)
    {
        var where = new StringBuilder("report = @report");
        var values = new List<(string, object?)> { ("report", report), ("limit", limit) };
        filter.Add(where, values);
        if (after is { } last)
        {
            where.Append(" AND (rank, number) > (@rank0, @number0)");
            values.Add(("rank0", last.Rank));
            values.Add(("number0", last.Number));
        }
        return _store.Rows($"SELECT {Columns} FROM report_lines WHERE {where} ORDER BY rank, number LIMIT @limit", Line, [.. values]);
    }

    /// <summary>The first line with this id of a decision, or null.</summary>
    public ReportLine? Find(string report, string decision) =>
        _store.Rows($"SELECT {Columns} FROM report_lines WHERE report = @report AND decision = @decision ORDER BY number LIMIT 1", Line, ("report", report), ("decision", decision)).FirstOrDefault();

    /// <summary>How many lines there are of each value, strictest outcome first, then by count.</summary>
    /// <param name="report">Which.</param>
    /// <param name="kind">outcome, maker, site or rules.</param>
    /// <param name="limit">Most groups.</param>
    public IReadOnlyList<LineGroup> Groups(string report, string kind, int limit) =>
        _store.Rows("SELECT name, outcome, lines FROM report_groups WHERE report = @report AND kind = @kind ORDER BY rank, lines DESC, name LIMIT @limit",
            r => new LineGroup(r.GetString(0), r.GetString(1), r.GetInt64(2)), ("report", report), ("kind", kind), ("limit", limit));

    /// <summary>Digest over each record of a report with its outcome and rules: two reports with the same decide the same.</summary>
    public string Print(string report)
    {
        var print = new LinePrint();
        using var connection = _store.OpenReader();
        using var command = Sql.Command(connection, null, "SELECT subject, outcome, rules FROM report_lines WHERE report = @report ORDER BY number", ("report", report));
        using var reader = command.ExecuteReader();
        while (reader.Read()) print.Add(reader.GetString(0), reader.GetString(1), reader.GetString(2));
        return print.Text();
    }

    /// <summary>Records of a report that another one, made before, did not have or decided otherwise; then those that it had and this one has not.</summary>
    /// <param name="older">The report before.</param>
    /// <param name="newer">The report after.</param>
    /// <param name="limit">Most changes listed; all are counted.</param>
    public LineChanges Changes(string older, string newer, int limit)
    {
        const string joined = "FROM report_lines n LEFT JOIN report_lines o ON o.report = @older AND o.subject = n.subject WHERE n.report = @newer";
        const string changed = " AND o.subject IS NOT NULL AND (o.outcome <> n.outcome OR o.rules <> n.rules)";
        const string gone = "FROM report_lines o LEFT JOIN report_lines n ON n.report = @newer AND n.subject = o.subject WHERE o.report = @older AND n.subject IS NULL";
        long Count(string rest) => _store.Rows("SELECT count(*) " + rest, r => r.GetInt64(0), ("older", older), ("newer", newer))[0];
        List<LineChange> Some(string rest, string order) => _store.Rows($"SELECT coalesce(n.title, o.title), coalesce(n.place, o.place), coalesce(o.outcome, ''), coalesce(n.outcome, ''), coalesce(o.rules, ''), coalesce(n.rules, ''), coalesce(n.decision, '') {rest} ORDER BY {order} LIMIT @limit",
            r => new LineChange(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6)), ("older", older), ("newer", newer), ("limit", limit));
        const string added = " AND o.subject IS NULL";
        return new LineChanges(Count(joined + changed), Count(joined + added), Count(gone), [.. Some(joined + changed, "n.rank, n.number"), .. Some(joined + added, "n.rank, n.number"), .. Some(gone, "o.rank, o.number")]);
    }

    /// <summary>Says that a report is whole, and counts its groups.</summary>
    internal static void Close(StoreTransaction t, Author author, string report, ReportShape shape)
    {
        t.Insert(AuditedTable.Reports, author, "report kept", report, Text(shape.Head), Text(shape.Tail), Text(shape.Length), Text(shape.Lines));
        foreach (string kind in LineFilter.Kinds)
            t.Derive($"INSERT INTO report_groups (report, kind, name, outcome, rank, lines) SELECT report, @kind, {kind}, outcome, rank, count(*) FROM report_lines WHERE report = @report GROUP BY report, {kind}, outcome, rank",
                ("kind", kind), ("report", report));
    }

    private byte[]? Piece(string report, int number)
    {
        if (_store.Rows("SELECT content FROM report_pieces WHERE id = @id", r => Sql.Bytes(r, 0), ("id", PieceId(report, number))) is not [var packed]) return null;
        byte[] piece = new byte[PieceSize];
        if (!BrotliDecoder.TryDecompress(packed, piece, out int length)) throw new InvalidDataException($"piece {number} of report {report} cannot be unpacked");
        return length == PieceSize ? piece : piece[..length];
    }

    private static void Insert(StoreTransaction t, string report, ReportLine[] lines)
    {
        var text = new StringBuilder($"INSERT INTO report_lines (report, {Columns}) VALUES ");
        var values = new List<(string, object?)> { ("report", report) };
        for (int i = 0; i < lines.Length; i++)
        {
            var l = lines[i];
            object[] row = [l.Number, l.Start, (long)l.Length, (long)l.Rank, l.Outcome, l.Title, l.Place, l.Maker, l.Site, l.Rules, l.Subject, l.Decision];
            text.Append(i == 0 ? "(@report" : ", (@report");
            for (int j = 0; j < row.Length; j++)
            {
                string name = string.Create(CultureInfo.InvariantCulture, $"p{i}_{j}");
                text.Append(", @").Append(name);
                values.Add((name, row[j]));
            }
            text.Append(')');
        }
        t.Derive(text.ToString(), [.. values]);
    }

    private static ReportLine Line(DbDataReader r) => new(r.GetInt64(0), r.GetInt64(1), (int)r.GetInt64(2), (int)r.GetInt64(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7), r.GetString(8), r.GetString(9), r.GetString(10), r.GetString(11));

    private static string PieceId(string report, int number) => string.Create(CultureInfo.InvariantCulture, $"{report}/{number:000000}");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static long Number(DbDataReader reader, int column) => long.Parse(reader.GetString(column), CultureInfo.InvariantCulture);
}
