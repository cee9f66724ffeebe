using Rubicon.Diagnostics;
using Rubicon.Equipment.Joining;
using Rubicon.Reading;
using Rubicon.Subjects;

namespace Rubicon.Cli.Devices;

/// <summary>
/// Reads files to devices: records of several files about one device come as one. One file alone is passed on as it is read, so that a large inventory
/// needs no memory; of several, as many records as can be held are joined.
/// </summary>
internal sealed class DeviceReading(IReadOnlyList<string> files, TableKind? asKind)
{
    /// <summary>Most records held to be joined.</summary>
    private const int MostRecords = 500_000;

    /// <summary>Records read so far.</summary>
    public long Read { get; private set; }

    /// <summary>Records that were not assessed.</summary>
    public long Unread { get; private set; }

    /// <summary>Records that were joined to another.</summary>
    public long Joined { get; private set; }

    /// <summary>Devices and unread records, once: those read first come first.</summary>
    public IEnumerable<(Subject? Device, UnreadRecord? Unread)> Devices()
    {
        var held = new List<Subject>();
        bool joining = files.Count > 1;
        foreach (var record in Records())
        {
            if (record.Unread is { } unread)
            {
                yield return (null, unread);
                continue;
            }
            if (joining && held.Count < MostRecords)
            {
                held.Add(record.Subject!);
                continue;
            }
            if (joining)
            {
                joining = false;
                ProblemPrinter.Print([new Problem(ProblemCatalog.TooManyToJoin, record.Subject!.Source, $"more than {MostRecords} records")]);
            }
            yield return (record.Subject, null);
        }
        var joined = DeviceJoin.Join(held);
        ProblemPrinter.Print(joined.Problems);
        Joined = held.Count - joined.Devices.Length;
        foreach (var device in joined.Devices) yield return (device, null);
    }

    private IEnumerable<ReadRecord> Records()
    {
        foreach (string file in files)
        {
            using var reader = RecordReader.Read(file, asKind);
            foreach (var record in reader.Records())
            {
                Read++;
                if (record.Unread is not null) Unread++;
                yield return record;
            }
            var account = reader.Account;
            ProblemPrinter.Print(account.Problems);
            // A file of which nothing could be read is one record that was not assessed.
            if (account.Records > 0 || account.Problems.All(p => p.Kind.Severity != Severity.Error)) continue;
            Read++;
            Unread++;
            yield return new ReadRecord(new UnreadRecord(new SourceLocation(file), [.. account.Problems.Where(p => p.Kind.Severity == Severity.Error)]));
        }
    }
}
