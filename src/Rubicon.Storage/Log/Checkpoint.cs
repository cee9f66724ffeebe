using System.Globalization;
using System.Text;

namespace Rubicon.Storage.Log;

/// <summary>
/// A signed statement of the log's size and root, in the form of C2SP tlog-checkpoint and signed-note: origin, size, root in base64, an empty line, and
/// a signature line. The signature is ECDSA over P-256 with SHA-256 (the framework has no Ed25519), so the type byte is the one that
/// signed-note keeps for other algorithms, 0xff, followed by the algorithm's name.
/// </summary>
/// <param name="Size">Events.</param>
/// <param name="Root">Root of the tree over them.</param>
public sealed record Checkpoint(long Size, byte[] Root)
{
    private const string Origin = "rubicon/log";

    /// <summary>The text that is signed.</summary>
    public string Body => string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n");

    /// <summary>The whole note.</summary>
    public string Sign(LogKey key) => $"{Body}\n— {Origin} {Convert.ToBase64String([.. key.Hash(Origin), .. key.Sign(Encoding.UTF8.GetBytes(Body))])}\n";

    /// <summary>Reads a note; null when it is not one of ours or its signature does not fit the key.</summary>
    public static Checkpoint? Read(string note, LogKey key)
    {
        int end = note.IndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0) return null;
        string body = note[..(end + 1)];
        string signature = note[(end + 2)..];
        string start = $"— {Origin} ";
        if (!signature.StartsWith(start, StringComparison.Ordinal) || !signature.EndsWith('\n')) return null;
        var bytes = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature[start.Length..^1], bytes, out int length) || length < 5) return null;
        if (!bytes.AsSpan(0, 4).SequenceEqual(key.Hash(Origin)) || !key.Verify(Encoding.UTF8.GetBytes(body), bytes.AsSpan(4, length - 4))) return null;
        string[] lines = body.Split('\n');
        if (lines.Length != 4 || lines[0] != Origin || !long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out long size)) return null;
        var root = new byte[MerkleTree.HashSize + 1];
        if (!Convert.TryFromBase64String(lines[2], root, out int rootLength) || rootLength != MerkleTree.HashSize) return null;
        var checkpoint = new Checkpoint(size, root[..MerkleTree.HashSize]);
        // Base64 can write the same bytes in two ways; only the one that was signed is taken.
        return checkpoint.Body == body ? checkpoint : null;
    }
}
