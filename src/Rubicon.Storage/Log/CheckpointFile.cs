using System.Text;

namespace Rubicon.Storage.Log;

/// <summary>
/// The newest checkpoint as a file beside the database. It is written after each commit and before anything is acknowledged, so a database that
/// lost its tail (a cut write-ahead log, an old copy put back) is behind its own signed word.
/// </summary>
public sealed class CheckpointFile(string folder)
{
    /// <summary>Name of the file in the data folder.</summary>
    public const string FileName = "checkpoint";

    private readonly string _path = Path.Combine(folder, FileName);

    /// <summary>The note, or null when there is none.</summary>
    public string? Read() => File.Exists(_path) ? File.ReadAllText(_path, Encoding.UTF8) : null;

    /// <summary>Replaces the note in one step.</summary>
    internal void Write(string note)
    {
        File.WriteAllText(_path + ".new", note, new UTF8Encoding(false));
        File.Move(_path + ".new", _path, overwrite: true);
    }
}
