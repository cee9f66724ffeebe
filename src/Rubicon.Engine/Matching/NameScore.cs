namespace Rubicon.Matching;

/// <summary>
/// Scores an aligned query and name: agreed weight over agreed, missing and extra weight. Missing generic words count
/// half, since short forms leave them out; extra distinctive words count nearly in full, since they make another firm.
/// </summary>
internal static class NameScore
{
    /// <summary>The share of its weight that a word of the query without partner counts.</summary>
    public const double Extra = 0.8;

    /// <summary>The share of that which a number counts beside two agreeing words: another fund of a series.</summary>
    public const double OtherOfSeries = 0.25;

    private const double KeyMissing = 0.9, KeyLeftOut = 0.25;
    private const double MostLeftOut = 0.7, Complete = 0.75, LeastOfComplete = 0.72, OtherWriting = 0.002;
    private const double OtherOrder = 0.01, OtherLegalForm = 0.01, NoLegalForm = 0.005;
    private const double Equal = 0.99, BestUnequal = 0.985;
    // Below Strong: a person must look.
    private const double PossibleCeiling = 0.82;
    private const double OneMisspelled = 0.85;
    private const double Worn = 0.6;
    private const double MostOfName = 0.7, LeastOfMost = 0.875, MostOfNameSlope = 0.3;

    /// <summary>From here on a word is no other word misspelled but the same one written another way.</summary>
    public const double SameSound = 0.94;

    /// <summary>The most for a name of which the query holds all but one word, and none of its own.</summary>
    public const double MostOfPart = 0.65;

    /// <summary>What the first letters of a name's words score, where they are not met by chance.</summary>
    public const double Initials = 0.86;

    private const double LeastOfPart = 0.6;

    /// <summary>What a name that stands whole inside a longer text scores at least.</summary>
    public const double Inside = 0.55;

    /// <summary>Scores the pair that was aligned last, 0 to 0.99; 0 when no word that decides was matched.</summary>
    /// <param name="name">The name, loaded.</param>
    /// <param name="alignment">Its alignment with the query.</param>
    /// <param name="errors">Errors between the texts without spaces where they are near (<see cref="WholeTexts"/>), or -1.</param>
    public static double Of(NameForm name, Alignment alignment, int errors)
    {
        double words = OfWords(name, alignment);
        double text = words >= Equal - OtherWriting - OtherWriting ? 0 : NearText.Score(name, alignment, errors);
        return Math.Max(words, Math.Min(text, BestUnequal) - Unlike(name, alignment));
    }

    private static double OfWords(NameForm name, Alignment alignment)
    {
        QueryForm query = alignment.Query;
        Sums sums = default;
        ReadOnlySpan<double> weights = name.Weights;
        foreach (WordPair pair in alignment.Pairs)
        {
            for (int n = pair.NameAt; n < pair.NameAt + pair.NameCount; n++)
            {
                double weight = pair.Agreement == Agreement.Initial ? Math.Min(weights[n], Vocabulary.LetterWeight) : weights[n];
                sums.Paired += weight;
                sums.Agreed += weight * pair.Similarity;
                if (pair.Agreement == Agreement.Initial) continue;
                sums.Decided |= name.Decides(n);
                if (!name.Words[n].IsKey) continue;
                sums.OwnAgreed += weights[n] * pair.Similarity;
                if (name.Words[n].Class == WordClass.Distinctive) sums.OwnWords++;
            }
        }
        if (!sums.Decided) return CommonPart(name, alignment);
        bool series = sums.OwnWords >= 2 && Conflict(name, alignment, WordClass.Number);
        double missing = Missing(name, alignment, sums, series), extra = 0;
        for (int q = 0; q < query.Words.Length; q++)
        {
            if (alignment.IsExtra(q)) extra += Extra * ExtraWeight(query, q, name) * (series && query.Words[q].Class == WordClass.Number ? OtherOfSeries : 1);
        }
        double score = sums.Agreed / (sums.Paired + missing + extra);
        if (IsComplete(name, alignment)) score = 1 - (1 - score) * Complete;
        else if (NameDoubts.IsOneMisspelled(name, alignment)) score *= OneMisspelled;
        score *= NameDoubts.Factor(name, alignment, series);
        if (score < Inside && IsInside(name, alignment)) score = Inside;
        bool equal = IsEqual(name, alignment);
        if (NameDoubts.WhyAPerson(name, alignment) is not null) score = Math.Min(score, PossibleCeiling);
        else if (equal) return Equal - Unlike(name, alignment);
        if (!InOrder(alignment)) score -= OtherOrder;
        score -= LegalForms(name, alignment) switch { 2 => OtherLegalForm, 1 => NoLegalForm, _ => 0 };
        return Math.Max(Math.Clamp(score, 0, BestUnequal) - Unlike(name, alignment), CommonPart(name, alignment));
    }

