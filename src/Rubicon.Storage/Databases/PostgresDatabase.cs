using System.Data.Common;
using Npgsql;

namespace Rubicon.Storage.Databases;

/// <summary>PostgreSQL by connection string. Writers wait for one another by an advisory lock, so that the log has one order.</summary>
public sealed class PostgresDatabase : IDatabase
{
    /// <summary>Any number that nothing else locks: the letters RUBI.</summary>
    private const long WriterLock = 0x52554249;

    private readonly NpgsqlDataSource _source;

    /// <summary>Takes a connection string as Npgsql reads it.</summary>
    /// <exception cref="ArgumentException">The string is none.</exception>
    public PostgresDatabase(string connection) => _source = NpgsqlDataSource.Create(connection);

    /// <inheritdoc/>
    public string Name => "PostgreSQL";

    /// <inheritdoc/>
    public string Migrations => "Postgres";

    /// <inheritdoc/>
    public DbConnection OpenReader() => _source.OpenConnection();

    /// <inheritdoc/>
    public DbConnection OpenWriter() => _source.OpenConnection();

    /// <inheritdoc/>
    public DbTransaction BeginWrite(DbConnection connection)
    {
        var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT pg_advisory_xact_lock({WriterLock})";
        command.ExecuteNonQuery();
        return transaction;
    }

    /// <inheritdoc/>
    public DbTransaction BeginRead(DbConnection connection) => connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);

    /// <inheritdoc/>
    public IReadOnlyList<string> Check(DbConnection connection) => [];

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
