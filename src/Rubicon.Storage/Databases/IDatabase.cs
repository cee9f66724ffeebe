using System.Data.Common;

namespace Rubicon.Storage.Databases;

/// <summary>A database that the store can lie in. Thread-safe; connections are not.</summary>
public interface IDatabase : IDisposable
{
    /// <summary>"SQLite" or "PostgreSQL".</summary>
    string Name { get; }

    /// <summary>The folder of its migrations among the resources.</summary>
    string Migrations { get; }

    /// <summary>Opens a connection for reading; nothing is made when there is no store.</summary>
    DbConnection OpenReader();

    /// <summary>Opens the connection of the one writer, and makes an empty database where there is none.</summary>
    DbConnection OpenWriter();

    /// <summary>Begins a transaction that no other writer's can overlap.</summary>
    DbTransaction BeginWrite(DbConnection connection);

    /// <summary>Begins a transaction that sees one state of everything and holds up no writer.</summary>
    DbTransaction BeginRead(DbConnection connection);

    /// <summary>What the database itself finds wrong with its files; empty when nothing, or when it cannot say.</summary>
    IReadOnlyList<string> Check(DbConnection connection);
}
