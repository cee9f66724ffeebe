using System.Text.Json;

namespace Rubicon.Storage.Backups;

/// <summary>What a backup says of itself; the last entry of its file.</summary>
/// <param name="Version">Version of the form.</param>
/// <param name="Migration">The number of the newest migration that the database had.</param>
/// <param name="Events">Events of the log.</param>
/// <param name="Root">Root of the tree over them, in lower-case hex.</param>
/// <param name="Entries">Rows (for tables) and SHA-256 of each entry.</param>
internal sealed record BackupManifest(int Version, int Migration, long Events, string Root, SortedDictionary<string, BackupEntry> Entries)
{
    public const string Name = "manifest.json";

    public const int Current = 1;

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true, NewLine = "\n", RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    public byte[] Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, Readable);

    /// <summary>Null when the bytes are no manifest.</summary>
    public static BackupManifest? Read(Stream input)
    {
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(input, Readable);
        }
        catch (JsonException)
        {
            // The caller says that the backup is damaged.
            return null;
        }
    }
}

/// <summary>An entry of a backup.</summary>
/// <param name="Rows">Rows of a table; 0 for a file.</param>
/// <param name="Sha256">Digest of its bytes before packing, lower-case hex.</param>
internal sealed record BackupEntry(long Rows, string Sha256);
