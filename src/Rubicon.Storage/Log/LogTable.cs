using System.Data.Common;
using System.Globalization;
using Rubicon.Storage.Databases;

namespace Rubicon.Storage.Log;

/// <summary>The tables of events and checkpoints.</summary>
internal static class LogTable
{
    /// <summary>The tree as the table now has it: the one given, with the events that another process has added since.</summary>
    public static GrowingTree Current(DbConnection connection, DbTransaction? transaction, GrowingTree tree)
    {
        using (var count = Sql.Command(connection, transaction, "SELECT max(number) FROM events"))
        {
            long size = count.ExecuteScalar() is { } last and not DBNull ? Convert.ToInt64(last, CultureInfo.InvariantCulture) + 1 : 0;
            if (size == tree.Size) return tree;
            if (size < tree.Size) throw StoreException.Lost("store", size, tree.Size);
        }
        using var command = Sql.Command(connection, transaction, "SELECT leaf FROM events WHERE number >= @from ORDER BY number", ("from", tree.Size));
        using var reader = command.ExecuteReader();
        while (reader.Read()) tree = tree.With(Sql.Bytes(reader, 0));
        return tree;
    }

    public static void AddCheckpoint(DbConnection connection, DbTransaction transaction, long size, string note)
    {
        using var command = Sql.Command(connection, transaction, "INSERT INTO checkpoints (size, note) VALUES (@size, @note)", ("size", size), ("note", note));
        command.ExecuteNonQuery();
    }
}
