using Rubicon.Storage.Databases;

namespace Rubicon.Storage;

/// <summary>Where a store lies: a data folder, which always holds the log's key and checkpoint, and PostgreSQL when its database is not there.</summary>
/// <param name="Folder">The data folder.</param>
/// <param name="Postgres">Connection string of PostgreSQL, or null for SQLite in the folder.</param>
public sealed record StorePlace(string Folder, string? Postgres = null)
{
    internal IDatabase Database() => Postgres is null ? new SqliteDatabase(Folder) : new PostgresDatabase(Postgres);

    /// <summary>The database, for reading what is there; a problem when there is none.</summary>
    internal IDatabase Existing() =>
        Postgres is null && !File.Exists(Path.Combine(Folder, SqliteDatabase.FileName)) ? throw StoreException.None(Folder) : Database();

    /// <summary>The place as a person is told of it; never the connection string, which may hold a password.</summary>
    public override string ToString() => Postgres is null ? Path.Combine(Folder, SqliteDatabase.FileName) : "PostgreSQL";
}
