using System.Buffers;

namespace Rubicon.Matching;

/// <summary>
/// Finds the names that can score at or above <see cref="MatchThreshold.Possible"/> without scoring all. A name scores
/// nothing unless one of its deciding words is paired, so it is enough to follow the words of the query, their misspellings and
/// their runs to the names that hold them, and to leave out those whose best possible score is too low.
/// </summary>
internal sealed class CandidateIndex
{
    // The bound and the score add the same weights in another order.
    private const double Rounding = 1e-9;

    private readonly IReadOnlyList<NameForm> names;
    private readonly Vocabulary vocabulary;
    private readonly int[] starts;
    private readonly int[] postings;
    private readonly float[] weights;
    private readonly SpellingKeys spellings;
    private readonly int[] spelled;
    private readonly HashedPostings runs;

    /// <summary>Files the names; each form's words must be in the vocabulary.</summary>
    public CandidateIndex(IReadOnlyList<NameForm> names, Vocabulary vocabulary)
    {
        (this.names, this.vocabulary) = (names, vocabulary);
        (int Word, int Name, float Weight)[] deciding = [.. Deciding()];
        starts = new int[vocabulary.Count + 1];
        foreach ((int word, _, _) in deciding) starts[word + 1]++;
        for (int i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        postings = new int[deciding.Length];
        weights = new float[deciding.Length];
        int[] next = [.. starts];
        foreach ((int word, int name, float weight) in deciding)
        {
            postings[next[word]] = name;
            weights[next[word]++] = weight;
        }
        spelled = [.. Enumerable.Range(0, vocabulary.Count).Where(w => starts[w] < starts[w + 1] && Spelling.ErrorsAllowed(vocabulary[w]) > 0)];
        spellings = new SpellingKeys([.. spelled.Select(w => vocabulary[w])]);
        runs = Runs();
    }

    /// <summary>The names worth scoring, in order of their numbers.</summary>
    public List<int> Find(QueryForm query)
    {
        double[] reached = ArrayPool<double>.Shared.Rent(names.Count);
        Array.Clear(reached, 0, names.Count);
        List<int> touched = [];
        HashSet<string> done = new(StringComparer.Ordinal);
        for (int q = 0; q < query.Words.Length; q++)
        {
            Word word = query.Words[q];
            // Raw and brought-together forms may both lead somewhere: "comm" is filed as "communication".
            Reach(word.Text, reached, touched);
            if (word.Class == WordClass.Distinctive) ReachMisspelled(word.Text, reached, touched);
            string run = word.Raw;
            for (int count = 2; count <= Alignment.LongestRun && q + count <= query.Words.Length; count++)
            {
                run += query.Words[q + count - 1].Raw;
                if (run.Length >= Alignment.ShortestJoined && done.Add(run)) ReachRaw(run, reached, touched);
            }
            if (word.Raw.Length >= Alignment.ShortestJoined) ReachRuns(word.Raw, reached, touched);
        }
        List<int> found = [];
        foreach (int name in touched)
        {
            // A name may have been touched more than once.
            if (reached[name] > 0 && CanReach(names[name], reached[name])) found.Add(name);
            reached[name] = 0;
        }
        ArrayPool<double>.Shared.Return(reached);
        found.Sort();
        return found;
    }

    private static bool CanReach(NameForm name, double deciding)
    {
        double best = Math.Min(deciding, name.KeyTotal);
        double agreed = best + name.OtherTotal;
        double share = name.LastKeyClass <= WordClass.Number ? NameScore.KeyMissing : name.CommonMissingShare;
        return agreed / (agreed + share * (name.KeyTotal - best)) >= MatchThreshold.Possible - Rounding;
    }

    private IEnumerable<(int Word, int Name, float Weight)> Deciding()
    {
        for (int name = 0; name < names.Count; name++)
        {
            NameForm form = names[name];
            for (int n = 0; n < form.Words.Length; n++)
            {
                if (form.Decides(n)) yield return (vocabulary.Find(form.Words[n].Text), name, (float)form.Weights[n]);
            }
        }
    }

    private HashedPostings Runs()
    {
        List<uint> keys = new(names.Count * 8);
        List<int> values = new(names.Count * 8);
        for (int name = 0; name < names.Count; name++)
        {
            NameForm form = names[name];
            for (int n = 0; n < form.Words.Length; n++)
            {
                uint hash = HashedPostings.Take(HashedPostings.Start, form.Words[n].Raw);
                bool decides = form.Decides(n);
                for (int count = 2; count <= Alignment.LongestRun && n + count <= form.Words.Length; count++)
                {
                    hash = HashedPostings.Take(hash, form.Words[n + count - 1].Raw);
                    decides |= form.Decides(n + count - 1);
                    if (!decides) continue;
                    keys.Add(hash);
                    values.Add(name);
                }
            }
        }
        return new HashedPostings(keys, values);
    }

    private void Reach(string text, double[] reached, List<int> touched)
    {
        int word = vocabulary.Find(text);
        if (word >= 0) Reach(word, reached, touched);
    }

    private void Reach(int word, double[] reached, List<int> touched)
    {
        for (int at = starts[word]; at < starts[word + 1]; at++)
        {
            if (reached[postings[at]] == 0) touched.Add(postings[at]);
            reached[postings[at]] += weights[at] + Rounding;
        }
    }

    private void ReachMisspelled(string text, double[] reached, List<int> touched)
    {
        if (Spelling.ErrorsAllowed(text) == 0) return;
        foreach (int near in spellings.Near(text))
        {
            string word = vocabulary[spelled[near]];
            if (Spelling.Errors(text, word) > 0) Reach(spelled[near], reached, touched);
        }
    }

    // A run of the query that makes one word: as it is written in the name, which may be a spelling of a fixed word.
    private void ReachRaw(string run, double[] reached, List<int> touched)
    {
        Reach(run, reached, touched);
        if (FixedWords.TryFind(run, out Word word) && word.Text != run) Reach(word.Text, reached, touched);
    }

    private void ReachRuns(string raw, double[] reached, List<int> touched)
    {
        List<int> found = [];
        runs.AddTo(found, HashedPostings.Take(HashedPostings.Start, raw));
        foreach (int name in found)
        {
            if (reached[name] == 0) touched.Add(name);
            reached[name] += names[name].KeyTotal + Rounding;
        }
    }
}
