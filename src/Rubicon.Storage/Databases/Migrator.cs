using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Rubicon.Storage.Databases;

/// <summary>Runs the numbered SQL files, each in a transaction of its own, in order, once.</summary>
internal static class Migrator
{
    private const string Table = "CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL)";

    /// <summary>The number of the newest migration that this program has.</summary>
    public static int Newest(IDatabase database) => Files(database).Max(f => f.Number);

    /// <summary>The number of the newest one that the database has; 0 for an empty database.</summary>
    public static int Version(DbConnection connection)
    {
        try
        {
            using var command = Sql.Command(connection, null, "SELECT max(number) FROM migrations");
            return command.ExecuteScalar() is { } number and not DBNull ? Convert.ToInt32(number, CultureInfo.InvariantCulture) : 0;
        }
        catch (DbException error) when (error.SqlState == "42P01" || error.Message.Contains("no such table", StringComparison.Ordinal))
        {
            return 0;
        }
    }

    /// <summary>Brings the database up to date; returns how many were run.</summary>
    /// <exception cref="StoreException">The database is of a newer program, or an applied migration has another text.</exception>
    public static int Run(IDatabase database, DbConnection connection)
    {
        int run = 0;
        using (var start = database.BeginWrite(connection))
        {
            using var command = Sql.Command(connection, start, Table);
            command.ExecuteNonQuery();
            start.Commit();
        }
        int newest = Newest(database);
        if (Version(connection) is var found && found > newest) throw StoreException.Version(found, newest);
        foreach (var (number, name, text) in Files(database))
        {
            using var transaction = database.BeginWrite(connection);
            string digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            using var asked = Sql.Command(connection, transaction, "SELECT sha256 FROM migrations WHERE number = @number", ("number", number));
            if (asked.ExecuteScalar() is string applied)
            {
                if (applied != digest) throw StoreException.Changed(name);
                continue;
            }
            using var command = Sql.Command(connection, transaction, text);
            command.ExecuteNonQuery();
            using var noted = Sql.Command(connection, transaction, "INSERT INTO migrations (number, name, sha256) VALUES (@number, @name, @digest)", ("number", number), ("name", name), ("digest", digest));
            noted.ExecuteNonQuery();
            transaction.Commit();
            run++;
        }
        return run;
    }

    private static IEnumerable<(int Number, string Name, string Text)> Files(IDatabase database)
    {
        var assembly = typeof(Migrator).Assembly;
        string folder = $"Rubicon.Storage.Migrations.{database.Migrations}.";
        foreach (string resource in assembly.GetManifestResourceNames().Where(r => r.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            string name = resource[folder.Length..];
            yield return (int.Parse(name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), name, reader.ReadToEnd());
        }
    }
}
