using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Rubicon.Storage.Databases;
using Rubicon.Storage.Log;

namespace Rubicon.Storage.Backups;

/// <summary>What a backup holds.</summary>
/// <param name="Events">Events of the log.</param>
/// <param name="Root">Root of the tree over them, in lower-case hex.</param>
/// <param name="Rows">Rows of all tables.</param>
/// <param name="Files">Files beside the database.</param>
public sealed record BackupAccount(long Events, string Root, long Rows, int Files);

/// <summary>
/// A whole store in one file, of one moment, whatever its database: all tables, the key and checkpoint of the log, and the imported lists. It is taken beside a running server
/// and holds up nobody. What it holds is as secret as the data folder: the log's key is in it.
/// </summary>
public static class StoreBackup
{
    /// <summary>Files of the data folder that are in a backup, beside the folder <c>lists</c>.</summary>
    internal static readonly string[] Files = [LogKey.FileName, LogKey.PublicFileName, CheckpointFile.FileName];

    /// <summary>Writes a backup.</summary>
    /// <param name="place">Which store.</param>
    /// <param name="output">Where to; stays open.</param>
    /// <exception cref="StoreException">There is no store, it cannot be read, or another program made it.</exception>
    public static BackupAccount Write(StorePlace place, Stream output)
    {
        using var database = place.Existing();
        try
        {
            using var connection = database.OpenReader();
            int migration = Migrator.Version(connection), newest = Migrator.Newest(database);
            if (migration != newest) throw StoreException.Version(migration, newest);
            using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
            var entries = new SortedDictionary<string, BackupEntry>(StringComparer.Ordinal);
            // The checkpoint beside the database is read before the database: it may be behind it and never ahead.
            foreach (string name in Files.Where(n => File.Exists(Path.Combine(place.Folder, n)))) entries[name] = Copy(zip, name, Path.Combine(place.Folder, name));
            var tree = GrowingTree.Empty;
            using (var transaction = database.BeginRead(connection))
            {
                foreach (var table in BackupTable.All) entries["tables/" + table.Name] = Table(zip, table, connection, transaction);
                tree = LogTable.Current(connection, transaction, tree);
            }
            string lists = Path.Combine(place.Folder, "lists");
            if (Directory.Exists(lists))
                foreach (string file in Directory.GetFiles(lists, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "lock").Order(StringComparer.Ordinal))
                    if (Path.GetRelativePath(place.Folder, file).Replace('\\', '/') is var name) entries[name] = Copy(zip, name, file);
            var manifest = new BackupManifest(BackupManifest.Current, migration, tree.Size, Convert.ToHexStringLower(tree.Root()), entries);
            using (var entry = zip.CreateEntry(BackupManifest.Name).Open()) entry.Write(manifest.Bytes());
            return Account(manifest);
        }
        catch (Exception error) when (error is DbException or InvalidCastException)
        {
            throw StoreException.Unreadable(place.ToString(), error);
        }
    }

    /// <summary>Restores a backup into an empty place, and checks the whole log as `rubicon log verify` does.</summary>
    /// <param name="input">The backup; it must be able to seek.</param>
    /// <param name="place">An empty or missing folder, and with PostgreSQL an empty database or schema.</param>
    /// <exception cref="StoreException">The place is not empty, the backup is damaged, of another version, or does not fit its own log.</exception>
    public static BackupAccount Restore(Stream input, StorePlace place)
    {
        using var restoring = new BackupReader(input);
        restoring.Into(place);
        var account = LogCheck.Run(place);
        if (!account.Problems.IsEmpty) throw new StoreException(account.Problems[0]);
        if (account.Size != restoring.Manifest.Events || account.Root != restoring.Manifest.Root)
            throw StoreException.Backup(string.Create(CultureInfo.InvariantCulture, $"{account.Size} events with root {account.Root}"), string.Create(CultureInfo.InvariantCulture, $"{restoring.Manifest.Events} events with root {restoring.Manifest.Root}"));
        return Account(restoring.Manifest);
    }

    private static BackupAccount Account(BackupManifest manifest) => new(manifest.Events, manifest.Root, manifest.Entries.Values.Sum(e => e.Rows), manifest.Entries.Keys.Count(k => !k.StartsWith("tables/", StringComparison.Ordinal)));

    private static BackupEntry Table(ZipArchive zip, BackupTable table, DbConnection connection, DbTransaction transaction)
    {
        using var command = Sql.Command(connection, transaction, table.Select);
        using var rows = command.ExecuteReader();
        // Pieces of reports are packed already.
        using var entry = zip.CreateEntry("tables/" + table.Name, table.Name == "report_pieces" ? CompressionLevel.NoCompression : CompressionLevel.Fastest).Open();
        using var hash = SHA256.Create();
        long count;
        using (var hashed = new CryptoStream(entry, hash, CryptoStreamMode.Write, leaveOpen: true))
        using (var buffered = new BufferedStream(hashed, 1 << 16)) count = BackupRows.Write(rows, table.Columns.Length, buffered);
        return new BackupEntry(count, Convert.ToHexStringLower(hash.Hash!));
    }

    private static BackupEntry Copy(ZipArchive zip, string name, string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        entry.Write(bytes);
        return new BackupEntry(0, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