    // Of names that agree alike the one written alike comes first.
    private static double Unlike(NameForm name, Alignment alignment)
    {
        int unlike = 0;
        foreach (WordPair pair in alignment.Pairs)
            unlike += pair.Agreement == Agreement.Joined || string.Equals(alignment.Query.Words[pair.QueryAt].Raw, name.Words[pair.NameAt].Raw, StringComparison.Ordinal) ? 0 : 1;
        return (unlike == 0 ? 0 : OtherWriting * (1 + unlike / (double)alignment.Pairs.Count) / 2) + (name.Kind.HasFlag(FormKind.Part) ? OtherWriting : 0);
    }

    // Every word agrees but for two misspelled ones at most: nothing speaks for another name.
    private static bool IsComplete(NameForm name, Alignment alignment)
    {
        int misspelled = 0;
        foreach (WordPair pair in alignment.Pairs)
        {
            if (pair.Agreement != Agreement.Misspelled) continue;
            if (++misspelled > 2 || pair.Similarity < LeastOfComplete) return false;
        }
        for (int n = 0; n < name.Count; n++)
        {
            if (alignment.IsMissing(n) && !name.Words[n].IsSilent) return false;
        }
        for (int q = 0; q < alignment.Query.Words.Length; q++)
        {
            if (alignment.IsExtra(q) && !alignment.Query.Words[q].IsSilent) return false;
        }
        return true;
    }

    // All words of the query stand in the name, which has one more: where the word of its own was left out, nothing tells the
    // parties apart, and the name is shown among the others that it may be, the nearest first.
    private static double CommonPart(NameForm name, Alignment alignment)
    {
        QueryForm query = alignment.Query;
        if (query.Words.Length < 2) return 0;
        int letters = 0, agreed = 0, missing = 0;
        for (int q = 0; q < query.Words.Length; q++)
        {
            if (alignment.IsExtra(q)) return 0;
        }
        double own = 0;
        int words = 0;
        WordClass left = WordClass.Filler;
        for (int n = 0; n < name.Count; n++)
        {
            letters += name.Words[n].Raw.Length;
            if (!alignment.IsMissing(n))
            {
                agreed += name.Words[n].Raw.Length;
                if (name.Words[n].IsSilent) continue;
                words++;
                if (name.Words[n].Class == WordClass.Distinctive) own += name.Weights[n];
            }
            else if (++missing > 1) return 0;
            else left = name.Words[n].Class;
        }
        double share = agreed / (double)letters;
        double score = LeastOfPart + (MostOfPart - LeastOfPart) * share;
        // Most of a name that is not made of common words alone, and nothing beside it: one of several words was left out.
        if (words >= 2 && missing == 1 && own >= Worn && IsAsWritten(alignment) && left is not WordClass.Number && share >= MostOfName && NameDoubts.WhyAPerson(name, alignment) is null && !NameDoubts.IsOfAnotherPlace(name, alignment))
            score = LeastOfMost + (share - MostOfName) * MostOfNameSlope;
        return score - Unlike(name, alignment);
    }

    private static bool IsAsWritten(Alignment alignment)
    {
        foreach (WordPair pair in alignment.Pairs)
        {
            if (pair.Agreement is not (Agreement.Equal or Agreement.Joined)) return false;
        }
        return true;
    }

