namespace Rubicon.Storage.Tests;

/// <summary>The PostgreSQL that the tests may use: RUBICON_TEST_POSTGRES holds its connection string; .ci/run starts one where it is installed.</summary>
internal static class PostgresServer
{
    public static string? Connection { get; } = Environment.GetEnvironmentVariable("RUBICON_TEST_POSTGRES") is { Length: > 0 } named ? named : null;
}

/// <summary>A test that needs PostgreSQL; passed over, with the reason, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (PostgresServer.Connection is null) Skip = "RUBICON_TEST_POSTGRES names no PostgreSQL server";
    }
}
