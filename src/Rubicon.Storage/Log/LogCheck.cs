using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Rubicon.Diagnostics;
using Rubicon.Storage.Databases;

namespace Rubicon.Storage.Log;

/// <summary>What a check of the log found.</summary>
/// <param name="Size">Events.</param>
/// <param name="Root">Root of the tree over them, in lower-case hex.</param>
/// <param name="Rows">Rows compared with their events.</param>
/// <param name="Checkpoints">Signed checkpoints compared.</param>
/// <param name="Problems">What does not fit; empty when all does.</param>
public sealed record LogAccount(long Size, string Root, long Rows, long Checkpoints, ImmutableArray<Problem> Problems);

/// <summary>
/// Checks a store without a server: the database's own files, every event against its hash, every checkpoint against its signature and the root at its size, every
/// row against the digest in its newest event, and the whole against the checkpoint beside the database.
/// </summary>
public static class LogCheck
{
    /// <summary>After this many problems the rest is only a number.</summary>
    private const int MostProblems = 100;

    /// <summary>Checks everything.</summary>
    /// <exception cref="StoreException">There is no store, or it cannot be read at all.</exception>
    public static LogAccount Run(StorePlace place)
    {
        using var database = place.Existing();
        using var key = LogKey.ForChecking(place.Folder) ?? throw StoreException.None(place.Folder);
        try
        {
            using var connection = database.OpenReader();
            return new Check(place, key, new CheckpointFile(place.Folder).Read()).Run(database, connection);
        }
        catch (Exception error) when (error is DbException or InvalidCastException)
        {
            throw StoreException.Unreadable(place.ToString(), error);
        }
    }

    private sealed class Check(StorePlace place, LogKey key, string? besides)
    {
        private readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();
        private readonly Dictionary<(string Table, string Row), string> _digests = [];
        private readonly SortedDictionary<long, string> _notes = [];
        private int _found;

        public LogAccount Run(IDatabase database, DbConnection connection)
        {
            foreach (string line in database.Check(connection)) Add(ProblemCatalog.StoreUnreadable, "database", line);
            using var transaction = database.BeginRead(connection);
            ReadNotes(connection, transaction);
            var tree = Events(connection, transaction);
            long rows = AuditedTable.All.Sum(t => Rows(t, connection, transaction));
            foreach (var (table, row) in _digests.Keys) Add(ProblemCatalog.RowNotAsLogged, $"{table} {row}", "no such row", "the row that the log names");
            long checkpoints = _notes.Count;
            foreach (var (size, _) in _notes.Where(n => n.Key > tree.Size)) Short(tree.Size, size);
            Beside(tree);
            if (_found > MostProblems) _problems.Add(new Problem(ProblemCatalog.RowNotAsLogged, new SourceLocation(place.ToString()), string.Create(CultureInfo.InvariantCulture, $"{_found - MostProblems} more problems")));
            return new LogAccount(tree.Size, Convert.ToHexStringLower(tree.Root()), rows, checkpoints, _problems.ToImmutable());
        }

        private void ReadNotes(DbConnection connection, DbTransaction transaction)
        {
            using var command = Sql.Command(connection, transaction, "SELECT size, note FROM checkpoints");
            using var reader = command.ExecuteReader();
            while (reader.Read()) _notes[reader.GetInt64(0)] = reader.GetString(1);
        }

        private GrowingTree Events(DbConnection connection, DbTransaction transaction)
        {
            var tree = GrowingTree.Empty;
            using var command = Sql.Command(connection, transaction, "SELECT number, body, leaf FROM events ORDER BY number");
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                long number = reader.GetInt64(0);
                byte[] body = Sql.Bytes(reader, 1), leaf = MerkleTree.LeafHash(body);
                string name = string.Create(CultureInfo.InvariantCulture, $"event {number}");
                if (number != tree.Size) Add(ProblemCatalog.EventDamaged, name, "a gap before it", string.Create(CultureInfo.InvariantCulture, $"event {tree.Size}"));
                if (!leaf.AsSpan().SequenceEqual(Sql.Bytes(reader, 2))) Add(ProblemCatalog.EventDamaged, name, "text that does not give its hash");
                if (LogEvent.Read(body) is not { } read || read.Number != number) Add(ProblemCatalog.EventDamaged, name, "text that is not this event");
                else if (read is { Table: { } table, Row: { } row, Digest: { } digest }) _digests[(table, row)] = digest;
                tree = tree.With(leaf);
                if (_notes.TryGetValue(tree.Size, out string? note)) Signed(tree, note);
            }
            if (tree.Size > 0 && !_notes.ContainsKey(tree.Size)) Add(ProblemCatalog.CheckpointWrong, string.Create(CultureInfo.InvariantCulture, $"checkpoint {tree.Size}"), "no checkpoint of the last event");
            return tree;
        }

        private void Signed(GrowingTree tree, string note)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"checkpoint {tree.Size}");
            if (Checkpoint.Read(note, key) is not { } signed || signed.Size != tree.Size) Add(ProblemCatalog.CheckpointWrong, name, "a signature that does not fit");
            else if (!signed.Root.AsSpan().SequenceEqual(tree.Root())) Add(ProblemCatalog.CheckpointWrong, name, "another root than that of the events");
        }

        private long Rows(AuditedTable table, DbConnection connection, DbTransaction transaction)
        {
            long rows = 0;
            using var command = Sql.Command(connection, transaction, table.SelectAll);
            using var reader = command.ExecuteReader();
            var values = new object[table.Columns.Length];
            while (reader.Read())
            {
                reader.GetValues(values);
                rows++;
                string row = (string)values[0];
                if (!_digests.Remove((table.Name, row), out string? digest)) Add(ProblemCatalog.RowNotAsLogged, $"{table.Name} {row}", "no event about it", "an event that names its content");
                else if (table.Digest(values) != digest) Add(ProblemCatalog.RowNotAsLogged, $"{table.Name} {row}", "another content than the log names");
            }
            return rows;
        }

        private void Beside(GrowingTree tree)
        {
            if (besides is null)
            {
                if (tree.Size > 0) Add(ProblemCatalog.CheckpointWrong, CheckpointFile.FileName, "no such file", "the newest checkpoint beside the database");
                return;
            }
            if (Checkpoint.Read(besides, key) is not { } signed) Add(ProblemCatalog.CheckpointWrong, CheckpointFile.FileName, "a signature that does not fit");
            else if (signed.Size > tree.Size) Short(tree.Size, signed.Size);
            else if (signed.Size > 0 && (!_notes.TryGetValue(signed.Size, out string? note) || note.Split('\n')[2] != besides.Split('\n')[2])) Add(ProblemCatalog.CheckpointWrong, CheckpointFile.FileName, "a root that the log does not have at its size");
        }

        private void Short(long size, long signed) =>
            Add(ProblemCatalog.LogShort, "events", string.Create(CultureInfo.InvariantCulture, $"{size} events"), string.Create(CultureInfo.InvariantCulture, $"at least {signed}, as signed"));

        private void Add(ProblemKind kind, string what, string found, string? expected = null)
        {
            if (++_found <= MostProblems) _problems.Add(new Problem(kind, new SourceLocation($"{place} {what}"), found, expected));
        }
    }
}
