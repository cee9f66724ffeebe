using System.Text.Json;
using Rubicon.Answering.Scanning;
using Rubicon.Diagnostics;
using Rubicon.Reading;
using Rubicon.Reports;
using Rubicon.Server.StoredReports;
using Rubicon.Storage;

namespace Rubicon.Server.Scanning;

/// <summary>Runs scans one after another, each with all that `rubicon scan FILE -o json` does. A scan that a stopped server left running is failed at the next start.</summary>
internal sealed partial class ScanWorker(ScanQueue queue, ServedLaw law, Store store, ILogger<ScanWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var (scan, author) in store.Scans.LeftRunning()) await store.Scans.End(author, scan, null, null, "the server stopped before it was done; send the file again");
        await foreach (var waiting in queue.All(stoppingToken)) await Run(waiting, stoppingToken);
    }

    private async Task Run(QueuedScan waiting, CancellationToken stop)
    {
        try
        {
            using var report = new StoredReportWriter(store, waiting.Author, waiting.Scan.Id);
            var coverage = await Task.Factory.StartNew(() => Decide(waiting, report, stop), stop, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            await store.Scans.End(waiting.Author, waiting.Scan, Outcomes(coverage), await report.Finish(), null);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // The scan ends as failed and says so; the next one is not held up.
            Failed(log, error);
            await store.Scans.End(waiting.Author, waiting.Scan, null, null, $"{ProblemCatalog.ServerDefect.Code} {ProblemCatalog.ServerDefect.Title}");
        }
        finally
        {
            queue.Forget(waiting.Scan.Id);
        }
    }

    private Coverage Decide(QueuedScan waiting, IReportWriter report, CancellationToken stop)
    {
        var (asOf, knownAt) = (Day(waiting.Scan.AsOf), Day(waiting.Scan.KnownAt));
        var run = new ScanRun(law.Data, law.Loaded.Sources(), waiting.Actor, [], asOf, knownAt);
        return run.Run(new FoundInputs([waiting.Scan.Name], []), name => RecordReader.Read(name, new MemoryStream(waiting.Input, writable: false)), report, [], n => queue.Note(waiting.Scan.Id, n), stop);
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
}
