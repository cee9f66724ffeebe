namespace Rubicon.Matching;

/// <summary>
/// Finds the names that can score at or above a threshold without scoring all. Some words of the query have to agree, or what is extra outweighs all the rest: it is
/// enough to follow the cheapest such words, with their misspellings and runs, to the names that hold them.
/// </summary>
internal sealed class CandidateIndex
{
    // The bound and the score add the same weights in another order.
    private const double Rounding = 1e-9;

    private readonly int[] starts;
    private readonly int[] postings;

    /// <summary>Files the forms under their terms.</summary>
    public CandidateIndex(FormTable forms, Vocabulary vocabulary)
    {
        starts = new int[vocabulary.TermCount + 1];
        int[] last = new int[vocabulary.TermCount];
        for (int form = 0; form < forms.Count; form++)
        {
            foreach (int word in forms.Words(form))
            {
                int term = vocabulary.TermOf(word);
                if (last[term] == form + 1) continue;
                last[term] = form + 1;
                starts[term + 1]++;
            }
        }
        for (int i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        postings = new int[starts[^1]];
        int[] next = [.. starts];
        Array.Clear(last);
        for (int form = 0; form < forms.Count; form++)
        {
            foreach (int word in forms.Words(form))
            {
                int term = vocabulary.TermOf(word);
                if (last[term] == form + 1) continue;
                last[term] = form + 1;
                postings[next[term]++] = form;
            }
        }
    }

    /// <summary>Adds the names worth scoring, and the others given, in order of their numbers.</summary>
    public void Find(NearWords near, SearchRoom room, double threshold, ReadOnlySpan<int> others)
    {
        bool[] needed = Needed(near, room, threshold);
        room.Candidates.Clear();
        int turn = room.NextTurn();
        foreach (NearWord way in near.Ways)
        {
            for (int q = way.QueryAt; q < way.QueryAt + way.QueryCount; q++)
            {
                if (!needed[q]) continue;
                Add(way.Term, room, turn);
                break;
            }
        }
        foreach ((int q, int term, _) in near.Splits)
        {
            if (needed[q]) Add(term, room, turn);
        }
        foreach (int form in room.NearTexts.Keys) AddForm(form, room, turn);
        foreach (int form in others) AddForm(form, room, turn);
        room.Candidates.Sort();
    }

    private void Add(int term, SearchRoom room, int turn)
    {
        for (int at = starts[term]; at < starts[term + 1]; at++) AddForm(postings[at], room, turn);
    }

    private static void AddForm(int form, SearchRoom room, int turn)
    {
        if (room.Seen[form] == turn) return;
        room.Seen[form] = turn;
        room.Candidates.Add(form);
    }

    // A name that holds none of the needed words scores below the threshold.
    private bool[] Needed(NearWords near, SearchRoom room, double threshold)
    {
        QueryForm query = near.Query!;
        int count = query.Words.Length;
        Span<long> cost = stackalloc long[count];
        Span<double> most = stackalloc double[count];
        cost.Clear();
        most.Clear();
        foreach (NearWord way in near.Ways)
        {
            for (int q = way.QueryAt; q < way.QueryAt + way.QueryCount; q++)
            {
                cost[q] += starts[way.Term + 1] - starts[way.Term];
                most[q] = Math.Max(most[q], way.MostWeight);
            }
        }
        foreach ((int q, int term, int parts) in near.Splits)
        {
            cost[q] += starts[term + 1] - starts[term];
            most[q] = Math.Max(most[q], parts);
        }
        bool[] needed = room.Needed;
        Array.Clear(needed);
        while (true)
        {
            if (IsEnough(query, needed, most, threshold)) break;
            int best = -1;
            for (int q = 0; q < count; q++)
            {
                if (!needed[q] && query.LeastWeight(q) > 0 && (best < 0 || cost[q] < cost[best])) best = q;
            }
            if (best < 0)
            {
                Array.Fill(needed, true, 0, count);
                return needed;
            }
            needed[best] = true;
        }
        // The cheapest were taken first; a dear one taken last may be enough without some of them.
        for (int drop = 0; drop < count; drop++)
        {
            int dearest = -1;
            for (int q = 0; q < count; q++)
            {
                if (needed[q] && !room.Kept[q] && (dearest < 0 || cost[q] > cost[dearest])) dearest = q;
            }
            if (dearest < 0) break;
            needed[dearest] = false;
            if (!IsEnough(query, needed, most, threshold)) (needed[dearest], room.Kept[dearest]) = (true, true);
        }
        Array.Clear(room.Kept);
        return needed;
    }

    private static bool IsEnough(QueryForm query, bool[] needed, ReadOnlySpan<double> most, double threshold)
    {
        double agreed = 0, lost = 0, others = 0;
        int words = 0;
        for (int q = 0; q < query.Words.Length; q++)
        {
            if (needed[q])
            {
                lost += query.LeastWeight(q);
                continue;
            }
            agreed += most[q];
            others += query.LeastWeight(q);
            if (!query.Words[q].IsSilent) words++;
        }
        if (agreed == 0) return true;
        // A name that stands whole inside the query, in words that are not needed, counts by itself.
        if (threshold <= NameScore.Inside + Rounding && words > 1) return false;
        return lost > others + Rounding && agreed / (agreed + NameScore.Extra * LeastExtra(query, needed, lost)) < threshold - Rounding;
    }

    // Numbers of a series count a quarter.
    private static double LeastExtra(QueryForm query, bool[] needed, double lost)
    {
        for (int q = 0; q < query.Words.Length; q++)
        {
            if (needed[q] && query.Words[q].Class == WordClass.Number) lost -= query.LeastWeight(q) * (1 - NameScore.OtherOfSeries);
        }
        return lost;
    }
}
