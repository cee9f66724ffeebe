namespace Rubicon.Matching;

/// <summary>Numbers filed under hashed keys, built once. Two keys may share a hash: what is found has to be checked.</summary>
internal sealed class HashedPostings
{
    private readonly uint[] keys;
    private readonly int[] values;
    private readonly int[] next;
    private readonly int[] heads;

    /// <summary>Files each value under its key.</summary>
    public HashedPostings(List<uint> keys, List<int> values)
    {
        this.keys = [.. keys];
        this.values = [.. values];
        next = new int[keys.Count];
        int size = 16;
        while (size < keys.Count) size *= 2;
        heads = new int[size];
        Array.Fill(heads, -1);
        for (int i = 0; i < this.keys.Length; i++)
        {
            ref int head = ref heads[Slot(this.keys[i])];
            next[i] = head;
            head = i;
        }
    }

    /// <summary>Starting value of a hash.</summary>
    public const uint Start = 2166136261;

    /// <summary>Takes one more letter into a hash (FNV-1a).</summary>
    public static uint Take(uint hash, char c) => unchecked((hash ^ c) * 16777619);

    /// <summary>Takes a text into a hash.</summary>
    public static uint Take(uint hash, string text)
    {
        foreach (char c in text) hash = Take(hash, c);
        return hash;
    }

    /// <summary>Adds all values filed under the key, some perhaps of another key of the same hash.</summary>
    public void AddTo(ICollection<int> found, uint key)
    {
        for (int at = heads[Slot(key)]; at >= 0; at = next[at])
        {
            if (keys[at] == key) found.Add(values[at]);
        }
    }

    // The multiplication leaves little in the low bits, which choose the slot.
    private int Slot(uint key) => (int)((key ^ (key >> 15)) & (uint)(heads.Length - 1));
}
