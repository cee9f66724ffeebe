using System.Data.Common;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Rubicon.Answering.Scanning;
using Rubicon.Diagnostics;
using Rubicon.Reading;
using Rubicon.Reports;
using Rubicon.Server.Figures;
using Rubicon.Server.StoredReports;
using Rubicon.Storage;

namespace Rubicon.Server.Scanning;

/// <summary>Runs scans one after another, each with all that `rubicon scan FILE -o json` does. A scan that a stopped server left running is failed at the next start.</summary>
internal sealed partial class ScanWorker(ScanQueue queue, ServedLaw law, Store store, ILogger<ScanWorker> log) : BackgroundService
{
    private static readonly Counter<long> Ended = FigureBook.Own.CreateCounter<long>("rubicon.scans", description: "Scans ended, by state.");
    private static readonly Counter<long> Read = FigureBook.Own.CreateCounter<long>("rubicon.scanned.records", description: "Records of scans that were read.");

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var (scan, author) in await Kept(() => Task.FromResult(store.Scans.LeftRunning()), stoppingToken))
            await Kept(() => store.Scans.End(author, scan, null, null, "the server stopped before it was done; send the file again"), stoppingToken);
        await foreach (var waiting in queue.All(stoppingToken)) await Run(waiting, stoppingToken);
    }

    /// <summary>Decides what waits, and writes it as a report.</summary>
    public static Coverage Decide(ServedLaw law, QueuedScan waiting, IReportWriter report, Action<long> progress, CancellationToken stop)
    {
        var (asOf, knownAt) = (Day(waiting.Scan.AsOf), Day(waiting.Scan.KnownAt));
        var lists = law.Lists(asOf, knownAt);
        var run = new ScanRun(waiting.Data ?? law.DataOn(asOf, knownAt), [.. law.Loaded.Sources(), .. lists.Sources()], waiting.Actor, waiting.Answers, asOf, knownAt);
        return run.Run(new FoundInputs([.. waiting.Inputs.Select(i => i.Name)], []), name => RecordReader.Read(name, new MemoryStream(waiting.Inputs.First(i => i.Name == name).Bytes, writable: false)), report, lists.Problems, progress, stop);
    }

    private async Task Run(QueuedScan waiting, CancellationToken stop)
    {
        Scan ended;
        try
        {
            using var report = new StoredReportWriter(store, waiting.Author, waiting.Scan.Id);
            var coverage = await Task.Factory.StartNew(() => Decide(law, waiting, report, n => queue.Note(waiting.Scan.Id, n), stop), stop, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            ended = await store.Scans.End(waiting.Author, waiting.Scan, Outcomes(coverage), await report.Finish(), null);
            Read.Add(coverage.Read);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The scan ends as failed and says so; the next one is not held up.
            bool world = error is DbException or IOException;
            if (world) StoreFailed(log, error.GetType().Name);
            else Failed(log, error);
            var kind = world ? ProblemCatalog.StoreUnavailable : ProblemCatalog.ServerDefect;
            ended = await Kept(() => store.Scans.End(waiting.Author, waiting.Scan, null, null, $"{kind.Code} {kind.Title}"), stop);
        }
        finally
        {
            queue.Forget(waiting.Scan.Id);
        }
        Ended.Add(1, new KeyValuePair<string, object?>("state", ended.State));
        if (waiting.Then is { } then) await Kept(() => Then(then, ended), stop);
    }

    private static async Task<bool> Then(Func<Scan, Task> then, Scan ended)
    {
        await then(ended);
        return true;
    }

    /// <summary>How a scan ended must be written: while the database is away it is tried again.</summary>
    private async Task<T> Kept<T>(Func<Task<T>> write, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                return await write();
            }
            catch (Exception error) when (error is DbException or IOException && !stop.IsCancellationRequested)
            {
                StoreFailed(log, error.GetType().Name);
                await Task.Delay(Patience, stop);
            }
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Outcomes(Coverage coverage)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal) { ["read"] = coverage.Read };
        foreach (var (outcome, count) in coverage.Outcomes) counts[Rules.Evaluation.Outcomes.Word(outcome)] = count;
        return JsonSerializer.Serialize(counts);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A scan failed")]
    private static partial void Failed(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not take a scan: {Kind}")]
    private static partial void StoreFailed(ILogger log, string kind);
}
