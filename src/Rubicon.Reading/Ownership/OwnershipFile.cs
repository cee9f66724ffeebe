using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Rubicon.Parties;
using Rubicon.Reading.Json;

namespace Rubicon.Reading.Ownership;

/// <summary>
/// Reads files of stakes into one register, each by what it holds: a table of stakes, BODS, FollowTheMoney, the Global LEI Foundation's levels 1 and 2 as CSV or XML, or the United
/// Kingdom's register of persons with significant control. Parties of different files that have the same registered
/// identifier become one; equal names of registers do not. One instance reads all files of a run.
/// </summary>
public sealed class OwnershipFile
{
    private const int LookedAt = 4096;

    private readonly PartyBook _book;

    /// <summary>Makes a reader that fills a register.</summary>
    public OwnershipFile(StakeRegister register) => _book = new PartyBook(register);

    /// <summary>Reads one file. Nothing is thrown for its content.</summary>
    /// <param name="file">What to call it in problems.</param>
    /// <param name="stream">Its bytes, read once, forward; not closed.</param>
    public OwnershipReading Read(string file, Stream stream)
    {
        var account = new OwnershipAccount(file);
        using var peeked = new HashedStream(stream);
        var head = stream.CanSeek ? Head(stream) : peeked.Peek(LookedAt);
        // A file goes back to its start; of a stream that cannot, the bytes looked at are handed on.
        var whole = stream.CanSeek ? stream : peeked;
        if (head.StartsWith("\uFEFF"u8)) head = head[3..];
        head = head.TrimStart(" \t\r\n"u8);
        if (!head.IsEmpty && head[0] is (byte)'{' or (byte)'[') Json(account, whole);
        else if (!head.IsEmpty && head[0] == '<') GleifXml.Read(account, whole, _book);
        else if (GleifCsv.Is(head)) GleifCsv.Read(account, whole, _book);
        else return StakeFile.Read(account, whole, _book);
        return account.Close();
    }

    private IStatementReader? ReaderOf(StatementNode first, OwnershipAccount account) =>
        PscReader.Is(first) ? new PscReader(account, _book)
        : FtmReader.Is(first) ? new FtmReader(account, _book)
        : BodsReader.Is(first) ? new BodsReader(account, _book) : null;

    private static ReadOnlySpan<byte> Head(Stream stream)
    {
        byte[] head = new byte[LookedAt];
        int got = stream.ReadAtLeast(head, LookedAt, throwOnEndOfStream: false);
        stream.Seek(-got, SeekOrigin.Current);
        return head.AsSpan(0, got);
    }

    /// <summary>Takes the relations that parties of the maker knowledge and of lists are stated to have.</summary>
    /// <param name="file">What to call them in problems and places.</param>
    /// <param name="parties">The parties; each goes by its key.</param>
    public OwnershipReading Read(string file, IEnumerable<Party> parties) => StatedRelations.Read(file, parties, _book);

    /// <summary>The first statement tells the format.</summary>
    private void Json(OwnershipAccount account, Stream stream)
    {
        IStatementReader? reader = null;
        int index = 0;
        foreach (var (document, line) in new JsonStatements(stream, account).Read())
            using (document)
            {
                var node = new StatementNode(document.RootElement, $"$[{index++}]", account, line);
                if (reader is null && !node.IsObject)
                {
                    account.Read++;
                    account.Refuse(ProblemCatalog.StatementRefused, node.Where, Quote.Text(document.RootElement.GetRawText()), "an object");
                    continue;
                }
                reader ??= ReaderOf(node, account);
                if (reader is null)
                {
                    account.Report(ProblemCatalog.OwnershipFormat, node.Where, OtherJson.Describe(document.RootElement));
                    return;
                }
                reader.Add(node);
            }
        reader?.Finish();
        if (account.Format.Length == 0) account.Format = "json";
    }
}
