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

    private const int BlockSize = 1 << 20;

    private readonly List<byte[]> _blocks = [new byte[BlockSize]];
    private readonly List<ulong> _places = [];
    private int[] _slots = new int[1 << 10];
    private int _used;

    /// <summary>How many there are.</summary>
    public int Count => _places.Count;

    /// <summary>The number of a key, which is added when it is new.</summary>
    /// <exception cref="ArgumentException">The key is longer than <see cref="LongestKey"/>.</exception>
    public int Add(ReadOnlySpan<byte> key)
    {
        if (key.Length > LongestKey) throw new ArgumentException($"a key of {key.Length} bytes; at most {LongestKey}", nameof(key));
        int slot = Slot(key);
        if (_slots[slot] > 0) return _slots[slot] - 1;
        if (_used + key.Length > BlockSize)
        {
            _blocks.Add(new byte[BlockSize]);
            _used = 0;
        }
        key.CopyTo(_blocks[^1].AsSpan(_used));
        _places.Add(((ulong)(uint)(_blocks.Count - 1) << 36) | ((ulong)(uint)_used << 12) | (uint)key.Length);
        _used += key.Length;
        _slots[slot] = Count;
        if (Count * 3L > _slots.Length * 2L) Grow();
        return Count - 1;
    }

    /// <summary>The same for text.</summary>
    public int Add(string key) => Add(Encoding.UTF8.GetBytes(key));

    /// <summary>The number of a key, or -1.</summary>
    public int Find(string key)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(key);
        return bytes.Length > LongestKey ? -1 : _slots[Slot(bytes)] - 1;
    }

    /// <summary>The key of a number.</summary>
    public string KeyOf(int party) => Encoding.UTF8.GetString(Bytes(party));

    internal ReadOnlySpan<byte> Bytes(int party)
    {
        ulong place = _places[party];
        return _blocks[(int)(place >> 36)].AsSpan((int)((place >> 12) & 0xFFFFFF), (int)(place & 0xFFF));
    }

    private int Slot(ReadOnlySpan<byte> key)
    {
        int mask = _slots.Length - 1;
        for (int slot = Hash(key) & mask; ; slot = (slot + 1) & mask)
            if (_slots[slot] == 0 || key.SequenceEqual(Bytes(_slots[slot] - 1))) return slot;
    }

    // Seeded anew in each process, so that nobody can write a file whose keys all fall together. The numbers do not depend on it.
    private static int Hash(ReadOnlySpan<byte> key)
    {
        var hash = new HashCode();
        hash.AddBytes(key);
        return hash.ToHashCode();
    }

    private void Grow()
    {
        _slots = new int[_slots.Length * 2];
        int mask = _slots.Length - 1;
        for (int party = 0; party < Count; party++)
        {
            int slot = Hash(Bytes(party)) & mask;
            while (_slots[slot] != 0) slot = (slot + 1) & mask;
            _slots[slot] = party + 1;
        }
        _places.EnsureCapacity(Math.Min(_slots.Length, (Count * 2) + 16));
    }
}
