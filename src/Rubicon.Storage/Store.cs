using System.Data.Common;
using Rubicon.Storage.Databases;
using Rubicon.Storage.Log;

namespace Rubicon.Storage;

/// <summary>Decisions, tokens, scans and the log of all that was written. Thread-safe. Every write is on the disk, with its event, before its task is done.</summary>
public sealed class Store : IDisposable
{
    private readonly IDatabase _database;
    private readonly LogKey _key;
    private readonly StoreWriter _writer;

    private Store(StorePlace place, IDatabase database, LogKey key, StoreWriter writer)
    {
        (Place, _database, _key, _writer) = (place, database, key, writer);
        Tokens = new Tokens(this);
        Decisions = new Decisions(this);
        Scans = new Scans(this);
        Reports = new Reports(this);
        Portfolios = new Portfolios(this);
        Statements = new Answers(this);
        Cases = new Cases(this);
        Accounts = new Accounts(this);
        Once = new OnceKeys(this);
        Webhooks = new Webhooks(this);
    }

    /// <summary>Where it lies.</summary>
    public StorePlace Place { get; }

    /// <summary>"SQLite" or "PostgreSQL".</summary>
    public string DatabaseName => _database.Name;

    /// <summary>Access tokens and the organizations they belong to.</summary>
    public Tokens Tokens { get; }

    /// <summary>Recorded decisions.</summary>
    public Decisions Decisions { get; }

    /// <summary>Scans.</summary>
    public Scans Scans { get; }

    /// <summary>Reports of scans.</summary>
    public Reports Reports { get; }

    /// <summary>Records that stay.</summary>
    public Portfolios Portfolios { get; }

    /// <summary>What people answered and cleared.</summary>
    public Answers Statements { get; }

    /// <summary>Cases under review.</summary>
    public Cases Cases { get; }

    /// <summary>People with passwords.</summary>
    public Accounts Accounts { get; }

    /// <summary>Keys of requests that are done once.</summary>
    public OnceKeys Once { get; }

    /// <summary>Addresses that are told of events.</summary>
    public Webhooks Webhooks { get; }

    /// <summary>Opens a store, and makes an empty one where there is none. An older database is brought up to date only when asked.</summary>
    /// <param name="place">Where.</param>
    /// <param name="time">The clock of events.</param>
    /// <param name="migrate">True to run the migrations that an existing database lacks.</param>
    /// <exception cref="StoreException">It cannot be opened, is of another version, or its log lost events that were signed.</exception>
    public static Store Open(StorePlace place, TimeProvider time, bool migrate = false)
    {
        IDatabase? database = null;
        DbConnection? connection = null;
        LogKey? key = null;
        try
        {
            MakePrivate(place.Folder);
            if (File.Exists(Path.Combine(place.Folder, Backups.BackupReader.Mark))) throw StoreException.HalfRestored(place.Folder);
            database = place.Database();
            connection = database.OpenWriter();
            int version = Migrator.Version(connection), newest = Migrator.Newest(database);
            if (version != 0 && version != newest && !(migrate && version < newest)) throw StoreException.Version(version, newest);
            Migrator.Run(database, connection);
            key = LogKey.OpenOrCreate(place.Folder);
            var file = new CheckpointFile(place.Folder);
            var tree = LogTable.Current(connection, null, GrowingTree.Empty);
            if (file.Read() is { } note && Checkpoint.Read(note, key) is { } signed && signed.Size > tree.Size) throw StoreException.Lost(place.ToString(), tree.Size, signed.Size);
            return new Store(place, database, key, new StoreWriter(database, key, file, time, connection, tree));
        }
        catch (Exception error)
        {
            connection?.Dispose();
            key?.Dispose();
            database?.Dispose();
            if (error is DbException or ArgumentException) throw StoreException.Unreadable(place.ToString(), error);
            throw;
        }
    }

    /// <summary>True when the database answers.</summary>
    public bool Answers()
    {
        try
        {
            using var connection = OpenReader();
            using var command = Sql.Command(connection, null, "SELECT count(*) FROM checkpoints");
            command.ExecuteScalar();
            return true;
        }
        catch (DbException)
        {
            // Readiness is the question, and no is its answer.
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        _database.Dispose();
        _key.Dispose();
    }

    internal Task<T> Write<T>(Func<StoreTransaction, T> work) => _writer.Write(OnceScope.Current is { } once ? once.Around(work) : work);

    internal DbConnection OpenReader() => _database.OpenReader();

    /// <summary>All rows of a query.</summary>
    internal List<T> Rows<T>(string text, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var connection = OpenReader();
        using var command = Sql.Command(connection, null, text, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    internal static void MakePrivate(string folder)
    {
        if (Directory.Exists(folder)) return;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
