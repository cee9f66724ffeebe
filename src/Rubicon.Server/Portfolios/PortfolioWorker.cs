using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.Json;
using System.Threading.Channels;
using Rubicon.Reports;
using Rubicon.Screening;
using Rubicon.Server.Scanning;
using Rubicon.Server.Stated;
using Rubicon.Storage;

namespace Rubicon.Server.Portfolios;

/// <summary>
/// Decides portfolios again when what they rest on is not what it was: files, answers, law and lists (which a start may have replaced), or the day. When only the day moved and
/// no record is decided otherwise, the run says so and keeps no second report.
/// </summary>
internal sealed partial class PortfolioWorker(ServedLaw law, Store store, ScanQueue queue, ILogger<PortfolioWorker> log) : BackgroundService
{
    private const int MostChangesListed = 200;

    private static readonly TimeSpan Round = TimeSpan.FromMinutes(10), SoonAgain = TimeSpan.FromSeconds(5);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<string, string> _tried = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _failed = new(StringComparer.Ordinal);

    private int _woken;
    private int _looked;
    private bool _passedOver;

    /// <summary>Something changed: look now.</summary>
    public void Wake()
    {
        Interlocked.Increment(ref _woken);
        _wake.Writer.TryWrite(true);
    }

    /// <summary>True while a portfolio waits for a run or has one, or something changed at which nobody looked yet.</summary>
    public bool IsRunning(string portfolio) => Runs(portfolio) || Volatile.Read(ref _looked) != Volatile.Read(ref _woken);

    private bool Runs(string portfolio) => _tried.TryGetValue(portfolio, out string? basis) && basis.StartsWith('*');

    /// <summary>True when the last try to decide it failed on what it rests on now.</summary>
    public bool Failed(string portfolio) => _failed.ContainsKey(portfolio);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            int woken = Volatile.Read(ref _woken);
            _passedOver = false;
            try
            {
                foreach (var portfolio in store.Portfolios.All()) await Consider(portfolio, stoppingToken);
                Volatile.Write(ref _looked, woken);
            }
            catch (Exception error) when (error is DbException or IOException)
            {
                StoreFailed(log, error.GetType().Name);
                _passedOver = true;
            }
            using var round = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            round.CancelAfter(_passedOver ? SoonAgain : Round);
            try
            {
                await _wake.Reader.ReadAsync(round.Token);
            }
            catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
            {
                // Nobody woke it: the day may have moved.
            }
        }
    }

    private async Task Consider(Portfolio portfolio, CancellationToken stop)
    {
        // Its own end wakes the next look.
        if (Runs(portfolio.Id)) return;
        if (!queue.HasRoom)
        {
            _passedOver = true;
            return;
        }
        if (store.Portfolios.Files(portfolio.Id) is not { Count: > 0 } files) return;
        var asOf = portfolio.AsOf is { } stated ? DateOnly.ParseExact(stated, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : law.Today;
        var standing = StandingAnswers.Of(law, store, portfolio.Organization, asOf, asOf);
        var basis = PortfolioBasis.Of(law, portfolio, files, standing, asOf);
        string text = JsonSerializer.Serialize(basis);
        var last = store.Portfolios.Runs(portfolio.Id, null, 1) is [var newest] ? newest : null;
        // A run that failed is not tried again on the same basis.
        if (PortfolioBasis.Changed(last?.Basis, basis) is not { } reason || (_tried.TryGetValue(portfolio.Id, out string? tried) && tried == text)) return;
        var author = new Author(portfolio.Organization, Author.Server.Token);
        var inputs = files.Select(f => new ScanInput(f.Name, store.Portfolios.Content(portfolio.Id, f.Name)!)).ToList();
        var actor = portfolio.Actor.Length == 0 ? ActorProfile.Nobody : new ActorProfile(null, [.. portfolio.Actor.Split(',')], null, []);
        string day = PlainText.Day(asOf);
        if (last is not null && PortfolioBasis.OnlyTheDayMoved(last.Basis, basis))
        {
            var same = new QueuedScan(new Scan("", "", portfolio.Title, day, day, "running", null, null, null), author, actor, inputs) { Answers = standing.Answers, Data = standing.Data };
            if (await Task.Run(() => Print(same, stop), stop) == last.Print)
            {
                await store.Portfolios.AddRun(author, portfolio.Id, last.Scan, day, reason + "; nothing changed by it", text, last.Print, "{}");
                return;
            }
        }
        _tried[portfolio.Id] = "*" + text;
        _failed.TryRemove(portfolio.Id, out _);
        var scan = await store.Scans.Begin(author, portfolio.Title, day, day, System.Text.Encoding.UTF8.GetBytes(text));
        await queue.Add(new QueuedScan(scan, author, actor, inputs) { Answers = standing.Answers, Data = standing.Data, Then = ended => Close(author, portfolio, last, ended, reason, text) }, stop);
    }

    private string Print(QueuedScan same, CancellationToken stop)
    {
        var print = new LinePrintWriter();
        ScanWorker.Decide(law, same, print, _ => { }, stop);
        return print.Text();
    }

    private async Task Close(Author author, Portfolio portfolio, PortfolioRun? last, Scan ended, string reason, string basis)
    {
        if (ended.State == "done")
        {
            string changes = last is null ? "{}" : JsonSerializer.Serialize(store.Reports.Changes(last.Scan, ended.Id, MostChangesListed), JsonSerializerOptions.Web);
            await store.Portfolios.AddRun(author, portfolio.Id, ended.Id, ended.AsOf, reason, basis, store.Reports.Print(ended.Id), changes);
        }
        else
        {
            _failed[portfolio.Id] = true;
        }
        _tried[portfolio.Id] = basis;
        // What came in while it ran is looked at next.
        Wake();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The store did not answer: {Kind}")]
    private static partial void StoreFailed(ILogger log, string kind);
}