    // A second given name or one word of many is often left out; half of the name never is.
    private static double Missing(NameForm name, Alignment alignment, in Sums sums, bool series)
    {
        double own = 0, common = 0;
        int words = 0;
        for (int n = 0; n < name.Count; n++)
        {
            if (!alignment.IsMissing(n)) continue;
            if (!name.Words[n].IsKey) common += name.Weights[n] * name.CommonMissingShare;
            else if (series && name.Words[n].Class == WordClass.Number) own += name.Weights[n] * OtherOfSeries;
            else
            {
                own += name.Weights[n];
                words++;
            }
        }
        bool leftOut = sums.OwnWords >= 2 && words > 0 && own <= MostLeftOut * sums.OwnAgreed;
        return common + own * (leftOut ? KeyLeftOut : KeyMissing);
    }

    /// <summary>True when each side states words of the class that the other does not.</summary>
    public static bool Conflict(NameForm name, Alignment alignment, WordClass kind)
    {
        bool found = false;
        for (int n = 0; n < name.Count && !found; n++) found = name.Words[n].Class == kind && alignment.IsMissing(n);
        if (!found) return false;
        for (int q = 0; q < alignment.Query.Words.Length; q++)
        {
            if (alignment.Query.Words[q].Class == kind && alignment.IsExtra(q)) return true;
        }
        return false;
    }

    /// <summary>True when all words of both are the same, in the same order.</summary>
    public static bool IsEqual(NameForm name, Alignment alignment)
    {
        if (alignment.Query.Words.Length != name.Count || alignment.Pairs.Count != name.Count) return false;
        foreach (WordPair pair in alignment.Pairs)
        {
            if (pair.Agreement != Agreement.Equal) return false;
        }
        return InOrder(alignment);
    }

    /// <summary>
    /// True when the words of the name, legal forms aside, stand side by side in the query, and are more than a single
    /// word: "made by Huawei Technologies for Acme". A single word says too little ("Dahua Street Bakery").
    /// </summary>
    public static bool IsInside(NameForm name, Alignment alignment)
    {
        if (name.KeyTotal < Worn) return false;
        int words = 0, stated = 0, first = int.MaxValue, last = -1;
        foreach (WordPair pair in alignment.Pairs)
        {
            if (name.Words[pair.NameAt].IsSilent) continue;
            if (pair.Agreement != Agreement.Equal) return false;
            words++;
            first = Math.Min(first, pair.QueryAt);
            last = Math.Max(last, pair.QueryAt);
        }
        for (int n = 0; n < name.Count; n++) stated += name.Words[n].IsSilent ? 0 : 1;
        return words >= 2 && last - first == words - 1 && words == stated;
    }

    /// <summary>True when the pairs stand in the same order in both.</summary>
    public static bool InOrder(Alignment alignment)
    {
        List<WordPair> pairs = alignment.Pairs;
        for (int a = 0; a < pairs.Count; a++)
        {
            for (int b = a + 1; b < pairs.Count; b++)
            {
                if (pairs[a].QueryAt < pairs[b].QueryAt != pairs[a].NameAt < pairs[b].NameAt) return false;
            }
        }
        return true;
    }

    /// <summary>0 when the legal forms agree, 1 when only one side states one, 2 when both do and they differ.</summary>
    public static int LegalForms(NameForm name, Alignment alignment)
    {
        bool missing = false, extra = false;
        for (int n = 0; n < name.Count; n++) missing |= name.Words[n].Class == WordClass.Legal && alignment.IsMissing(n);
        for (int q = 0; q < alignment.Query.Words.Length; q++) extra |= alignment.Query.Words[q].Class == WordClass.Legal && alignment.IsExtra(q);
        return (missing ? 1 : 0) + (extra ? 1 : 0);
    }

    private static double ExtraWeight(QueryForm query, int at, NameForm name) =>
        query.Words[at].IsKey ? query.Weights[at] : query.Words[at].IsSilent ? 0 : name.CommonWordWeight;

    private record struct Sums(double Agreed, double Paired, double OwnAgreed, int OwnWords, bool Decided);
}
