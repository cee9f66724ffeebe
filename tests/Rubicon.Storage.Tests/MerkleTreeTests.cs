using System.Security.Cryptography;
using System.Text;
using FsCheck.Xunit;
using Rubicon.Storage.Log;

namespace Rubicon.Storage.Tests;

/// <summary>The tree against the examples of the certificate transparency reference tests, and against the plainest reading of RFC 6962.</summary>
public sealed class MerkleTreeTests
{
    private static readonly string[] Inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] Roots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    [Fact]
    public void Roots_are_those_of_the_reference_implementation()
    {
        var leaves = Inputs.Select(i => MerkleTree.LeafHash(Convert.FromHexString(i))).ToList();
        for (int size = 1; size <= leaves.Count; size++) Assert.Equal(Roots[size - 1], Convert.ToHexStringLower(MerkleTree.Root(leaves[..size])));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData([])), Convert.ToHexStringLower(MerkleTree.Root([])));
    }

    [Property(MaxTest = 60)]
    public bool A_growing_tree_has_the_root_of_the_whole(byte size)
    {
        var leaves = Leaves(size);
        return leaves.Aggregate(GrowingTree.Empty, (t, l) => t.With(l)).Root().AsSpan().SequenceEqual(Naive(leaves)) && MerkleTree.Root(leaves).AsSpan().SequenceEqual(Naive(leaves));
    }

    [Property(MaxTest = 60)]
    public bool Every_path_leads_to_the_root_and_no_other_leaf_does(byte size)
    {
        var leaves = Leaves(size + 1);
        byte[] root = MerkleTree.Root(leaves), other = MerkleTree.LeafHash("other"u8);
        return Enumerable.Range(0, leaves.Count).All(i =>
        {
            var path = MerkleTree.InclusionPath(leaves, i);
            return MerkleTree.RootOf(leaves[i], i, leaves.Count, path)!.AsSpan().SequenceEqual(root)
                && !MerkleTree.RootOf(other, i, leaves.Count, path)!.AsSpan().SequenceEqual(root)
                && MerkleTree.RootOf(leaves[i], i, leaves.Count, [.. path, other]) is null;
        });
    }

    private static List<byte[]> Leaves(int count) => [.. Enumerable.Range(0, count).Select(i => MerkleTree.LeafHash(Encoding.ASCII.GetBytes($"leaf {i}")))];

    private static byte[] Naive(List<byte[]> leaves)
    {
        if (leaves.Count == 0) return SHA256.HashData([]);
        if (leaves.Count == 1) return leaves[0];
        int left = 1;
        while (left * 2 < leaves.Count) left *= 2;
        return SHA256.HashData([1, .. Naive([.. leaves.Take(left)]), .. Naive([.. leaves.Skip(left)])]);
    }
}
