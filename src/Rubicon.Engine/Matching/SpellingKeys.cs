namespace Rubicon.Matching;

/// <summary>
/// Finds the words within the allowed errors of a word without looking at all words: each word is filed under itself and
/// under what is left when as many letters as it may hold errors are taken out. Two words within that distance share at
/// least one such key (the symmetric-delete argument: each error is undone by one deletion on one or both sides).
/// </summary>
internal sealed class SpellingKeys
{
    private readonly HashedPostings postings;

    private readonly int mostErrors;

    /// <summary>Files the words that may hold errors; the number of a word is its place in the list.</summary>
    /// <param name="words">The words.</param>
    /// <param name="mostErrors">Find words with at most so many errors, though more may be allowed: 1 or 2.</param>
    public SpellingKeys(IReadOnlyList<string> words, int mostErrors = 2)
    {
        this.mostErrors = mostErrors;
        List<uint> all = new(words.Count * 12), keys = [];
        List<int> numbers = new(words.Count * 12);
        for (int i = 0; i < words.Count; i++)
        {
            Keys(words[i], keys);
            all.AddRange(keys);
            for (int k = 0; k < keys.Count; k++) numbers.Add(i);
        }
        postings = new HashedPostings(all, numbers);
    }

    /// <summary>
    /// The numbers of all words that share a key with the word, in order, each once; some lie further away than allowed.
    /// </summary>
    public List<int> Near(string word)
    {
        List<int> found = [];
        List<uint> keys = [];
        Keys(word, keys);
        foreach (uint key in keys) postings.AddTo(found, key);
        if (found.Count < 2) return found;
        found.Sort();
        int last = 0;
        for (int i = 1; i < found.Count; i++)
        {
            if (found[i] != found[last]) found[++last] = found[i];
        }
        found.RemoveRange(last + 1, found.Count - last - 1);
        return found;
    }

    private void Keys(string word, List<uint> keys)
    {
        keys.Clear();
        int errors = Math.Min(Spelling.ErrorsAllowed(word), mostErrors);
        if (errors == 0) return;
        keys.Add(Hash(word, -1, -1));
        for (int i = 0; i < word.Length; i++)
        {
            keys.Add(Hash(word, i, -1));
            for (int j = i + 1; errors == 2 && j < word.Length; j++) keys.Add(Hash(word, i, j));
        }
    }

    private static uint Hash(string word, int without, int norThis)
    {
        uint hash = HashedPostings.Start;
        for (int i = 0; i < word.Length; i++)
        {
            if (i != without && i != norThis) hash = HashedPostings.Take(hash, word[i]);
        }
        return hash;
    }
}
