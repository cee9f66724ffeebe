using System.Collections.Concurrent;
using System.Data.Common;
using Rubicon.Storage.Databases;
using Rubicon.Storage.Log;

namespace Rubicon.Storage;

/// <summary>
/// The one writer. A thread takes what waits, runs each piece of work in a savepoint of one transaction, signs a checkpoint in it, commits, and only then
/// answers: what is acknowledged is on the disk together with its events. Work that fails is rolled back alone; when the commit fails, all of it fails.
/// </summary>
internal sealed class StoreWriter : IDisposable
{
    private const int LargestBatch = 64;

    private readonly BlockingCollection<Work> _queue = new(1024);
    private readonly IDatabase _database;
    private readonly LogKey _key;
    private readonly CheckpointFile _file;
    private readonly TimeProvider _time;
    private readonly Thread _thread;
    private DbConnection? _connection;
    private GrowingTree _tree;

    public StoreWriter(IDatabase database, LogKey key, CheckpointFile file, TimeProvider time, DbConnection connection, GrowingTree tree)
    {
        (_database, _key, _file, _time, _connection, _tree) = (database, key, file, time, connection, tree);
        _thread = new Thread(Run) { IsBackground = true, Name = "store writer" };
        _thread.Start();
    }

    /// <summary>Runs work in a transaction; done when it is committed.</summary>
    public Task<T> Write<T>(Func<StoreTransaction, T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        T result = default!;
        _queue.Add(new Work(t => result = work(t), () => done.TrySetResult(result), e => done.TrySetException(e)));
        return done.Task;
    }

    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _connection?.Dispose();
        _queue.Dispose();
    }

    private void Run()
    {
        var batch = new List<Work>(LargestBatch);
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            batch.Add(first);
            while (batch.Count < LargestBatch && _queue.TryTake(out var next)) batch.Add(next);
            Commit(batch);
            batch.Clear();
        }
    }

    private void Commit(List<Work> batch)
    {
        var failures = new Exception?[batch.Count];
        var before = _tree;
        try
        {
            _connection ??= _database.OpenWriter();
            using var transaction = _database.BeginWrite(_connection);
            _tree = LogTable.Current(_connection, transaction, _tree);
            for (int i = 0; i < batch.Count; i++) failures[i] = RunOne(batch[i], transaction);
            string? note = null;
            if (_tree.Size > before.Size)
            {
                note = new Checkpoint(_tree.Size, _tree.Root()).Sign(_key);
                LogTable.AddCheckpoint(_connection, transaction, _tree.Size, note);
            }
            transaction.Commit();
            if (note is not null) _file.Write(note);
        }
        catch (Exception error)
        {
            // Nothing of the batch was committed as far as anybody is told; the connection may be broken, so the next batch opens another.
            _tree = before;
            _connection?.Dispose();
            _connection = null;
            Array.Fill(failures, error);
        }
        for (int i = 0; i < batch.Count; i++)
        {
            if (failures[i] is { } failure) batch[i].Failed(failure);
            else batch[i].Done();
        }
    }

    private Exception? RunOne(Work work, DbTransaction transaction)
    {
        Savepoint("SAVEPOINT work", transaction);
        var tree = _tree;
        try
        {
            var own = new StoreTransaction(_connection!, transaction, _tree, _time.GetUtcNow());
            work.Run(own);
            _tree = own.Tree;
        }
        catch (Exception error)
        {
            // Handed to the one who asked; the savepoint takes back what it had written.
            _tree = tree;
            Savepoint("ROLLBACK TO SAVEPOINT work", transaction);
            Savepoint("RELEASE SAVEPOINT work", transaction);
            return error;
        }
        Savepoint("RELEASE SAVEPOINT work", transaction);
        return null;
    }

    private void Savepoint(string text, DbTransaction transaction)
    {
        using var command = Sql.Command(_connection!, transaction, text);
        command.ExecuteNonQuery();
    }

    private sealed record Work(Action<StoreTransaction> Run, Action Done, Action<Exception> Failed);
}
