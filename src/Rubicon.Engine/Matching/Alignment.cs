using System.Text;

namespace Rubicon.Matching;

/// <summary>How two runs of words came to agree.</summary>
internal enum Agreement : byte
{
    /// <summary>The same word.</summary>
    Equal,

    /// <summary>The same letters, divided into words another way.</summary>
    Joined,

    /// <summary>The same but for typing errors, or written as another language writes the sound.</summary>
    Misspelled,

    /// <summary>One is the first letter of the other.</summary>
    Initial,
}

/// <summary>Words of the query that agree with words of the name.</summary>
internal readonly record struct WordPair(int QueryAt, int QueryCount, int NameAt, int NameCount, Agreement Agreement, double Similarity);

/// <summary>
/// Pairs the words of a query with those of a name, in any order, the most alike first: equal words of the name's own, words divided another way, equal common
/// words, misspelled ones; last what is left on both sides as one text. Used again and again, not thread-safe.
/// </summary>
internal sealed class Alignment(NearWords near)
{
    /// <summary>Most words that are read as one.</summary>
    public const int LongestRun = 3;

    /// <summary>Letters that a word divided another way must have.</summary>
    public const int ShortestJoined = 5;

    /// <summary>How alike words are that differ in where they are divided.</summary>
    public const double JoinedSimilarity = 0.97;

    private const double ErrorShare = 0.8;
    private const int LongestRest = Spelling.LongestCompared;

    private readonly bool[] queryUsed = new bool[WordReader.WordLimit];
    private readonly bool[] nameUsed = new bool[WordReader.WordLimit];
    private readonly List<(double Order, WordPair Pair)> options = [];
    private readonly StringBuilder queryRest = new(), nameRest = new();

    /// <summary>The pairs found last.</summary>
    public List<WordPair> Pairs { get; } = [];

    /// <summary>The query aligned.</summary>
    public QueryForm Query => near.Query!;

    /// <summary>True when the query's word found no partner.</summary>
    public bool IsExtra(int queryAt) => !queryUsed[queryAt];

    /// <summary>True when the name's word found no partner.</summary>
    public bool IsMissing(int nameAt) => !nameUsed[nameAt];

    /// <summary>Pairs the words of the query that was prepared last with those of the name.</summary>
    public void Align(NameForm name)
    {
        QueryForm query = Query;
        Array.Clear(queryUsed, 0, query.Words.Length);
        Array.Clear(nameUsed, 0, name.Count);
        Pairs.Clear();
        options.Clear();
        ReadOnlySpan<int> terms = name.Terms;
        for (int n = 0; n < terms.Length; n++)
        {
            for (int at = near.First(terms[n]); at >= 0;)
            {
                NearWord way = near.Ways[at];
                Add(new WordPair(way.QueryAt, way.QueryCount, n, 1, way.Agreement, way.Similarity), name);
                at = way.Next;
            }
        }
        for (int q = 0; q < query.Words.Length; q++)
        {
            if (!near.CanSplit(q)) continue;
            string raw = query.Words[q].Raw;
            for (int n = 0; n < name.Count - 1; n++)
            {
                int count = RunOf(name.Words, n, raw);
                if (count > 1) Add(new WordPair(q, 1, n, count, Agreement.Joined, JoinedSimilarity), name);
            }
        }
        foreach ((_, WordPair pair) in options)
        {
            if (IsFree(queryUsed, pair.QueryAt, pair.QueryCount) && IsFree(nameUsed, pair.NameAt, pair.NameCount)) Use(pair);
        }
        if (Pairs.Count == 0 || LeftOver(query) > 0) return;
        PairInitials(query, name);
        PairRest(query, name);
    }

    // Kept sorted: the best first, the first of equal ones first. There are few.
    private void Add(WordPair pair, NameForm name)
    {
        // Common words after runs, so that "Co mpany" is not a company and a rest.
        double order = pair.Agreement == Agreement.Equal ? name.Words[pair.NameAt].IsKey ? 2 : 1 : pair.Agreement == Agreement.Joined ? 1.5 : pair.Similarity;
        int at = options.Count;
        while (at > 0 && (options[at - 1].Order < order || (options[at - 1].Order == order && Before(pair, options[at - 1].Pair)))) at--;
        options.Insert(at, (order, pair));
    }

    private static bool Before(WordPair a, WordPair b) => a.QueryAt != b.QueryAt ? a.QueryAt < b.QueryAt : a.NameAt < b.NameAt;

    private static bool IsFree(bool[] used, int from, int count)
    {
        for (int i = from; i < from + count; i++)
        {
            if (used[i]) return false;
        }
        return true;
    }

