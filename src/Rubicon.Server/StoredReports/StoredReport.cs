using Rubicon.Reports;
using Rubicon.Screening;
using Rubicon.Storage;

namespace Rubicon.Server.StoredReports;

/// <summary>A report in the store, read part by part: memory does not grow with it.</summary>
internal sealed class StoredReport
{
    private const int LinesAtOnce = 64;

    private readonly Storage.Reports _reports;
    private readonly ReportShape _shape;

    private StoredReport(Storage.Reports reports, string id, ReportShape shape) => (_reports, Id, _shape) = (reports, id, shape);

    public string Id { get; }

    public long Lines => _shape.Lines;

    /// <summary>The report of a scan of the organization that is done, or null.</summary>
    public static StoredReport? Find(Store store, string organization, string scan) =>
        store.Scans.Find(organization, scan) is { State: "done" } && store.Reports.Find(scan) is { } shape ? new StoredReport(store.Reports, scan, shape) : null;

    public ReportHead Head() => ReportPart.Head(_reports.Read(Id, 0, (int)_shape.Head), []) ?? throw Damaged();

    public Coverage Coverage() => ReportPart.Coverage(_reports.Read(Id, _shape.Tail, (int)(_shape.Length - _shape.Tail)), []) ?? throw Damaged();

    public Decision Decision(ReportLine line) => ReportPart.Decision(_reports.Read(Id, line.Start, line.Length), []) ?? throw Damaged();

    /// <summary>The bytes as they were made.</summary>
    public async Task CopyTo(Stream output, CancellationToken stop)
    {
        foreach (byte[] piece in _reports.Pieces(Id)) await output.WriteAsync(piece, stop);
    }

    /// <summary>All of it in another format, without deciding again.</summary>
    public void WriteTo(IReportWriter writer)
    {
        writer.Begin(Head());
        for (long from = 0; from < _shape.Lines;)
        {
            var lines = _reports.Lines(Id, from, LinesAtOnce);
            if (lines.Count == 0) throw Damaged();
            byte[] bytes = _reports.Read(Id, lines[0].Start, (int)(lines[^1].Start + lines[^1].Length - lines[0].Start));
            foreach (var line in lines) writer.Write(ReportPart.Decision(bytes.AsSpan((int)(line.Start - lines[0].Start), line.Length), []) ?? throw Damaged());
            from = lines[^1].Number + 1;
        }
        writer.End(Coverage());
    }

    private InvalidDataException Damaged() => new($"report {Id} is not what was kept");
}
