using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using Rubicon.Screening;
using Rubicon.Storage;

namespace Rubicon.Server.Scanning;

/// <summary>A file that a scan reads.</summary>
/// <param name="Name">Its name, as places show it.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record ScanInput(string Name, byte[] Bytes);

/// <summary>A scan that waits or runs, with the bytes of its files.</summary>
/// <param name="Scan">As the store has it.</param>
/// <param name="Author">Who asked.</param>
/// <param name="Actor">Who acts.</param>
/// <param name="Inputs">The files, in order.</param>
internal sealed record QueuedScan(Scan Scan, Author Author, ActorProfile Actor, IReadOnlyList<ScanInput> Inputs)
{
    /// <summary>Answers to use; none unless asked for.</summary>
    public ImmutableArray<Answer> Answers { get; init; } = [];

    /// <summary>Data to decide with when it is not all of the server's as it stands.</summary>
    public ScreeningData? Data { get; init; }

    /// <summary>What follows once the scan has ended, well or not.</summary>
    public Func<Scan, Task>? Then { get; init; }
}

/// <summary>Scans that wait, and how far those that run have come. Thread-safe.</summary>
internal sealed class ScanQueue
{
    private const int MostWaiting = 16;

    private readonly Channel<QueuedScan> _waiting = Channel.CreateBounded<QueuedScan>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.Wait });
    private readonly ConcurrentDictionary<string, long> _progress = new(StringComparer.Ordinal);

    /// <summary>True when one more may wait.</summary>
    public bool HasRoom => _waiting.Reader.Count < MostWaiting;

    public ValueTask Add(QueuedScan scan, CancellationToken stop) => _waiting.Writer.WriteAsync(scan, stop);

    public IAsyncEnumerable<QueuedScan> All(CancellationToken stop) => _waiting.Reader.ReadAllAsync(stop);

    /// <summary>Records decided so far.</summary>
    public long Progress(string id) => _progress.GetValueOrDefault(id);

    public void Note(string id, long decided) => _progress[id] = decided;

    public void Forget(string id) => _progress.TryRemove(id, out _);
}
