using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Rubicon.Storage.Databases;
using Rubicon.Storage.Log;

namespace Rubicon.Storage;

/// <summary>A file of a case.</summary>
/// <param name="Id">Id.</param>
/// <param name="Number">Its number in the case: F-001.</param>
/// <param name="Organization">Whose it is.</param>
/// <param name="Created">When it came.</param>
/// <param name="Title">Its title.</param>
/// <param name="Restricted">True when only its organization and the one that runs the case may see it, its title too.</param>
/// <param name="Sha256">Digest of its bytes, lower-case hex.</param>
public sealed record CaseFile(string Id, string Number, string Organization, string Created, string Title, bool Restricted, string Sha256);

/// <summary>Files of cases. Content is kept packed and comes back byte for byte.</summary>
public sealed class CaseFiles
{
    /// <summary>The largest file, in bytes.</summary>
    public const int Largest = 50 * 1024 * 1024;

    private const string Columns = "id, number, organization, created, title, restricted, sha256";

    private readonly Store _store;

    internal CaseFiles(Store store) => _store = store;

    /// <summary>Adds a file.</summary>
    /// <exception cref="ArgumentException">It is larger than <see cref="Largest"/>; the edge refuses it before.</exception>
    public Task<CaseFile> Add(Author author, string caseId, string title, bool restricted, byte[] content)
    {
        if (content.Length > Largest) throw new ArgumentException($"a file of {content.Length} bytes", nameof(content));
        byte[] packed = Decisions.Pack(content);
        string digest = Convert.ToHexStringLower(SHA256.HashData(content));
        return _store.Write(t =>
        {
            string count = t.First("SELECT CAST(count(*) AS text) FROM case_files WHERE case_id = @case", r => r.GetString(0), ("case", caseId))!;
            var file = new CaseFile(Ids.New('f'), string.Create(CultureInfo.InvariantCulture, $"F-{int.Parse(count, CultureInfo.InvariantCulture) + 1:000}"), author.Organization, LogEvent.Instant(t.Now), title, restricted, digest);
            t.Insert(AuditedTable.CaseFiles, author, "case file added", file.Id, caseId, author.Organization, author.Token, file.Created, file.Number, title, restricted ? "yes" : "no", digest, packed);
            return file;
        });
    }

    /// <summary>All files of a case in the order of their numbers, restricted ones among them: what a reader may see of them is for the edge to say.</summary>
    public IReadOnlyList<CaseFile> Of(string caseId) => _store.Rows($"SELECT {Columns} FROM case_files WHERE case_id = @case ORDER BY number, id", Read, ("case", caseId));

    /// <summary>The bytes of a file of the case, or null.</summary>
    public byte[]? Content(string caseId, string id) =>
        _store.Rows("SELECT content FROM case_files WHERE id = @id AND case_id = @case", r => Decisions.Unpack(Sql.Bytes(r, 0)), ("id", id), ("case", caseId)).FirstOrDefault();

    private static CaseFile Read(DbDataReader r) => new(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5) == "yes", r.GetString(6));
}
