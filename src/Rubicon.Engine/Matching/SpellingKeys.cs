namespace Rubicon.Matching;

/// <summary>
/// Finds the sound forms within the allowed errors of another without looking at all: each is filed under its first seven letters and under what is
/// left of them when as many letters as it may hold errors are taken out. Two forms within that distance share at least one such key: each error is undone by one
/// deletion on one or both sides, and one behind the seventh letter only moves letters out of the beginning, where a deletion undoes it too (symmetric deletes).
/// </summary>
internal sealed class SpellingKeys
{
    private const int Beginning = 7;

    // First place of each bucket; the numbers of a bucket follow each other.
    private readonly int[] starts;
    private readonly int[] numbers;
    private readonly int shift;

    /// <summary>Files the words; the number of one is its place in the list.</summary>
    /// <param name="words">Words as written.</param>
    /// <param name="forms">Their sound forms.</param>
    public SpellingKeys(IReadOnlyList<string> words, IReadOnlyList<string> forms)
    {
        List<uint> keys = [];
        long count = 0;
        for (int number = 0; number < forms.Count; number++)
        {
            Keys(words[number], forms[number], keys);
            count += keys.Count;
        }
        shift = 32 - Math.Clamp((int)Math.Ceiling(Math.Log2(Math.Max(count, 2))) - 1, 4, 26);
        starts = new int[(1 << (32 - shift)) + 1];
        for (int number = 0; number < forms.Count; number++)
        {
            Keys(words[number], forms[number], keys);
            foreach (uint key in keys) starts[Bucket(key) + 1]++;
        }
        for (int i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        numbers = new int[count];
        int[] next = [.. starts];
        for (int number = 0; number < forms.Count; number++)
        {
            Keys(words[number], forms[number], keys);
            foreach (uint key in keys) numbers[next[Bucket(key)]++] = number;
        }
    }

    /// <summary>
    /// Adds the numbers of all words that share a key with the word, some of them twice, some further away than allowed.
    /// </summary>
    /// <param name="word">The word as written.</param>
    /// <param name="form">Its sound form.</param>
    /// <param name="keys">Room for the keys; its content is lost.</param>
    /// <param name="found">Where to add.</param>
    public void Near(string word, string form, List<uint> keys, List<int> found)
    {
        Keys(word, form, keys);
        foreach (uint key in keys)
        {
            int bucket = Bucket(key);
            for (int at = starts[bucket]; at < starts[bucket + 1]; at++) found.Add(numbers[at]);
        }
    }

    // The product's high bits are the well mixed ones.
    private int Bucket(uint key) => (int)(unchecked(key * 2654435769u) >> shift);

    private static void Keys(string word, string form, List<uint> keys)
    {
        keys.Clear();
        if (form.Length >= 2 && form.Length <= Spelling.LongestCompared && !Han.Is(form[0])) Deleted(form, Spelling.ErrorsAllowed(form), keys);
        // An error may change how the letters beside it sound: one letter is looked for in the word as written too.
        if (Spelling.IsComparedByLetter(word) && !string.Equals(word, form, StringComparison.Ordinal)) Deleted(word, 1, keys);
    }

    private static void Deleted(string form, int errors, List<uint> keys)
    {
        int length = Math.Min(form.Length, Beginning);
        Add(keys, Hash(form, length, -1, -1));
        for (int i = 0; errors > 0 && i < length; i++)
        {
            Add(keys, Hash(form, length, i, -1));
            for (int j = i + 1; errors == 2 && j < length; j++) Add(keys, Hash(form, length, i, j));
        }
    }

    private static void Add(List<uint> keys, uint key)
    {
        if (!keys.Contains(key)) keys.Add(key);
    }

    private static uint Hash(string form, int length, int without, int norThis)
    {
        uint hash = 2166136261;
        for (int i = 0; i < length; i++)
        {
            if (i != without && i != norThis) hash = unchecked((hash ^ form[i]) * 16777619);
        }
        return hash;
    }
}
