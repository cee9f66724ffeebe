using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Rubicon.Reports;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Screening;
using Rubicon.Storage;
using Rubicon.Subjects;

namespace Rubicon.Server.StoredReports;

/// <summary>
/// Writes the JSON report of a scan into the store while the scan runs: pieces are packed and kept by another task, so that memory does not grow with the report.
/// One thread writes.
/// </summary>
internal sealed class StoredReportWriter : IReportWriter, IDisposable
{
    private const int PiecesAhead = 4;
    private const int LongestShown = 500;

    private readonly BlockingCollection<(int Number, byte[] Bytes, List<ReportLine> Lines)> _queue = new(PiecesAhead);
    private readonly CancellationTokenSource _failed = new();
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly PieceStream _stream;
    private readonly JsonReport _json;
    private readonly Task _keeping;
    private List<ReportLine> _lines = [];
    private int _pieces;
    private long _head;
    private long _written;
    private long _tail;
    private long _count;

    public StoredReportWriter(Store store, Author author, string report)
    {
        _stream = new PieceStream(HandOn);
        _json = new JsonReport(_stream);
        _keeping = Task.Run(() => Keep(store, author, report));
    }

    public void Begin(ReportHead head)
    {
        _json.Begin(head);
        _head = _written = _json.Position;
    }

    public void Write(Decision decision)
    {
        long start = _written;
        _json.Write(decision);
        _written = _json.Position;
        _lines.Add(Line(decision, start));
        _count++;
    }

    public void End(Coverage coverage)
    {
        _tail = _written;
        _json.End(coverage);
        _stream.End();
    }

    /// <summary>Waits until all is kept; the shape of the whole.</summary>
    public async Task<ReportShape> Finish()
    {
        _queue.CompleteAdding();
        await _keeping;
        return new ReportShape(_head, _tail, _stream.Total, _count);
    }

    public void Dispose()
    {
        if (!_queue.IsAddingCompleted) _queue.CompleteAdding();
        _failed.Dispose();
    }

    /// <summary>0 for the strictest. What was not assessed stands before what is allowed, so that nobody overlooks it.</summary>
    public static int Rank(Outcome outcome) => outcome switch
    {
        Outcome.Prohibited => 0,
        Outcome.LicenseRequired => 1,
        Outcome.Review => 2,
        Outcome.NotAssessed => 3,
        _ => 4,
    };

    private void HandOn(byte[] bytes)
    {
        try
        {
            _queue.Add((_pieces++, bytes, _lines), _failed.Token);
        }
        catch (OperationCanceledException)
        {
            // Why nothing is kept any more is told by the task that keeps.
            _keeping.GetAwaiter().GetResult();
        }
        _lines = [];
    }

    private async Task Keep(Store store, Author author, string report)
    {
        try
        {
            foreach (var (number, bytes, lines) in _queue.GetConsumingEnumerable())
                await store.Reports.Append(author, report, number, Storage.Reports.Pack(bytes), lines);
        }
        catch
        {
            await _failed.CancelAsync();
            throw;
        }
    }

    private ReportLine Line(Decision decision, long start) => new(_count, start, (int)(_written - start), Rank(decision.Outcome), Outcomes.Word(decision.Outcome),
        Cut(decision.Title), Cut(decision.Source.ToString()), Cut(Maker(decision)), Cut(decision.Subject?.First(Field.Site) ?? ""),
        Cut(string.Join(", ", decision.Findings.Where(f => f.Outcome == decision.Outcome).Select(f => f.Provision).Distinct())), Subject(decision), decision.Id);

    private static string Maker(Decision decision)
    {
        foreach (var (fact, value) in decision.Facts)
            if (fact == "producer" && value is PartyValue { Name.Length: > 0 } party) return party.Name;
        return decision.Subject?.First(Field.Maker) ?? decision.Subject?.First(Field.Brand) ?? "";
    }

    /// <summary>What the record states and in which file, and how many times it was there before: so a record keeps its digest when lines are put in above it.</summary>
    private string Subject(Decision decision)
    {
        var text = new StringBuilder(decision.Source.File);
        foreach (var statement in decision.Subject?.Statements ?? []) text.Append('\n').Append((int)statement.Field).Append(' ').Append(statement.Text.Length).Append(' ').Append(statement.Text);
        if (decision.Unread is { Excerpt: { } excerpt }) text.Append('\n').Append(excerpt);
        string stated = text.ToString();
        int times = _seen[stated] = _seen.GetValueOrDefault(stated) + 1;
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(times == 1 ? stated : string.Create(CultureInfo.InvariantCulture, $"{stated}\n{times}")))[..16]);
    }

    private static string Cut(string text)
    {
        if (text.Length > LongestShown) text = text[..(char.IsHighSurrogate(text[LongestShown - 1]) ? LongestShown - 1 : LongestShown)];
        // PostgreSQL takes no zero character in a text.
        return text.Contains('\0', StringComparison.Ordinal) ? text.Replace('\0', '\uFFFD') : text;
    }
}
