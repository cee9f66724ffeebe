using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Rubicon.Storage.Databases;

namespace Rubicon.Storage.Log;

/// <summary>A proof that one event is in the log whose size and root a checkpoint signs (RFC 6962 2.1.1).</summary>
/// <param name="Number">Place of the event, from 0.</param>
/// <param name="Event">Its bytes, one JSON object.</param>
/// <param name="Size">Size of the log.</param>
/// <param name="Path">The audit path, from the leaf upward.</param>
/// <param name="Root">Root of the log.</param>
/// <param name="Note">The signed checkpoint of that size.</param>
public sealed record LogProof(long Number, byte[] Event, long Size, IReadOnlyList<byte[]> Path, byte[] Root, string Note)
{
    /// <summary>Proves an event by its number, or the newest event about a row by the row's id; null when the log has none.</summary>
    /// <exception cref="StoreException">There is no store, or it cannot be read.</exception>
    public static LogProof? Of(StorePlace place, string asked)
    {
        using var database = place.Existing();
        try
        {
            using var connection = database.OpenReader();
            using var transaction = database.BeginRead(connection);
            return Of(connection, transaction, asked);
        }
        catch (Exception error) when (error is DbException or InvalidCastException)
        {
            throw StoreException.Unreadable(place.ToString(), error);
        }
    }

    /// <summary>The proof as JSON: hashes in lower-case hex.</summary>
    public string Json()
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("number", Number);
            json.WriteString("event", Event);
            json.WriteString("leafHash", Convert.ToHexStringLower(MerkleTree.LeafHash(Event)));
            json.WriteNumber("size", Size);
            json.WriteString("root", Convert.ToHexStringLower(Root));
            json.WriteStartArray("path");
            foreach (byte[] step in Path) json.WriteStringValue(Convert.ToHexStringLower(step));
            json.WriteEndArray();
            json.WriteString("checkpoint", Note);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static LogProof? Of(DbConnection connection, DbTransaction transaction, string asked)
    {
        var leaves = new List<byte[]>();
        long? number = long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out long stated) ? stated : null;
        byte[]? body = null;
        using (var command = Sql.Command(connection, transaction, "SELECT number, body, leaf FROM events ORDER BY number"))
        {
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                long at = reader.GetInt64(0);
                byte[] bytes = Sql.Bytes(reader, 1);
                leaves.Add(Sql.Bytes(reader, 2));
                bool wanted = stated == at && number is not null && body is null || LogEvent.Read(bytes)?.Row == asked;
                if (wanted) (number, body) = (at, bytes);
            }
        }
        if (number is not { } place || body is null) return null;
        using var noted = Sql.Command(connection, transaction, "SELECT note FROM checkpoints WHERE size = @size", ("size", (long)leaves.Count));
        return new LogProof(place, body, leaves.Count, MerkleTree.InclusionPath(leaves, (int)place), MerkleTree.Root(leaves), noted.ExecuteScalar() as string ?? "");
    }
}
