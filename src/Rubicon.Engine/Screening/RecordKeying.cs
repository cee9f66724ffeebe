using Rubicon.Subjects;

namespace Rubicon.Screening;

/// <summary>A record with the key by which equal records are found; made by <see cref="RecordKeying"/>.</summary>
public readonly record struct KeyedRecord
{
    internal KeyedRecord(ReadRecord record, RecordKey? key, DateOnly? made) => (Record, Key, Made) = (record, key, made);

    /// <summary>The record as read.</summary>
    public ReadRecord Record { get; }

    /// <summary>Null for a record that is decided by itself, and for one that could not be read.</summary>
    internal RecordKey? Key { get; }

    internal DateOnly? Made { get; }
}

/// <summary>
/// Makes the keys of records ahead of the screener: names are looked through for signs of their maker, which is the larger half of the work on
/// an inventory, so that a reader's thread can do it. Belongs to one thread; the screener it came from may work on another at the same time.
/// </summary>
public sealed class RecordKeying
{
    private readonly RecordKeys _keys;
    private readonly RecordKey _key = new();

    internal RecordKeying(RecordKeys keys) => _keys = keys;

    /// <summary>The record with its key, for <see cref="Screener.Decide(in KeyedRecord)"/> of the screener that this came from.</summary>
    public KeyedRecord Key(ReadRecord record) =>
        record.Subject is { } subject && _keys.Fill(_key, subject, out var made)
            ? new KeyedRecord(record, _key.Copy(), made)
            : new KeyedRecord(record, null, null);
}
