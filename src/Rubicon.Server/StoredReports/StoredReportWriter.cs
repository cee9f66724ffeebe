using System.Collections.Concurrent;
using Rubicon.Reports;
using Rubicon.Screening;
using Rubicon.Storage;

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
    private readonly ReportLines _index = new();
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
        _lines.Add(_index.Of(decision, _count++, start, (int)(_written - start)));
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
}
