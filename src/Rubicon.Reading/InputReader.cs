using Rubicon.Diagnostics;
using Rubicon.Subjects;

namespace Rubicon.Reading;

/// <summary>
/// One input being read. Records come in file order as they are read; nothing is kept of them here. For one thread at a
/// time: a reading thread may take <see cref="Records"/> and hand batches on, since records never change.
/// </summary>
public sealed class InputReader : IDisposable
{
    private readonly Stream? _source;
    private readonly TableKind? _asKind;
    private readonly InputLedger _ledger;
    private bool _started;

    internal InputReader(string file, Stream source, TableKind? asKind)
    {
        _ledger = new(file);
        _source = source;
        _asKind = asKind;
    }

    internal InputReader(Problem cannotOpen)
    {
        _ledger = new(cannotOpen.Where.File);
        _ledger.Report(cannotOpen.Kind, cannotOpen.Found);
    }

    /// <summary>The file as the user named it.</summary>
    public string File => _ledger.File;

    /// <summary>
    /// What is known of the input once <see cref="Records"/> has been taken to its end. Records of the account are the
    /// subjects and unread records yielded; an input that could not be read at all has none, and a problem that says why.
    /// </summary>
    /// <exception cref="InvalidOperationException">The records have not been taken to their end.</exception>
    public InputAccount Account
    {
        get => field ?? throw new InvalidOperationException("the account of an input is known only after its records were read to the end");
        private set;
    }

    /// <summary>
    /// The records, once. Bad content never throws: it comes as unread records, or as problems of the account. A source
    /// that fails while it is read ends the records with RUB1002 in the account.
    /// </summary>
    /// <exception cref="InvalidOperationException">Called twice.</exception>
    public IEnumerable<ReadRecord> Records()
    {
        if (_started) throw new InvalidOperationException("the records of an input can be read once");
        _started = true;
        return _source is null ? Nothing() : Read(_source);
    }

    private IEnumerable<ReadRecord> Nothing()
    {
        Account = _ledger.Close(null);
        yield break;
    }

    private IEnumerable<ReadRecord> Read(Stream source)
    {
        using var stream = new HashedStream(source);
        using var records = Dispatched(stream).GetEnumerator();
        while (Advance(records))
        {
            _ledger.Count(records.Current);
            yield return records.Current;
        }
        Account = _ledger.Close(stream.Digest());
    }

    /// <summary>Looks at the content only when the first record is asked for, so that a source that fails then is caught too.</summary>
    private IEnumerable<ReadRecord> Dispatched(HashedStream stream)
    {
        foreach (var record in RecordReader.Dispatch(stream, _ledger, _asKind)) yield return record;
    }

    private bool Advance(IEnumerator<ReadRecord> records)
    {
        try
        {
            return records.MoveNext();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _ledger.Report(ProblemCatalog.FileUnreadable, Quote.Text(e.Message));
            return false;
        }
    }

    /// <summary>Closes the source.</summary>
    public void Dispose() => _source?.Dispose();
}
