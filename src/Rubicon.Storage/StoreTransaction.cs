using System.Data.Common;
using Rubicon.Storage.Databases;
using Rubicon.Storage.Log;

namespace Rubicon.Storage;

/// <summary>What a piece of work may do inside the writer's transaction. Every row it writes gets its event.</summary>
internal sealed class StoreTransaction(DbConnection connection, DbTransaction transaction, GrowingTree tree, DateTimeOffset now)
{
    /// <summary>The log with the events of this work.</summary>
    public GrowingTree Tree { get; private set; } = tree;

    /// <summary>When it runs.</summary>
    public DateTimeOffset Now => now;

    /// <summary>Adds a row and its event.</summary>
    public void Insert(AuditedTable table, Author author, string what, params object?[] values) => Write(table, table.Insert, author, what, values);

    /// <summary>Replaces a row and adds its event.</summary>
    public void Update(AuditedTable table, Author author, string what, params object?[] values) => Write(table, table.Update, author, what, values);

    /// <summary>Writes what is made of rows that the log covers, such as an index, and can be made again of them.</summary>
    public void Derive(string text, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Sql.Command(connection, transaction, text, values);
        command.ExecuteNonQuery();
    }

    /// <summary>Adds an event that covers no row.</summary>
    public void Note(Author author, string what) => Append(new LogEvent(Tree.Size, now, author.Organization, author.Token, what, null, null, null));

    /// <summary>The first row of a query, or null.</summary>
    public T? First<T>(string text, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values) where T : class
    {
        using var command = Sql.Command(connection, transaction, text, values);
        using var reader = command.ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    /// <summary>All rows of a query.</summary>
    public List<T> All<T>(string text, Func<DbDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using var command = Sql.Command(connection, transaction, text, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private void Write(AuditedTable table, string text, Author author, string what, object?[] values)
    {
        if (values.Length != table.Columns.Length) throw new InvalidOperationException($"{table.Name} has {table.Columns.Length} columns; {values.Length} values");
        using (var command = Sql.Command(connection, transaction, text, [.. table.Columns.Zip(values, (c, v) => (c, v))]))
            if (command.ExecuteNonQuery() != 1) throw new InvalidOperationException($"a row of {table.Name} was not written");
        Append(new LogEvent(Tree.Size, now, author.Organization, author.Token, what, table.Name, (string)values[0]!, table.Digest(values)));
    }

    private void Append(LogEvent entry)
    {
        byte[] body = entry.Bytes();
        byte[] leaf = MerkleTree.LeafHash(body);
        using var command = Sql.Command(connection, transaction, "INSERT INTO events (number, body, leaf) VALUES (@number, @body, @leaf)", ("number", entry.Number), ("body", body), ("leaf", leaf));
        command.ExecuteNonQuery();
        Tree = Tree.With(leaf);
        Webhooks.Tell(this, entry);
    }
}

/// <summary>Who acts, as the log names them.</summary>
/// <param name="Organization">Id of the organization; empty for the server's own acts.</param>
/// <param name="Token">Id of the token; "server" for the server.</param>
public sealed record Author(string Organization, string Token)
{
    /// <summary>The server itself.</summary>
    public static Author Server { get; } = new("", "server");
}
