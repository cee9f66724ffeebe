using System.Buffers.Binary;
using System.Text;

namespace Rubicon.Ownership;

/// <summary>
/// Keys of parties and their numbers, from 0 in the order added. Keys are held as UTF-8 in large blocks: six million of them take less than 250 MB. Filled by one
/// thread; afterwards any number may read.
/// </summary>
public sealed class PartyTable
{
    /// <summary>Longest key in bytes; who writes a longer one did not write a name.</summary>
    public const int LongestKey = 4_000;

    private const int BlockBits = 20, BlockSize = 1 << BlockBits;

    // Before each key in its block: its number and its length.
    private const int Before = sizeof(int) + sizeof(ushort);

    // A slot holds the place of a key and above it as much of its hash as fits: other keys are told apart without being looked at. What was never looked at costs no wait
    // for memory, which is most of the time that ten million rows take.
    private const int PlaceBits = 40;
    private const ulong PlaceMask = (1UL << PlaceBits) - 1;

    private readonly List<byte[]> _blocks = [new byte[BlockSize]];
    private readonly List<ulong> _places = [];
    private ulong[] _slots = new ulong[1 << 10];

    // Place 0 means an empty slot: the first byte of the first block is never one.
    private int _used = 1;

    /// <summary>How many there are.</summary>
    public int Count => _places.Count;

    /// <summary>The number of a key, which is added when it is new.</summary>
    /// <exception cref="ArgumentException">The key is longer than <see cref="LongestKey"/>.</exception>
    public int Add(ReadOnlySpan<byte> key)
    {
        if (key.Length > LongestKey) throw new ArgumentException($"a key of {key.Length} bytes; at most {LongestKey}", nameof(key));
        uint hash = Hash(key);
        if (Find(key, hash, out int slot) is >= 0 and var known) return known;
        if (_used + Before + key.Length > BlockSize)
        {
            _blocks.Add(new byte[BlockSize]);
            _used = 0;
        }
        ulong place = ((ulong)(uint)(_blocks.Count - 1) << BlockBits) | (uint)_used;
        var entry = _blocks[^1].AsSpan(_used);
        BinaryPrimitives.WriteInt32LittleEndian(entry, Count);
        BinaryPrimitives.WriteUInt16LittleEndian(entry[sizeof(int)..], (ushort)key.Length);
        key.CopyTo(entry[Before..]);
        _used += Before + key.Length;
        _places.Add(place);
        _slots[slot] = Tag(hash) | place;
        if (Count * 3L > _slots.Length * 2L) Grow();
        return Count - 1;
    }

    /// <summary>The same for text.</summary>
    public int Add(string key) => Add(Encoding.UTF8.GetBytes(key));

    /// <summary>The number of a key, or -1.</summary>
    public int Find(string key)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(key);
        return bytes.Length > LongestKey ? -1 : Find(bytes, Hash(bytes), out _);
    }

    /// <summary>The key of a number.</summary>
    public string KeyOf(int party) => Encoding.UTF8.GetString(KeyAt(EntryAt(_places[party])));

    private ReadOnlySpan<byte> EntryAt(ulong place) => _blocks[(int)(place >> BlockBits)].AsSpan((int)(place & (BlockSize - 1)));

    private static ReadOnlySpan<byte> KeyAt(ReadOnlySpan<byte> entry) => entry.Slice(Before, BinaryPrimitives.ReadUInt16LittleEndian(entry[sizeof(int)..]));

    /// <summary>The number, or -1 and the slot in which it would stand.</summary>
    private int Find(ReadOnlySpan<byte> key, uint hash, out int slot)
    {
        int mask = _slots.Length - 1;
        ulong tag = Tag(hash);
        for (slot = (int)(hash & (uint)mask); _slots[slot] is > 0 and var held; slot = (slot + 1) & mask)
        {
            if ((held & ~PlaceMask) != tag) continue;
            var entry = EntryAt(held & PlaceMask);
            if (key.SequenceEqual(KeyAt(entry))) return BinaryPrimitives.ReadInt32LittleEndian(entry);
        }
        return -1;
    }

    private static ulong Tag(uint hash) => (ulong)(hash >> (32 - (64 - PlaceBits))) << PlaceBits;

    // Seeded anew in each process, so that nobody can write a file whose keys all fall together. The numbers do not depend on it.
    private static uint Hash(ReadOnlySpan<byte> key)
    {
        var hash = new HashCode();
        hash.AddBytes(key);
        return unchecked((uint)hash.ToHashCode());
    }

    private void Grow()
    {
        _slots = new ulong[_slots.Length * 2];
        int mask = _slots.Length - 1;
        foreach (ulong place in _places)
        {
            uint hash = Hash(KeyAt(EntryAt(place)));
            int slot = (int)(hash & (uint)mask);
            while (_slots[slot] != 0) slot = (slot + 1) & mask;
            _slots[slot] = Tag(hash) | place;
        }
        _places.EnsureCapacity(Math.Min(_slots.Length, (Count * 2) + 16));
    }
}
