using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Rubicon.Storage.Databases;

/// <summary>SQLite in the data folder: write-ahead log, every commit on the disk before it is acknowledged (synchronous=FULL).</summary>
public sealed class SqliteDatabase(string folder) : IDatabase
{
    /// <summary>The database's file in the data folder.</summary>
    public const string FileName = "rubicon.db";

    private const int BusyMs = 10_000;

    static SqliteDatabase() => SQLitePCL.Batteries_V2.Init();

    /// <summary>The database's file.</summary>
    public string File { get; } = Path.Combine(folder, FileName);

    /// <inheritdoc/>
    public string Name => "SQLite";

    /// <inheritdoc/>
    public string Migrations => "Sqlite";

    /// <inheritdoc/>
    public DbConnection OpenReader() => Open(SqliteOpenMode.ReadWrite, "PRAGMA query_only=1;");

    /// <inheritdoc/>
    public DbConnection OpenWriter() => Open(SqliteOpenMode.ReadWriteCreate, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;");

    /// <inheritdoc/>
    public DbTransaction BeginWrite(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

    /// <inheritdoc/>
    public DbTransaction BeginRead(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

    /// <inheritdoc/>
    public IReadOnlyList<string> Check(DbConnection connection)
    {
        var found = new List<string>();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(20)";
        using var reader = command.ExecuteReader();
        while (reader.Read())
            if (reader.GetString(0) is var line && line != "ok") found.Add(line);
        return found;
    }

    /// <inheritdoc/>
    public void Dispose() => SqliteConnection.ClearAllPools();

    private SqliteConnection Open(SqliteOpenMode mode, string pragmas)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = File, Mode = mode, Pooling = true }.ConnectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout={BusyMs}; {pragmas}");
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