    // How many words from there on make up the text; 0 when none do.
    private static int RunOf(ReadOnlySpan<Word> words, int from, string text)
    {
        int at = 0;
        for (int count = 1; count <= LongestRun && from + count <= words.Length; count++)
        {
            string raw = words[from + count - 1].Raw;
            if (string.CompareOrdinal(text, at, raw, 0, raw.Length) != 0) return 0;
            at += raw.Length;
            if (at == text.Length) return count;
        }
        return 0;
    }

    // How much more of the query is left than paired.
    private double LeftOver(QueryForm query)
    {
        double left = 0;
        for (int q = 0; q < query.Words.Length; q++) left += queryUsed[q] ? -query.LeastWeight(q) : query.LeastWeight(q);
        return left;
    }

    private void PairInitials(QueryForm query, NameForm name)
    {
        for (int q = 0; q < query.Words.Length; q++)
        {
            for (int n = 0; n < name.Count && !queryUsed[q]; n++)
            {
                if (!nameUsed[n] && IsInitial(query.Words[q], name.Words[n]) && (query.Words[q].Raw.Length == 1 || IsLastOfOwn(name, n))) Use(new WordPair(q, 1, n, 1, Agreement.Initial, JoinedSimilarity));
            }
        }
    }

    // "Karen Choi" is not Karen C. Handel: an initial of the name stands for a word of the query only where the name has no other word left.
    private bool IsLastOfOwn(NameForm name, int initial)
    {
        for (int n = 0; n < name.Count; n++)
        {
            if (n != initial && !nameUsed[n] && !name.Words[n].IsSilent && name.Words[n].Raw.Length > 1) return false;
        }
        return true;
    }

    private static bool IsInitial(Word a, Word b) => a.Raw.Length == 1 != (b.Raw.Length == 1) && a.Raw[0] == b.Raw[0] && a.Raw[0] is >= 'a' and <= 'z'
        && a.Class == WordClass.Distinctive && b.Class == WordClass.Distinctive;

    // "A-LFAQIH" and "al-Faqih": what is left stands side by side on both sides, and is more than a word on one of them.
    private void PairRest(QueryForm query, NameForm name)
    {
        (int fromQuery, int queryCount) = Rest(query.Words, queryUsed, queryRest);
        if (queryCount == 0) return;
        (int fromName, int nameCount) = Rest(name.Words, nameUsed, nameRest);
        if (nameCount == 0 || queryCount + nameCount < 3) return;
        int longest = Math.Max(queryRest.Length, nameRest.Length), allowed = longest switch { < 5 => 0, < 9 => 1, < 14 => 2, _ => 3 };
        if (longest > LongestRest || Math.Abs(queryRest.Length - nameRest.Length) > allowed) return;
        Span<char> a = stackalloc char[LongestRest], b = stackalloc char[LongestRest];
        queryRest.CopyTo(0, a, queryRest.Length);
        nameRest.CopyTo(0, b, nameRest.Length);
        a = a[..queryRest.Length];
        b = b[..nameRest.Length];
        if (a.ContainsAnyInRange('0', '9') || b.ContainsAnyInRange('0', '9')) return;
        int errors = Spelling.Distance(a, b, allowed);
        if (errors > allowed) return;
        Use(new WordPair(fromQuery, queryCount, fromName, nameCount, errors == 0 ? Agreement.Joined : Agreement.Misspelled,
            errors == 0 ? JoinedSimilarity : 1 - ErrorShare * errors / longest - (1 - JoinedSimilarity)));
    }

    // From the first to the last word that is left and says something; nothing when a word between them is used.
    private static (int From, int Count) Rest(ReadOnlySpan<Word> words, bool[] used, StringBuilder text)
    {
        text.Clear();
        int from = -1, to = -1;
        for (int i = 0; i < words.Length; i++)
        {
            if (used[i] || words[i].Class == WordClass.Legal) continue;
            if (from < 0) from = i;
            to = i;
        }
        if (from < 0) return (0, 0);
        for (int i = from; i <= to; i++)
        {
            if (used[i]) return (0, 0);
            text.Append(words[i].Raw);
            if (text.Length > LongestRest) return (0, 0);
        }
        return (from, to - from + 1);
    }

    private void Use(WordPair pair)
    {
        Pairs.Add(pair);
        queryUsed.AsSpan(pair.QueryAt, pair.QueryCount).Fill(true);
        nameUsed.AsSpan(pair.NameAt, pair.NameCount).Fill(true);
    }
}
