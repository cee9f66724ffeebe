namespace Rubicon.Matching;

/// <summary>Reads the words of a name: folds it, joins spelled-out letters, and says what each word does.</summary>
internal static class WordReader
{
    /// <summary>Characters of a name that are compared. The longest name on the public lists has 317.</summary>
    public const int TextLimit = 1_024;

    /// <summary>Words of a name that are compared.</summary>
    public const int WordLimit = 48;

    // Shorter fixed words lie one letter from too many names.
    private const int ShortestCorrected = 7;

    private static readonly Word[] Correctable =
        [.. FixedWords.All.Where(w => w.Raw.Length >= ShortestCorrected && !Han.Is(w.Raw[0])).OrderBy(w => w.Raw, StringComparer.Ordinal)];

    private static readonly SpellingKeys CorrectableKeys = new([.. Correctable.Select(w => w.Raw)], [.. Correctable.Select(w => w.Raw)]);

    /// <summary>True when the text is longer than what is compared.</summary>
    public static bool IsCut(string text) => text.Length > TextLimit;

    /// <summary>The words, at most <see cref="WordLimit"/> of them; none when the text holds no letter and no digit.</summary>
    /// <param name="text">The name.</param>
    /// <param name="seen">Words read before, to read many names faster; or null.</param>
    public static List<Word> Read(string text, Dictionary<string, Word>? seen = null)
    {
        ReadOnlySpan<char> whole = text.AsSpan(0, Math.Min(text.Length, TextLimit));
        List<Word> words = [];
        string letters = "";
        bool dotted = false;
        foreach (Range range in whole.Split(' '))
        {
            ReadOnlySpan<char> token = whole[range];
            if (token.IsEmpty) continue;
            bool stop = token.Contains('.');
            string folded = Folding.Fold(token);
            bool single = folded.Length == 1 && folded[0] is >= 'a' and <= 'z';
            // "Z T E" and "S. A." are one word, "Y S. en C." and "C.V. S.A." are several.
            if (!single || stop != dotted) AddLetters(words, ref letters, seen);
            dotted = stop;
            if (single) letters += folded[0];
            else AddToken(words, folded, seen);
        }
        AddLetters(words, ref letters, seen);
        Phrases.Join(words);
        // An article stands before a word: last in a name it is a family name ("Minh Le").
        if (words.Count > 1 && words[^1].Raw is "le" or "do" or "van" or "von" or "du" or "des") words[^1] = new Word(words[^1].Raw, words[^1].Raw, WordClass.Distinctive);
        if (words.Count > WordLimit) words.RemoveRange(WordLimit, words.Count - WordLimit);
        return words;
    }

    // "S.A." and "(U.S.A.)" are one word each.
    private static void AddToken(List<Word> words, string folded, Dictionary<string, Word>? seen)
    {
        string letters = "";
        foreach (Range range in folded.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> part = folded.AsSpan(range);
            if (part.Length == 1 && part[0] is >= 'a' and <= 'z')
            {
                letters += part[0];
                continue;
            }
            AddLetters(words, ref letters, seen);
            if (!part.IsEmpty) AddPart(words, part, seen);
        }
        AddLetters(words, ref letters, seen);
    }

    private static void AddLetters(List<Word> words, ref string letters, Dictionary<string, Word>? seen)
    {
        if (letters.Length > 0) words.Add(Classify(letters, seen));
        letters = "";
    }

    // Han and other letters are split where they meet: "华为huawei" is two words.
    private static void AddPart(List<Word> words, ReadOnlySpan<char> part, Dictionary<string, Word>? seen)
    {
        int start = 0;
        for (int at = 1; at <= part.Length; at++)
        {
            if (at < part.Length && Han.Is(part[at]) == Han.Is(part[start])) continue;
            ReadOnlySpan<char> run = part[start..at];
            if (Han.Is(run[0])) Han.Split(run.ToString(), words);
            else words.Add(Classify(run, seen));
            start = at;
        }
    }

    private static Word Classify(ReadOnlySpan<char> text, Dictionary<string, Word>? seen)
    {
        if (seen is null) return Classify(text.ToString());
        if (seen.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out Word word)) return word;
        string raw = text.ToString();
        return seen[raw] = Classify(raw);
    }

    private static Word Classify(string text)
    {
        if (FixedWords.TryFind(text, out Word known)) return known;
        if (NumberWords.TryFind(text, out string? digits)) return new Word(text, digits, WordClass.Number);
        if (text.AsSpan().ContainsAnyInRange('0', '9')) return new Word(text, WithoutOrdinal(text), WordClass.Number);
        if (text.Length >= ShortestCorrected && Corrected(text) is { } corrected) return corrected;
        // "biotech" and "biotechnology" are one.
        foreach (string ending in (ReadOnlySpan<string>)["nology", "nologies"])
        {
            if (text.EndsWith("tech" + ending, StringComparison.Ordinal)) return new Word(text, text[..^ending.Length], WordClass.Distinctive);
        }
        return new Word(text, text, WordClass.Distinctive);
    }

    private static Word? Corrected(string text)
    {
        if (text.Length > Spelling.LongestCompared || Spelling.ErrorsAllowed(text) == 0) return null;
        List<int> found = [];
        CorrectableKeys.Near(text, text, [], found);
        int least = int.MaxValue;
        foreach (int near in found)
        {
            Word word = Correctable[near];
            if (near < least && word.Raw[0] == text[0] && Math.Abs(word.Raw.Length - text.Length) <= 1 && Spelling.Distance(text, word.Raw, 1) == 1) least = near;
        }
        return least == int.MaxValue ? null : Correctable[least] with { Raw = text };
    }

    // "54th Research Institute" and "No. 54 Research Institute" are one.
    private static string WithoutOrdinal(string text)
    {
        int digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && text.AsSpan(digits) is ("st" or "nd" or "rd" or "th") ? text[..digits] : text;
    }
}
