using Rubicon.Ownership;

namespace Rubicon.Reading.Ownership;

/// <summary>
/// Reads files of stakes into one register, each by what it holds: a table of stakes. Parties of different files that have the same registered identifier become
/// one; equal names of registers do not. One instance reads all files of a run.
/// </summary>
public sealed class OwnershipFile
{
    private readonly PartyBook _book;

    /// <summary>Makes a reader that fills a register.</summary>
    public OwnershipFile(StakeRegister register) => _book = new PartyBook(register);

    /// <summary>Reads one file. Nothing is thrown for its content.</summary>
    /// <param name="file">What to call it in problems.</param>
    /// <param name="stream">Its bytes, read once, forward; not closed.</param>
    public OwnershipReading Read(string file, Stream stream)
    {
        var account = new OwnershipAccount(file);
        return StakeFile.Read(account, stream, _book);
    }
}
