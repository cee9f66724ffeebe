using System.Collections.Immutable;
using System.Numerics;

namespace Rubicon.Storage.Log;

/// <summary>
/// A Merkle tree that only grows, kept as the roots of its whole subtrees, largest first: appending and the root cost the logarithm of the size. Immutable, so
/// that a batch that is rolled back leaves the tree as it was.
/// </summary>
/// <param name="Size">Leaves so far.</param>
/// <param name="Peaks">Roots of the whole subtrees, largest first; one for each bit of the size.</param>
public sealed record GrowingTree(long Size, ImmutableArray<byte[]> Peaks)
{
    /// <summary>A tree without leaves.</summary>
    public static GrowingTree Empty { get; } = new(0, []);

    /// <summary>The tree with one more leaf.</summary>
    public GrowingTree With(byte[] leafHash)
    {
        var peaks = Peaks.ToBuilder();
        byte[] top = leafHash;
        for (int merges = BitOperations.TrailingZeroCount(~Size); merges > 0; merges--)
        {
            top = MerkleTree.NodeHash(peaks[^1], top);
            peaks.RemoveAt(peaks.Count - 1);
        }
        peaks.Add(top);
        return new GrowingTree(Size + 1, peaks.ToImmutable());
    }

    /// <summary>The root (RFC 6962 2.1).</summary>
    public byte[] Root()
    {
        if (Peaks.IsEmpty) return MerkleTree.Root([]);
        byte[] root = Peaks[^1];
        for (int i = Peaks.Length - 2; i >= 0; i--) root = MerkleTree.NodeHash(Peaks[i], root);
        return root;
    }
}
