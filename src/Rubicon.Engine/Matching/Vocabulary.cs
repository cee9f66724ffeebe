namespace Rubicon.Matching;

/// <summary>
/// The words of all names of a party list, and how much each weighs: 1 - 0.3 ln(n)/ln(N), n the parties that bear it, N
/// all parties but at least 1,000, so that short lists do not call a word common that two of five parties share. The slope
/// is gentle because a list names a hundred affiliates of one group: their common word is still the group's own. A word has a number, and so has its term, the form
/// to which its spellings are brought ("technologies": technology).
/// </summary>
internal sealed class Vocabulary
{
    private const double Slope = 0.3;
    private const int FewestParties = 1_000;
    private const double NumberWeight = 0.6, WornWeight = 0.55;

    /// <summary>What a single letter weighs.</summary>
    public const double LetterWeight = 0.3;

    private const double PatronymicWeight = 0.5;

    private static readonly string[] Patronymics = ["ovich", "evich", "ovych", "evych", "ovna", "evna", "ivna"];


    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> terms = new(StringComparer.Ordinal);
    private readonly List<Word> byNumber = [];
    private readonly List<int> nextSameRaw = [];
    private readonly List<int> termOfWord = [];
    private readonly List<string> sounds = [];
    private readonly List<int> parties = [];
    private readonly List<int> lastParty = [];
    private float[] ownWeights = [];
    private LetterSet[] letters = [];
    private Word[] closed = [];
    private int[] closedTerms = [];
    private double logOfParties = Math.Log(FewestParties);

    /// <summary>How many words.</summary>
    public int WordCount => byNumber.Count;

    /// <summary>How many terms.</summary>
    public int TermCount => parties.Count;

    /// <summary>The word of that number.</summary>
    public ref readonly Word Word(int number) => ref closed[number];

    /// <summary>The term of a word.</summary>
    public int TermOf(int word) => closedTerms[word];

    /// <summary>The sound form of a word.</summary>
    public string Sound(int word) => sounds[word];

    /// <summary>Which letters a word holds.</summary>
    public LetterSet Letters(int word) => letters[word];

    /// <summary>All words as written.</summary>
    public IReadOnlyList<string> Raws => [.. byNumber.Select(w => w.Raw)];

    /// <summary>The sound forms of all words.</summary>
    public IReadOnlyList<string> Sounds => sounds;

    /// <summary>Counts a word as used by a party and gives its number. Parties come in order.</summary>
    public int Add(Word word, int party)
    {
        int term = AddTerm(word.Text);
        if (lastParty[term] != party)
        {
            lastParty[term] = party;
            parties[term]++;
        }
        int last = -1;
        if (words.TryGetValue(word.Raw, out int number))
        {
            for (; number >= 0; number = nextSameRaw[number])
            {
                if (byNumber[number].Class == word.Class && termOfWord[number] == term) return number;
                last = number;
            }
        }
        number = byNumber.Count;
        byNumber.Add(word);
        sounds.Add(SoundForm.Of(word.Raw));
        nextSameRaw.Add(-1);
        termOfWord.Add(term);
        if (last >= 0) nextSameRaw[last] = number;
        else words.Add(word.Raw, number);
        return number;
    }

    private int AddTerm(string text)
    {
        if (terms.TryGetValue(text, out int term)) return term;
        term = parties.Count;
        terms.Add(text, term);
        parties.Add(0);
        lastParty.Add(-1);
        return term;
    }

    /// <summary>Ends the counting.</summary>
    public void Close(int partyCount)
    {
        logOfParties = Math.Log(Math.Max(partyCount, FewestParties));
        ownWeights = new float[byNumber.Count];
        letters = new LetterSet[byNumber.Count];
        closed = [.. byNumber];
        closedTerms = [.. termOfWord];
        for (int i = 0; i < ownWeights.Length; i++)
        {
            Word word = byNumber[i];
            letters[i] = new LetterSet(word.Raw, sounds[i]);
            if (!word.IsKey) continue;
            double weight = WeightOf(word);
            ownWeights[i] = (float)(WornWords.Contains(word.Text) ? Math.Min(weight, WornWeight) : weight);
        }
    }

    /// <summary>The number of a term, or -1 when no name holds it.</summary>
    public int Find(ReadOnlySpan<char> text) =>
        terms.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out int term) ? term : -1;

    /// <summary>How many parties bear a term.</summary>
    public int PartiesWith(int term) => parties[term];

    /// <summary>The first word that is written so, or -1; the others by <see cref="NextSameRaw"/>.</summary>
    public int FindRaw(ReadOnlySpan<char> raw) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(raw, out int word) ? word : -1;

    /// <summary>The next word that is written the same and means another thing, or -1.</summary>
    public int NextSameRaw(int word) => nextSameRaw[word];

    /// <summary>What a word weighs in a name by itself; 0 for words that do not tell parties apart.</summary>
    public float OwnWeight(int word) => ownWeights[word];

    /// <summary>How much a word that tells parties apart weighs: less when many bear it, when it is a number, and when it is short; a word of no name weighs as a rare one.</summary>
    public double WeightOf(Word word)
    {
        double weight = Short(word);
        if (terms.TryGetValue(word.Text, out int term)) weight *= 1 - Slope * Math.Log(parties[term]) / logOfParties;
        return word.Class == WordClass.Number ? Math.Min(weight, NumberWeight) : weight;
    }

    // One letter, then two, say little; a single Han character is half a name.
    // Nor does a father's name, which one writes and another leaves out.
    private static double Short(Word word) => Han.Is(word.Raw[0]) ? 1 : word.Raw.Length switch { 1 => LetterWeight, 2 => 0.75, _ => IsPatronymic(word.Raw) ? PatronymicWeight : 1 };

    private static bool IsPatronymic(string word)
    {
        if (word.Length < 7) return false;
        foreach (string ending in Patronymics)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
