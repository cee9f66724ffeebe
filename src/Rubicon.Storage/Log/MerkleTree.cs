using System.Security.Cryptography;

namespace Rubicon.Storage.Log;

/// <summary>Hashes, roots and proofs of RFC 6962 section 2.1 (the same as RFC 9162), with SHA-256. Pure; safe for any thread.</summary>
public static class MerkleTree
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashSize = 32;

    /// <summary>SHA-256 of a zero byte and the leaf (RFC 6962 2.1).</summary>
    public static byte[] LeafHash(ReadOnlySpan<byte> leaf)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(leaf);
        return hash.GetHashAndReset();
    }

    /// <summary>SHA-256 of a one byte, the left and the right hash (RFC 6962 2.1).</summary>
    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> both = stackalloc byte[1 + (2 * HashSize)];
        both[0] = 1;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + HashSize)..]);
        return SHA256.HashData(both);
    }

    /// <summary>The root over leaf hashes; of none, SHA-256 of nothing.</summary>
    public static byte[] Root(IReadOnlyList<byte[]> leaves) => leaves.Count == 0 ? SHA256.HashData([]) : Root(leaves, 0, leaves.Count);

    /// <summary>The audit path of one leaf (RFC 6962 2.1.1), from the leaf upward.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such leaf.</exception>
    public static IReadOnlyList<byte[]> InclusionPath(IReadOnlyList<byte[]> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Count);
        var path = new List<byte[]>();
        int from = 0, count = leaves.Count;
        var down = new List<byte[]>();
        while (count > 1)
        {
            int left = LargestPowerBelow(count);
            if (index - from < left)
            {
                down.Add(Root(leaves, from + left, count - left));
                count = left;
            }
            else
            {
                down.Add(Root(leaves, from, left));
                from += left;
                count -= left;
            }
        }
        for (int i = down.Count - 1; i >= 0; i--) path.Add(down[i]);
        return path;
    }

    /// <summary>The root that an audit path gives for a leaf hash, or null when the path has the wrong length (RFC 9162 2.1.3.2).</summary>
    /// <param name="leafHash">Hash of the leaf.</param>
    /// <param name="index">Its place, from 0.</param>
    /// <param name="size">Leaves of the tree.</param>
    /// <param name="path">The path, from the leaf upward.</param>
    public static byte[]? RootOf(byte[] leafHash, long index, long size, IReadOnlyList<byte[]> path)
    {
        if (index < 0 || index >= size) return null;
        long fn = index, sn = size - 1;
        byte[] root = leafHash;
        foreach (byte[] step in path)
        {
            if (sn == 0) return null;
            if ((fn & 1) == 1 || fn == sn)
            {
                root = NodeHash(step, root);
                while ((fn & 1) == 0 && fn != 0) (fn, sn) = (fn >> 1, sn >> 1);
            }
            else
            {
                root = NodeHash(root, step);
            }
            (fn, sn) = (fn >> 1, sn >> 1);
        }
        return sn == 0 ? root : null;
    }

    private static byte[] Root(IReadOnlyList<byte[]> leaves, int from, int count)
    {
        if (count == 1) return leaves[from];
        int left = LargestPowerBelow(count);
        return NodeHash(Root(leaves, from, left), Root(leaves, from + left, count - left));
    }

    private static int LargestPowerBelow(int count)
    {
        int power = 1;
        while (power * 2 < count) power *= 2;
        return power;
    }
}
