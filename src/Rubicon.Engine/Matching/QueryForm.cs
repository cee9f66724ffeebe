namespace Rubicon.Matching;

/// <summary>A query, or the part of it in one script, made ready for comparison with the names of an index.</summary>
internal sealed class QueryForm
{
    private const int ShortestGlued = 4;

    /// <summary>Shorter words say nothing by being known: every two letters are.</summary>
    public const int ShortestOther = 3;

    private QueryForm(Word[] words, Vocabulary vocabulary)
    {
        Words = words;
        Letters = WholeTexts.Letters(words);
        Weights = new double[words.Length];
        Known = new bool[words.Length];
        Bearers = new int[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            Known[i] = vocabulary.Find(words[i].Text) >= 0;
            Bearers[i] = Known[i] ? vocabulary.PartiesWith(vocabulary.Find(words[i].Text)) : 0;
            if (words[i].IsKey) Weights[i] = vocabulary.WeightOf(words[i]);
        }
    }

    /// <summary>The words in order.</summary>
    public Word[] Words { get; }

    /// <summary>Their letters without spaces, as <see cref="WholeTexts"/> compares them; may be empty.</summary>
    public string Letters { get; }

    /// <summary>Their weights; 0 for words that do not tell parties apart, which weigh as the name compared with says.</summary>
    public double[] Weights { get; }

    /// <summary>True for words that stand in some name of the list: those are hardly misspellings of another.</summary>
    public bool[] Known { get; }

    /// <summary>How many parties bear each.</summary>
    public int[] Bearers { get; }

    /// <summary>True for a fixed or worn word, which is surely one as it stands, and no typing error of another.</summary>
    public bool IsFixedWord(int at) => Words[at].Raw.Length >= ShortestOther
        && (WornWords.Contains(Words[at].Text) || (!Words[at].IsKey && FixedWords.TryFind(Words[at].Raw, out _)));

    /// <summary>The least that a word without partner counts.</summary>
    public double LeastWeight(int at) => Words[at].IsKey ? Weights[at] : Words[at].IsSilent ? 0 : NameForm.LeastCommonWeight;

    /// <summary>Compiles the words, taking apart what was written together with a fixed word or, in Han, with anything.</summary>
    public static QueryForm From(IEnumerable<Word> words, Vocabulary vocabulary)
    {
        List<Word> taken = [];
        foreach (Word word in words)
        {
            if (word.Class != WordClass.Distinctive || vocabulary.Find(word.Text) >= 0) taken.Add(word);
            else if (Han.Is(word.Raw[0])) TakeHan(word, vocabulary, taken);
            else TakeGlued(word, vocabulary, taken);
        }
        if (taken.Count > WordReader.WordLimit) taken.RemoveRange(WordReader.WordLimit, taken.Count - WordReader.WordLimit);
        return new QueryForm([.. taken], vocabulary);
    }

    // "huaweitech", "hangzhouhikvision": a known word of a name before a fixed word or after a place.
    // Both of four letters and more, as shorter ones are found by chance inside other names.
    private static void TakeGlued(Word word, Vocabulary vocabulary, List<Word> taken)
    {
        string raw = word.Raw;
        for (int at = raw.Length - ShortestGlued; at >= ShortestGlued; at--)
        {
            ReadOnlySpan<char> left = raw.AsSpan(0, at), right = raw.AsSpan(at);
            bool leftFixed = FixedWords.TryFind(left, out Word first) && first.Class == WordClass.Place, rightFixed = FixedWords.TryFind(right, out Word second);
            if (leftFixed == rightFixed || vocabulary.Find(leftFixed ? right : left) < 0) continue;
            taken.Add(leftFixed ? first : new Word(raw[..at], raw[..at], WordClass.Distinctive));
            taken.Add(rightFixed ? second : new Word(raw[at..], raw[at..], WordClass.Distinctive));
            return;
        }
        taken.Add(word);
    }

    // A Han name with another word before or after it is one run of characters.
    private static void TakeHan(Word word, Vocabulary vocabulary, List<Word> taken)
    {
        for (int length = word.Raw.Length - 1; length >= 2; length--)
        {
            string head = word.Raw[..length], tail = word.Raw[^length..];
            bool atStart = vocabulary.Find(head) >= 0;
            if (!atStart && vocabulary.Find(tail) < 0) continue;
            string rest = atStart ? word.Raw[length..] : word.Raw[..^length];
            Word found = new(atStart ? head : tail, atStart ? head : tail, WordClass.Distinctive);
            Word other = FixedWords.TryFind(rest, out Word known) ? known : new Word(rest, rest, WordClass.Distinctive);
            taken.Add(atStart ? found : other);
            taken.Add(atStart ? other : found);
            return;
        }
        taken.Add(word);
    }
}
