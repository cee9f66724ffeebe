namespace Rubicon.Matching;

/// <summary>How two runs of words came to agree.</summary>
internal enum Agreement : byte
{
    /// <summary>The same word.</summary>
    Equal,

    /// <summary>The same letters, divided into words another way.</summary>
    Joined,

    /// <summary>The same but for typing errors.</summary>
    Misspelled,
}

/// <summary>Words of the query that agree with words of the name.</summary>
internal readonly record struct WordPair(
    int QueryAt, int QueryCount, int NameAt, int NameCount, Agreement Agreement, int Errors, double Similarity);

/// <summary>
/// Pairs the words of a query with those of a name, in any order: equal words first, then words divided another way, then
/// misspelled ones, the most alike first. Made once and used for many names; not thread-safe.
/// </summary>
internal sealed class Alignment
{
    /// <summary>Most words that are read as one.</summary>
    public const int LongestRun = 3;

    /// <summary>Letters that a word divided another way must have.</summary>
    public const int ShortestJoined = 5;

    private const double JoinedSimilarity = 0.97;
    private const double ErrorShare = 0.9;
    private const double FirstLetterLoss = 0.05;
    private const double KnownWordLoss = 0.08;

    private readonly bool[] queryUsed = new bool[WordReader.WordLimit * 2];
    private readonly bool[] nameUsed = new bool[WordReader.WordLimit * 2];

    private readonly List<WordPair> near = [];

    /// <summary>The pairs found last.</summary>
    public List<WordPair> Pairs { get; } = [];

    /// <summary>True when the query's word found no partner.</summary>
    public bool IsExtra(int queryAt) => !queryUsed[queryAt];

    /// <summary>True when the name's word found no partner.</summary>
    public bool IsMissing(int nameAt) => !nameUsed[nameAt];

    /// <summary>Pairs anew.</summary>
    public void Align(QueryForm query, NameForm name)
    {
        Array.Clear(queryUsed);
        Array.Clear(nameUsed);
        Pairs.Clear();
        // Words of the name's own before runs, so that a run does not take them apart; common words after, so that
        // "Co mpany" is not a company and a rest.
        PairEqual(query.Words, name.Words, own: true);
        PairRunsOfQuery(query.Words, name.Words);
        PairRunsOfName(query.Words, name.Words);
        PairEqual(query.Words, name.Words, own: false);
        PairMisspelled(query, name);
    }

    /// <summary>Likeness of two words with so many errors between them.</summary>
    public static double Similarity(string query, string name, int errors, bool known) =>
        1 - ErrorShare * errors / Math.Max(query.Length, name.Length)
        - (query[0] == name[0] ? 0 : FirstLetterLoss) - (known ? KnownWordLoss : 0);

    private void PairEqual(Word[] query, Word[] name, bool own)
    {
        for (int q = 0; q < query.Length; q++)
        {
            if (queryUsed[q] || query[q].IsKey != own) continue;
            for (int n = 0; n < name.Length; n++)
            {
                if (nameUsed[n] || !string.Equals(query[q].Text, name[n].Text, StringComparison.Ordinal)) continue;
                Use(new WordPair(q, 1, n, 1, Agreement.Equal, 0, 1));
                break;
            }
        }
    }

    private void PairRunsOfQuery(Word[] query, Word[] name)
    {
        for (int n = 0; n < name.Length; n++)
        {
            if (nameUsed[n] || name[n].Raw.Length < ShortestJoined) continue;
            for (int q = 0; q < query.Length - 1 && !nameUsed[n]; q++)
            {
                int count = RunOf(query, queryUsed, q, name[n].Raw);
                if (count > 1) Use(new WordPair(q, count, n, 1, Agreement.Joined, 0, JoinedSimilarity));
            }
        }
    }

    private void PairRunsOfName(Word[] query, Word[] name)
    {
        for (int q = 0; q < query.Length; q++)
        {
            if (queryUsed[q] || query[q].Raw.Length < ShortestJoined) continue;
            for (int n = 0; n < name.Length - 1 && !queryUsed[q]; n++)
            {
                int count = RunOf(name, nameUsed, n, query[q].Raw);
                if (count > 1) Use(new WordPair(q, 1, n, count, Agreement.Joined, 0, JoinedSimilarity));
            }
        }
    }

    // How many words from there on, none of them used, make up the text; 0 when none do.
    private static int RunOf(Word[] words, bool[] used, int from, string text)
    {
        int at = 0;
        for (int count = 1; count <= LongestRun && from + count <= words.Length; count++)
        {
            Word word = words[from + count - 1];
            if (used[from + count - 1] || string.CompareOrdinal(text, at, word.Raw, 0, word.Raw.Length) != 0) return 0;
            at += word.Raw.Length;
            if (at == text.Length) return count;
        }
        return 0;
    }

    private void PairMisspelled(QueryForm query, NameForm name)
    {
        near.Clear();
        for (int q = 0; q < query.Words.Length; q++)
        {
            if (queryUsed[q] || query.Words[q].Class != WordClass.Distinctive) continue;
            for (int n = 0; n < name.Words.Length; n++)
            {
                if (nameUsed[n] || name.Words[n].Class != WordClass.Distinctive) continue;
                string a = query.Words[q].Text, b = name.Words[n].Text;
                int errors = Spelling.Errors(a, b);
                if (errors > 0) near.Add(new WordPair(q, 1, n, 1, Agreement.Misspelled, errors, Similarity(a, b, errors, query.Known[q])));
            }
        }
        near.Sort((x, y) => x.Similarity != y.Similarity ? y.Similarity.CompareTo(x.Similarity)
            : x.QueryAt != y.QueryAt ? x.QueryAt.CompareTo(y.QueryAt) : x.NameAt.CompareTo(y.NameAt));
        foreach (WordPair pair in near)
        {
            if (!queryUsed[pair.QueryAt] && !nameUsed[pair.NameAt]) Use(pair);
        }
    }

    private void Use(WordPair pair)
    {
        Pairs.Add(pair);
        queryUsed.AsSpan(pair.QueryAt, pair.QueryCount).Fill(true);
        nameUsed.AsSpan(pair.NameAt, pair.NameCount).Fill(true);
    }
}
