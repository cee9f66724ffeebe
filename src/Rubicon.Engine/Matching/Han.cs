namespace Rubicon.Matching;

/// <summary>Han text, which has no spaces between words.</summary>
internal static class Han
{
    /// <summary>True for the Han characters of the basic plane (CJK Unified Ideographs and extension A).</summary>
    public static bool Is(char c) => c is >= (char)0x4E00 and <= (char)0x9FFF or >= (char)0x3400 and <= (char)0x4DBF;

    /// <summary>
    /// Splits a run of Han characters at the fixed words in it, longest first from the left; what lies between them is
    /// one word each.
    /// </summary>
    public static void Split(string run, List<Word> words)
    {
        int start = 0, at = 0;
        while (at < run.Length)
        {
            int length = Math.Min(FixedWords.LongestHan, run.Length - at);
            Word found = default;
            // One character alone is part of a name; only two and more make a word of the tables.
            while (length >= 2 && !FixedWords.TryFind(run.AsSpan(at, length), out found)) length--;
            if (length < 2)
            {
                at++;
                continue;
            }
            AddName(run[start..at], words);
            words.Add(found);
            at += length;
            start = at;
        }
        AddName(run[start..], words);
    }

    private static void AddName(string text, List<Word> words)
    {
        if (text.Length == 0) return;
        words.Add(FixedWords.TryFind(text, out Word word) ? word : new Word(text, text, WordClass.Distinctive));
    }
}
