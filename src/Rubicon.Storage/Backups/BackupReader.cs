using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using Rubicon.Storage.Databases;
using Rubicon.Storage.Log;

namespace Rubicon.Storage.Backups;

/// <summary>Puts what a backup holds into an empty place. A restore that ends early leaves a mark, by which the place opens for nobody and the next restore begins anew.</summary>
internal sealed class BackupReader : IDisposable
{
    /// <summary>The mark of a restore that is not done.</summary>
    public const string Mark = "restoring";

    private const int RowsAtOnce = 50, BytesAtOnce = 4 * 1024 * 1024;

    private readonly ZipArchive _zip;

    public BackupReader(Stream input)
    {
        try
        {
            _zip = new ZipArchive(input, ZipArchiveMode.Read, leaveOpen: true);
            using var manifest = _zip.GetEntry(BackupManifest.Name)?.Open();
            Manifest = manifest is null ? throw StoreException.Backup("no manifest") : BackupManifest.Read(manifest) ?? throw StoreException.Backup("a manifest that is none");
        }
        catch (InvalidDataException error)
        {
            throw StoreException.Backup(error.Message);
        }
        if (Manifest.Version != BackupManifest.Current) throw StoreException.Version(Manifest.Version, BackupManifest.Current);
    }

    public BackupManifest Manifest { get; }

    public void Into(StorePlace place)
    {
        string mark = Path.Combine(place.Folder, Mark);
        if (Directory.Exists(place.Folder) && Directory.EnumerateFileSystemEntries(place.Folder).Any())
        {
            if (!File.Exists(mark)) throw StoreException.NotEmpty(place.Folder);
            Directory.Delete(place.Folder, recursive: true);
        }
        Store.MakePrivate(place.Folder);
        File.WriteAllText(mark, "a restore is not done; run it again\n");
        try
        {
            using (var database = place.Database()) Tables(database, place);
            foreach (var (name, entry) in Manifest.Entries.Where(e => !e.Key.StartsWith("tables/", StringComparison.Ordinal))) Copy(name, entry, place.Folder);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or DbException)
        {
            throw error is DbException ? StoreException.Unreadable(place.ToString(), error) : StoreException.Backup(error.Message);
        }
        File.Delete(mark);
    }

    public void Dispose() => _zip.Dispose();

    private void Tables(IDatabase database, StorePlace place)
    {
        using var connection = database.OpenWriter();
        int newest = Migrator.Newest(database);
        if (Manifest.Migration != newest) throw StoreException.Version(Manifest.Migration, newest);
        if (Migrator.Version(connection) is not 0 and var found)
        {
            using var asked = Sql.Command(connection, null, "SELECT count(*) FROM events");
            if (found != newest || Convert.ToInt64(asked.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) > 0) throw StoreException.NotEmpty(place.ToString());
        }
        Migrator.Run(database, connection);
        using var transaction = database.BeginWrite(connection);
        foreach (var table in BackupTable.All) Fill(table, connection, transaction);
        transaction.Commit();
    }

    private void Fill(BackupTable table, DbConnection connection, DbTransaction transaction)
    {
        string name = "tables/" + table.Name;
        var expected = Manifest.Entries.GetValueOrDefault(name) ?? throw StoreException.Backup($"no {name}");
        using var hash = SHA256.Create();
        long count = 0;
        using (var entry = Open(name))
        using (var hashed = new CryptoStream(entry, hash, CryptoStreamMode.Read))
        using (var buffered = new BufferedStream(hashed, 1 << 16))
        {
            var some = new List<object?[]>(RowsAtOnce);
            long bytes = 0;
            foreach (object?[] row in BackupRows.Read(buffered, table.Columns.Length))
            {
                some.Add(row);
                count++;
                bytes += row.Sum(v => v is byte[] content ? content.Length : v is string text ? text.Length : 8);
                if (some.Count < RowsAtOnce && bytes < BytesAtOnce) continue;
                Insert(table, connection, transaction, some);
                bytes = 0;
            }
            Insert(table, connection, transaction, some);
            buffered.CopyTo(Stream.Null);
        }
        if (count != expected.Rows || Convert.ToHexStringLower(hash.Hash!) != expected.Sha256) throw StoreException.Backup($"another content of {name}", "the content that its manifest names");
    }

    private static void Insert(BackupTable table, DbConnection connection, DbTransaction transaction, List<object?[]> rows)
    {
        if (rows.Count == 0) return;
        var values = rows.SelectMany((row, r) => row.Select((value, c) => (BackupTable.Parameter(r, c), value))).ToArray();
        using var command = Sql.Command(connection, transaction, table.Insert(rows.Count), values);
        command.ExecuteNonQuery();
        rows.Clear();
    }

    private void Copy(string name, BackupEntry expected, string folder)
    {
        // Names are of this program's making or nobody's: one that leads elsewhere is no backup.
        bool fits = StoreBackup.Files.Contains(name, StringComparer.Ordinal) || (name.StartsWith("lists/", StringComparison.Ordinal) && !name.Split('/').Any(p => p is "" or "." or ".."));
        if (!fits) throw StoreException.Backup($"a file {name}");
        using var copy = new MemoryStream();
        using (var entry = Open(name)) entry.CopyTo(copy);
        if (Convert.ToHexStringLower(SHA256.HashData(copy.ToArray())) != expected.Sha256) throw StoreException.Backup($"another content of {name}", "the content that its manifest names");
        string file = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var stream = name == LogKey.FileName ? new FileStream(file, LogKey.Private(FileMode.Create)) : File.Create(file);
        stream.Write(copy.ToArray());
    }

    private Stream Open(string name) => _zip.GetEntry(name)?.Open() ?? throw StoreException.Backup($"no {name}");
}
