using System.Globalization;
using Npgsql;

namespace Rubicon.EndToEnd.Tests.Program;

/// <summary>Where one server keeps its data, gone afterward: a folder, and in PostgreSQL a schema of its own.</summary>
public sealed class ServerPlace : IDisposable
{
    private static int _made;

    private readonly TemporaryFolder _folder = new();
    private readonly string? _schema;

    internal ServerPlace(string? schema = null)
    {
        _schema = schema;
        Arguments = schema is null ? [] : ["--postgres", $"{Connection};Search Path={schema}"];
    }

    /// <summary>The server's data folder, which is not made yet.</summary>
    public string Folder => Path.Combine(_folder.Path, "data");

    /// <summary>What `rubicon serve` gets beside the folder.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>The PostgreSQL that RUBICON_TEST_POSTGRES names, as eng/services.sh sets it; null where there is none.</summary>
    private static string? Connection { get; } = Environment.GetEnvironmentVariable("RUBICON_TEST_POSTGRES") is { Length: > 0 } named ? named : null;

    /// <summary>A place in a database, sqlite or postgres; null where there is none.</summary>
    internal static ServerPlace? In(string database)
    {
        if (database == "sqlite") return new ServerPlace();
        if (Connection is null) return null;
        string schema = string.Create(CultureInfo.InvariantCulture, $"e{Environment.ProcessId}_{Interlocked.Increment(ref _made)}");
        Sql($"CREATE SCHEMA {schema}");
        return new ServerPlace(schema);
    }

    public void Dispose()
    {
        _folder.Dispose();
        if (_schema is not null) Sql($"DROP SCHEMA {_schema} CASCADE");
    }

    private static void Sql(string text)
    {
        using var source = NpgsqlDataSource.Create(Connection!);
        using var command = source.CreateCommand(text);
        command.ExecuteNonQuery();
    }
}
