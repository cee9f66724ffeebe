namespace Rubicon.Matching;

/// <summary>A way in which words of the query agree with a word of the list.</summary>
/// <param name="QueryAt">First word of the query.</param>
/// <param name="QueryCount">How many words of the query.</param>
/// <param name="Agreement">How they agree.</param>
/// <param name="Similarity">How alike they are.</param>
/// <param name="MostWeight">The most that the word of the list can weigh in a name.</param>
/// <param name="Term">The term of the list.</param>
/// <param name="Next">The next way of the same term, or -1.</param>
internal readonly record struct NearWord(int QueryAt, int QueryCount, Agreement Agreement, double Similarity, double MostWeight, int Term, int Next);

/// <summary>
/// For one query, which words of the list agree with which of its words, and how. What is found here is all that pairs words, for the candidate search and for
/// scoring every name alike. Used again and again, not thread-safe.
/// </summary>
internal sealed class NearWords(Vocabulary vocabulary, SpellingKeys spellings)
{
    private const double KnownWordLoss = 0.08, OftenBornLoss = 0.03, MostKnownLoss = 0.3, LeastOfFixed = 0.84;
    private const int ShortestFixed = 5, ShortestLegal = 4;

    private readonly int[] first = NewFirst(vocabulary.TermCount);
    private readonly List<uint> keys = [];
    private readonly List<int> found = [];
    private readonly int[] seen = new int[vocabulary.WordCount];
    private int turn;
    private readonly bool[] canSplit = new bool[WordReader.WordLimit];

    /// <summary>The query whose words were looked up last.</summary>
    public QueryForm? Query { get; private set; }

    /// <summary>All ways found.</summary>
    public List<NearWord> Ways { get; } = [];

    /// <summary>Terms of the list that stand in a name whose words, written together, may make a word of the query.</summary>
    public List<(int QueryAt, int Term, int Parts)> Splits { get; } = [];

    /// <summary>The first way in which a term of the list agrees, or -1.</summary>
    public int First(int term) => first[term];

    /// <summary>True when the word may be several words of the list written together.</summary>
    public bool CanSplit(int queryAt) => canSplit[queryAt];

    /// <summary>Looks the words of a query up.</summary>
    public void Prepare(QueryForm query)
    {
        if (ReferenceEquals(Query, query)) return;
        foreach (NearWord way in Ways) first[way.Term] = -1;
        Ways.Clear();
        Splits.Clear();
        Query = query;
        for (int q = 0; q < query.Words.Length; q++)
        {
            Word word = query.Words[q];
            int term = vocabulary.Find(word.Text);
            if (term >= 0) Add(q, 1, Agreement.Equal, 1, MostWeight(word), term);
            if (word.Class != WordClass.Number && !Han.Is(word.Raw[0])) AddMisspelled(q, word, term, query.Known[q]);
            AddRuns(query, q);
            int before = Splits.Count;
            if (word.Raw.Length >= Alignment.ShortestJoined) AddSplits(q, word.Raw, 0, -1, 1);
            canSplit[q] = Splits.Count > before;
        }
    }

    private void AddMisspelled(int q, Word word, int own, bool known)
    {
        string sound = SoundForm.Of(word.Raw);
        found.Clear();
        spellings.Near(word.Raw, sound, keys, found);
        LetterSet letters = new(word.Raw, sound);
        int now = NextTurn();
        foreach (int number in found)
        {
            if (seen[number] == now) continue;
            seen[number] = now;
            if (!letters.MayBeNear(vocabulary.Letters(number))) continue;
            int term = vocabulary.TermOf(number);
            if (term == own) continue;
            Word other = vocabulary.Word(number);
            // A fixed word is misspelled only for a word of a party's own, and an abbreviation is no word to misspell.
            if (word.Class != WordClass.Distinctive && (other.Class != WordClass.Distinctive || word.Raw.Length < ShortestFixed)) continue;
            if (other.Class != WordClass.Distinctive && other.Raw.Length < (other.Class == WordClass.Legal && !known ? ShortestLegal : ShortestFixed)) continue;
            double similarity = Spelling.Similarity(word.Raw, sound, other.Raw, vocabulary.Sound(number));
            if (similarity <= 0) continue;
            if (word.Class != WordClass.Distinctive && similarity < LeastOfFixed) continue;
            if (known) similarity -= KnownLoss(Query!.Bearers[q]);
            Add(q, 1, Agreement.Misspelled, similarity, MostWeight(number), term);
        }
    }

    // A word that many parties bear is hardly a misspelled one: Fernandez is not Hernandez.
    private static double KnownLoss(int bearers) => Math.Min(MostKnownLoss, KnownWordLoss + OftenBornLoss * Math.Log2(Math.Max(1, bearers)));

    private int NextTurn()
    {
        if (turn == int.MaxValue)
        {
            Array.Clear(seen);
            turn = 0;
        }
        return ++turn;
    }

    // Words of the query that make one word of the list when written together.
    private void AddRuns(QueryForm query, int q)
    {
        string run = query.Words[q].Raw;
        for (int count = 2; count <= Alignment.LongestRun && q + count <= query.Words.Length; count++)
        {
            run += query.Words[q + count - 1].Raw;
            if (run.Length < Alignment.ShortestJoined) continue;
            for (int number = vocabulary.FindRaw(run); number >= 0; number = vocabulary.NextSameRaw(number))
                Add(q, count, Agreement.Joined, Alignment.JoinedSimilarity, MostWeight(number), vocabulary.TermOf(number));
        }
    }

    // A word of the query that makes several words of the list: each cut where both sides are words of the list.
    private void AddSplits(int q, string raw, int from, int before, int parts)
    {
        for (int at = from + 1; at < raw.Length; at++)
        {
            int left = vocabulary.FindRaw(raw.AsSpan(from, at - from));
            if (left < 0) continue;
            int right = vocabulary.FindRaw(raw.AsSpan(at));
            // Any of the parts leads to the name; the last one is filed.
            if (right >= 0) Splits.Add((q, vocabulary.TermOf(right), parts + 1));
            for (int same = right < 0 ? -1 : vocabulary.NextSameRaw(right); same >= 0; same = vocabulary.NextSameRaw(same)) Splits.Add((q, vocabulary.TermOf(same), parts + 1));
            if (parts + 1 < Alignment.LongestRun && before < 0) AddSplits(q, raw, at, left, parts + 1);
        }
    }

    private void Add(int q, int count, Agreement agreement, double similarity, double most, int term)
    {
        // Several spellings of one term may be near: the nearest counts.
        for (int at = first[term]; at >= 0; at = Ways[at].Next)
        {
            NearWord way = Ways[at];
            if (way.QueryAt != q || way.QueryCount != count) continue;
            if (way.Similarity < similarity) Ways[at] = way with { Agreement = agreement, Similarity = similarity, MostWeight = Math.Max(way.MostWeight, most) };
            else if (way.MostWeight < most) Ways[at] = way with { MostWeight = most };
            return;
        }
        Ways.Add(new NearWord(q, count, agreement, similarity, most, term, first[term]));
        first[term] = Ways.Count - 1;
    }

    private static double MostWeight(Word word) => word.IsKey ? 1 : NameForm.MostCommonWeight;

    private double MostWeight(int word) => MostWeight(vocabulary.Word(word));

    private static int[] NewFirst(int count)
    {
        int[] all = new int[count];
        Array.Fill(all, -1);
        return all;
    }
}
