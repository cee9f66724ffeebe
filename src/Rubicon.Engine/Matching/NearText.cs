namespace Rubicon.Matching;

/// <summary>What it says that the letters of a query and a name, without spaces, differ by a typing error or two.</summary>
internal static class NearText
{
    // One error in ten letters gives 0.935.
    private const double ErrorShare = 0.65;
    private const double OtherDivision = 0.98;
    // The more parties bear a word of the query, the less it is another one misspelled: Fernandez is not Hernandez.
    private const double BorneLoss = 0.03;
    private const int ShortestOwn = 3;

    /// <summary>
    /// The score that the nearness of the texts gives by itself; 0 where it says nothing: no nearness, a word in place of another that is known too
    /// ("Systems" for "Industries"), or more errors than words that differ.
    /// </summary>
    /// <param name="name">The name, loaded.</param>
    /// <param name="alignment">Its alignment with the query.</param>
    /// <param name="errors">Errors between the texts, or -1.</param>
    public static double Score(NameForm name, Alignment alignment, int errors)
    {
        if (errors < 0 || name.Kind.HasFlag(FormKind.Weak) || NameDoubts.IsOneMisspelled(name, alignment)) return 0;
        QueryForm query = alignment.Query;
        if (IsShortAndOther(name, query)) return 0;
        int asked = 0, stated = 0;
        double loss = 0;
        for (int q = 0; q < query.Words.Length; q++)
        {
            if (Holds(name.Words, query.Words[q].Raw)) continue;
            asked++;
            if (IsSame(alignment, q)) continue;
            if (query.IsFixedWord(q)) return 0;
            if (query.Words[q].Raw.Length >= QueryForm.ShortestOther) loss += BorneLoss * Math.Log2(Math.Max(1, query.Bearers[q]));
        }
        for (int n = 0; n < name.Count; n++)
        {
            if (!Holds(query.Words, name.Words[n].Raw)) stated++;
        }
        if (errors > Math.Max(asked, stated)) return 0;
        return errors == 0 ? OtherDivision - loss : 1 - loss - ErrorShare * errors / query.Letters.Length;
    }

    // "ZTT Corporation" is not ZTE Corporation, however few letters differ: three letters are all that it has of its own.
    private static bool IsShortAndOther(NameForm name, QueryForm query)
    {
        int letters = 0;
        bool same = false;
        foreach (Word word in name.Words)
        {
            if (!word.IsKey) continue;
            letters += word.Raw.Length;
            same |= Holds(query.Words, word.Raw);
        }
        return letters is > 0 and <= ShortestOwn && !same;
    }

    // Paired as the same word: "mohamed" and "muhammad", "tech" and "technology".
    private static bool IsSame(Alignment alignment, int queryAt)
    {
        foreach (WordPair pair in alignment.Pairs)
        {
            if (pair.QueryAt <= queryAt && queryAt < pair.QueryAt + pair.QueryCount) return pair.Agreement is Agreement.Equal or Agreement.Joined;
        }
        return false;
    }

    private static bool Holds(ReadOnlySpan<Word> words, string raw)
    {
        foreach (Word word in words)
        {
            if (string.Equals(word.Raw, raw, StringComparison.Ordinal)) return true;
        }
        return false;
    }
}
