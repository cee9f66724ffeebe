using Rubicon.Diagnostics;
using Rubicon.Equipment.Joining;
using Rubicon.Screening;
using Rubicon.Subjects;

namespace Rubicon.Answering.Scanning;

/// <summary>
/// Holds the records of a scan of several files until all are read, so that each record is decided with what the others say of its device. The
/// records of one file alone are not held: it may be larger than memory. Beyond <see cref="MostRecords"/> those held are given out and the rest is
/// decided as it comes (RUB6205).
/// </summary>
internal sealed class DeviceBuffer(bool several, RecordKeying keying)
{
    /// <summary>Most records held.</summary>
    private const int MostRecords = 200_000;

    private readonly List<(KeyedRecord Record, InputAccount? End)> _held = [];
    private readonly List<Problem> _problems = [];

    /// <summary>True while records are held; once false it stays so.</summary>
    public bool IsHolding { get; private set; } = several;

    /// <summary>What kept records apart.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Takes a record, or the account of an input at its end, and gives what is ready: nothing while records are held.</summary>
    public IEnumerable<(KeyedRecord Record, InputAccount? End)> Take(KeyedRecord record, InputAccount? end = null)
    {
        if (!IsHolding)
        {
            yield return (record, end);
            yield break;
        }
        _held.Add((record, end));
        if (_held.Count < MostRecords) yield break;
        IsHolding = false;
        _problems.Add(new Problem(ProblemCatalog.TooManyToJoin, record.Record.Subject?.Source ?? record.Record.Unread?.Source ?? new SourceLocation(end!.File), $"more than {MostRecords} records"));
        foreach (var ready in Rest()) yield return ready;
    }

    /// <summary>What is still held, in its order.</summary>
    public IEnumerable<(KeyedRecord Record, InputAccount? End)> Rest()
    {
        var places = new List<int>();
        for (int i = 0; i < _held.Count; i++)
            if (_held[i].Record.Record.Subject is not null) places.Add(i);
        var joined = DeviceJoin.Beside(places.ConvertAll(p => _held[p].Record.Record.Subject!));
        _problems.AddRange(joined.Problems);
        int next = 0;
        foreach (var held in _held)
        {
            if (held.Record.Record.Subject is null)
            {
                yield return held;
                continue;
            }
            var subject = joined.Devices[next++];
            yield return subject.Joined.IsEmpty ? held : (keying.Key(new ReadRecord(subject)), null);
        }
        _held.Clear();
    }
}
