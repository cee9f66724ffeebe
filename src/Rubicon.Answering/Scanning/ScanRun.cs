using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Equipment.Joining;
using Rubicon.Reading;
using Rubicon.Reports;
using Rubicon.Reports.Summaries;
using Rubicon.Screening;
using Rubicon.Subjects;

namespace Rubicon.Answering.Scanning;

/// <summary>
/// One scan: a thread reads, this one decides and writes, in input order, so that the bytes do not depend on timing. Keys of records are made by whichever
/// of the two has less to do. Records of several files about one device are decided with each other's statements (<see cref="DeviceBuffer"/>); memory does
/// not grow with the input beyond what that holds.
/// </summary>
public sealed class ScanRun(ScreeningData data, ImmutableArray<DataSource> sources, ActorProfile actor, ImmutableArray<Answer> answers, DateOnly asOf, DateOnly knownAt)
{
    private const int BatchSize = 512;
    private const int BatchesAhead = 32;

    // With fewer batches than this waiting, the deciding thread is about to run dry: it makes the keys of the next one itself.
    private const int EnoughAhead = 2;

    /// <summary>What drafts would do is shown beside each decision; none unless given.</summary>
    public ImmutableArray<DraftScreener> Drafts { get; init; } = [];

    /// <summary>Runs it and returns the coverage.</summary>
    /// <param name="inputs">Files found, with problems of the search itself.</param>
    /// <param name="open">Opens one of the files.</param>
    /// <param name="writer">Where decisions go.</param>
    /// <param name="extra">Problems met before, such as answers that were not used.</param>
    /// <param name="progress">Told how many records were decided so far.</param>
    /// <param name="stop">Ends the run early.</param>
    public Coverage Run(FoundInputs inputs, Func<string, InputReader> open, IReportWriter writer, IReadOnlyCollection<Problem> extra, Action<long> progress, CancellationToken stop)
    {
        var ledger = new CoverageLedger();
        var impacts = Drafts.Select(d => new DraftImpact(d.Draft)).ToImmutableArray();
        ledger.Add(inputs.Problems);
        ledger.Add(extra);
        writer.Begin(new ReportHead("1.0", ProgramVersion.Text, asOf, knownAt, new ReportActor(actor.Name, actor.Capacities, actor.Country), sources));
        AddAgeNote(ledger);
        var screener = new Screener(data, actor, answers, asOf, knownAt);
        var keying = screener.Keying();
        var here = screener.Keying();
        var buffer = new DeviceBuffer(inputs.Files.Length > 1, here);
        var watch = new NeighborWatch(inputs.Files.Length > 1);
        void Report(Decision found)
        {
            var decision = Beside(found, impacts);
            ledger.Add(decision);
            writer.Write(decision);
        }
        void Close(IEnumerable<(KeyedRecord Record, InputAccount? End)> ready)
        {
            foreach (var (record, end) in ready)
            {
                if (end is not null) AddInput(ledger, end, writer);
                else Report(screener.Decide(record));
            }
        }
        foreach (string file in inputs.Files)
        {
            using var reader = open(file);
            foreach (var batch in Ahead(reader, keying, stop))
            {
                for (int i = 0; i < batch.Read.Length; i++)
                {
                    if (batch.Read[i].Subject is { } subject) watch.Add(subject);
                    if (!buffer.IsHolding) Report(batch.Keyed is { } keyed ? screener.Decide(keyed[i]) : screener.Decide(batch.Read[i]));
                    else Close(buffer.Take(batch.Keyed is { } made ? made[i] : here.Key(batch.Read[i])));
                }
                progress(ledger.Read);
                stop.ThrowIfCancellationRequested();
            }
            Close(buffer.Take(default, reader.Account));
        }
        Close(buffer.Rest());
        ledger.Add(buffer.Problems);
        ledger.Add(watch.Problems());
        var coverage = ledger.Close(data.Law, actor, asOf) with { Drafts = [.. impacts.Select(i => i.Summary(knownAt))] };
        writer.End(coverage);
        return coverage;
    }

    private Decision Beside(Decision decision, ImmutableArray<DraftImpact> impacts)
    {
        if (Drafts.IsEmpty) return decision;
        ImmutableArray<DraftEffect> effects = [.. Drafts.Select(d => d.Of(decision))];
        for (int i = 0; i < effects.Length; i++) impacts[i].Add(decision, effects[i]);
        return decision.Beside(effects);
    }

    /// <summary>An input of which not even one record could be read is one record that was not assessed: it never vanishes.</summary>
    private static void AddInput(CoverageLedger ledger, InputAccount account, IReportWriter writer)
    {
        var errors = account.Problems.Where(p => p.Kind.Severity == Severity.Error).ToImmutableArray();
        if (account.Records == 0 && !errors.IsEmpty)
        {
            var decision = Screener.Unread(new UnreadRecord(new SourceLocation(account.File), errors));
            ledger.Add(account with { Records = 1, Unread = 1, Problems = [.. account.Problems.Except(errors)] });
            ledger.Add(decision);
            writer.Write(decision);
            return;
        }
        ledger.Add(account);
    }

    private void AddAgeNote(CoverageLedger ledger)
    {
        foreach (var pack in data.Law.Packs.Where(p => p.MaintainedAsOf < asOf))
            ledger.Add([new Problem(ProblemCatalog.AfterMaintained, pack.Where, string.Create(CultureInfo.InvariantCulture, $"{asOf:yyyy-MM-dd}"),
                string.Create(CultureInfo.InvariantCulture, $"a day up to {pack.MaintainedAsOf:yyyy-MM-dd}, to which {pack.Id} was kept up"))]);
    }

    /// <summary>Records of a file that follow one another, and the same with their keys where these are made.</summary>
    private readonly record struct Batch(ReadRecord[] Read, KeyedRecord[]? Keyed);

    /// <summary>Batches read by another thread, some ahead.</summary>
    private static IEnumerable<Batch> Ahead(InputReader reader, RecordKeying keying, CancellationToken stop)
    {
        using var queue = new BlockingCollection<Batch>(BatchesAhead);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        System.Runtime.ExceptionServices.ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                var read = new List<ReadRecord>(BatchSize);
                foreach (var record in reader.Records())
                {
                    read.Add(record);
                    if (read.Count < BatchSize) continue;
                    Hand(read);
                }
                if (read.Count > 0) Hand(read);
            }
            catch (OperationCanceledException)
            {
                // The consumer stopped; what it did not take is not needed.
            }
            catch (Exception error)
            {
                // Handed to the consumer's thread below: a defect of a reader must end the run loudly.
                failure = System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(error);
            }
            finally
            {
                queue.CompleteAdding();
            }
        })
        { IsBackground = true, Name = "reader" };
        thread.Start();
        try
        {
            foreach (var batch in queue.GetConsumingEnumerable(stop)) yield return batch;
        }
        finally
        {
            ended.Cancel();
            thread.Join();
        }
        failure?.Throw();

        void Hand(List<ReadRecord> read)
        {
            ReadRecord[] batch = [.. read];
            read.Clear();
            queue.Add(new Batch(batch, queue.Count < EnoughAhead ? null : Array.ConvertAll(batch, keying.Key)), ended.Token);
        }
    }
}
