using System.Globalization;
using Npgsql;

namespace Rubicon.Storage.Tests;

/// <summary>A place for one test's store, gone afterward: a folder, and in PostgreSQL a schema of its own.</summary>
internal sealed class Place : IDisposable
{
    private static int _made;

    private readonly string? _schema;

    private Place(string? schema)
    {
        _schema = schema;
        Folder = Directory.CreateTempSubdirectory("rubicon-store-").FullName;
        Of = new StorePlace(Folder, schema is null ? null : $"{PostgresServer.Connection};Search Path={schema}");
    }

    public string Folder { get; }

    public StorePlace Of { get; }

    public static Place New(bool postgres)
    {
        if (!postgres) return new Place(null);
        string schema = string.Create(CultureInfo.InvariantCulture, $"t{Environment.ProcessId}_{Interlocked.Increment(ref _made)}");
        Sql($"CREATE SCHEMA {schema}");
        return new Place(schema);
    }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        if (_schema is not null) Sql($"DROP SCHEMA {_schema} CASCADE");
    }

    private static void Sql(string text)
    {
        using var source = NpgsqlDataSource.Create(PostgresServer.Connection!);
        using var command = source.CreateCommand(text);
        command.ExecuteNonQuery();
    }
}
