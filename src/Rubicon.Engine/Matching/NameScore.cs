using Rubicon.Parties;

namespace Rubicon.Matching;

/// <summary>
/// Scores an aligned query and name: agreed weight over agreed, missing and extra weight. Missing generic words count
/// half, since short forms leave them out; extra distinctive words count nearly in full, since they make another firm.
/// </summary>
internal static class NameScore
{
    /// <summary>The share of its weight that a missing word of the name's own counts.</summary>
    public const double KeyMissing = 0.9;

    private const double Extra = 0.8;
    private const double CommonConflict = 0.92, PlaceConflict = 0.97, NumberConflict = 0.6;
    private const double OtherOrder = 0.01, OtherLegalForm = 0.01, NoLegalForm = 0.005;
    private const double Equal = 0.99, BestUnequal = 0.985;
    // Below Strong: a person must look.
    private const double PossibleCeiling = 0.84;
    private const double WornOnly = 0.92;
    private const double Worn = 0.6;
    private const int LongWord = 12;
    private const int ShortestInitials = 5;
    private const int FewestCommonWords = 3;

    /// <summary>What a name that stands whole inside a longer text scores at least.</summary>
    public const double Inside = 0.55;

    /// <summary>Scores the pair that was aligned last, 0 to 0.99; 0 when no word that decides was matched.</summary>
    public static double Of(QueryForm query, NameForm name, Alignment alignment)
    {
        double agreed = 0, paired = 0, missing = 0, extra = 0;
        bool decided = false;
        foreach (WordPair pair in alignment.Pairs)
        {
            for (int n = pair.NameAt; n < pair.NameAt + pair.NameCount; n++)
            {
                paired += name.Weights[n];
                agreed += name.Weights[n] * pair.Similarity;
                decided |= name.Decides(n);
            }
        }
        if (!decided) return 0;
        for (int n = 0; n < name.Words.Length; n++)
        {
            if (alignment.IsMissing(n)) missing += name.Weights[n] * (name.Words[n].IsKey ? KeyMissing : name.CommonMissingShare);
        }
        for (int q = 0; q < query.Words.Length; q++)
        {
            if (alignment.IsExtra(q)) extra += Extra * ExtraWeight(query, q, name);
        }
        double score = agreed / (paired + missing + extra) * Doubts(query, name, alignment);
        if (score < Inside && IsInside(name, alignment)) score = Inside;
        bool equal = IsEqual(query, name, alignment);
        if (WhyAPerson(query, name, alignment) is not null) score = Math.Min(score, PossibleCeiling);
        else if (equal) return Equal;
        if (!InOrder(alignment)) score -= OtherOrder;
        score -= LegalForms(query, name, alignment) switch { 2 => OtherLegalForm, 1 => NoLegalForm, _ => 0 };
        return Math.Clamp(score, 0, BestUnequal);
    }

    /// <summary>True when each side states words of the class that the other does not.</summary>
    public static bool Conflict(QueryForm query, NameForm name, Alignment alignment, WordClass kind)
    {
        bool found = false;
        for (int n = 0; n < name.Words.Length && !found; n++) found = name.Words[n].Class == kind && alignment.IsMissing(n);
        if (!found) return false;
        for (int q = 0; q < query.Words.Length; q++)
        {
            if (query.Words[q].Class == kind && alignment.IsExtra(q)) return true;
        }
        return false;
    }

    /// <summary>True when all words of both are the same, in the same order.</summary>
    public static bool IsEqual(QueryForm query, NameForm name, Alignment alignment) =>
        query.Words.Length == name.Words.Length && alignment.Pairs.Count == name.Words.Length
        && alignment.Pairs.TrueForAll(p => p.Agreement == Agreement.Equal) && InOrder(alignment);

    /// <summary>
    /// True when the words of the name, legal forms aside, stand side by side in the query, and are more than a single
    /// word: "made by Huawei Technologies for Acme". A single word says too little ("Dahua Street Bakery").
    /// </summary>
    public static bool IsInside(NameForm name, Alignment alignment)
    {
        if (name.KeyTotal < Worn) return false;
        int words = 0, first = int.MaxValue, last = -1;
        foreach (WordPair pair in alignment.Pairs)
        {
            if (name.Words[pair.NameAt].IsSilent) continue;
            if (pair.Agreement != Agreement.Equal) return false;
            words++;
            first = Math.Min(first, pair.QueryAt);
            last = Math.Max(last, pair.QueryAt);
        }
        return words >= 2 && last - first == words - 1 && words == name.Words.Count(w => !w.IsSilent);
    }

    /// <summary>True when the pairs stand in the same order in both.</summary>
    public static bool InOrder(Alignment alignment)
    {
        foreach (WordPair a in alignment.Pairs)
        {
            foreach (WordPair b in alignment.Pairs)
            {
                if (a.QueryAt < b.QueryAt && a.NameAt > b.NameAt) return false;
            }
        }
        return true;
    }

    /// <summary>0 when the legal forms agree, 1 when only one side states one, 2 when both do and they differ.</summary>
    public static int LegalForms(QueryForm query, NameForm name, Alignment alignment)
    {
        bool missing = false, extra = false;
        for (int n = 0; n < name.Words.Length; n++) missing |= name.Words[n].Class == WordClass.Legal && alignment.IsMissing(n);
        for (int q = 0; q < query.Words.Length; q++) extra |= query.Words[q].Class == WordClass.Legal && alignment.IsExtra(q);
        return (missing ? 1 : 0) + (extra ? 1 : 0);
    }

    private static double ExtraWeight(QueryForm query, int at, NameForm name) =>
        query.Words[at].IsKey ? query.Weights[at] : query.Words[at].IsSilent ? 0 : name.CommonWordWeight;

    // What makes two names that share words two firms: both state places, lines of business or numbers, and others.
    private static double Doubts(QueryForm query, NameForm name, Alignment alignment)
    {
        double factor = 1;
        bool missing = false, extra = false;
        for (int n = 0; n < name.Words.Length; n++) missing |= alignment.IsMissing(n) && !name.Words[n].IsSilent && !name.Words[n].IsKey;
        for (int q = 0; q < query.Words.Length; q++) extra |= alignment.IsExtra(q) && !query.Words[q].IsSilent && !query.Words[q].IsKey;
        if (missing && extra) factor *= CommonConflict;
        if (missing && extra && Conflict(query, name, alignment, WordClass.Place)) factor *= PlaceConflict;
        if (Conflict(query, name, alignment, WordClass.Number)) factor *= NumberConflict;
        // Many firms are called Sigma: it takes the rest of the name too.
        if ((missing || extra) && Strongest(name, alignment) < Worn && name.LastKeyClass <= WordClass.Number) factor *= WornOnly;
        return factor;
    }

    private static double Strongest(NameForm name, Alignment alignment)
    {
        double sum = 0;
        foreach (WordPair pair in alignment.Pairs)
        {
            for (int n = pair.NameAt; n < pair.NameAt + pair.NameCount; n++) sum += name.Words[n].IsKey ? name.Weights[n] : 0;
        }
        return sum;
    }

    /// <summary>Why the agreement, however complete, is not enough by itself; null when it is.</summary>
    public static string? WhyAPerson(QueryForm query, NameForm name, Alignment alignment)
    {
        if (name.Name.Kind == NameKind.WeakAlias) return "its list calls the alias weak";
        if (name.IsInitials) return name.Words[0].Raw.Length < ShortestInitials ? "only short initials agree" : null;
        if (name.LastKeyClass > WordClass.Number && !name.Words.Any(w => w.Class == WordClass.Place))
            return IsSurelyCommon(query, name, alignment) ? null : "only words that many firms use agree, and they are written another way";
        if (IsAbroad(query, name, alignment)) return "one word agrees, and the legal forms are of different countries";
        bool oneMisspelled = alignment.Pairs.Count(p => p.Agreement == Agreement.Misspelled && name.Words[p.NameAt].Raw.Length < LongWord) == 1;
        return oneMisspelled && alignment.Pairs.TrueForAll(p => p.Agreement == Agreement.Misspelled || name.Words[p.NameAt].IsSilent)
            && alignment.Pairs.Count(p => p.Agreement == Agreement.Misspelled) == 1
            ? "one misspelled word is all that agrees, and it may be another word" : null;
    }

    // "Information Technology Limited" is not "Info Tech", but "Semiconductor Mfg Intl" is Semiconductor Manufacturing International.
    private static bool IsSurelyCommon(QueryForm query, NameForm name, Alignment alignment)
    {
        if (!InOrder(alignment) || LegalForms(query, name, alignment) == 2) return false;
        if (alignment.Pairs.TrueForAll(p => name.Words[p.NameAt].IsSilent || query.Words[p.QueryAt].Raw == name.Words[p.NameAt].Raw)) return true;
        int words = name.Words.Count(w => !w.IsSilent);
        return words >= FewestCommonWords && query.Words.Count(w => !w.IsSilent) == words
            && alignment.Pairs.Count(p => !name.Words[p.NameAt].IsSilent) == words;
    }

    // One word agrees, and the legal forms are of different countries: "Orion S.r.l." is not "OOO Orion".
    private static bool IsAbroad(QueryForm query, NameForm name, Alignment alignment)
    {
        if (alignment.Pairs.Count(p => !name.Words[p.NameAt].IsSilent) != 1) return false;
        string? asked = null, stated = null;
        for (int q = 0; q < query.Words.Length; q++) asked ??= National(query.Words[q], alignment.IsExtra(q));
        for (int n = 0; n < name.Words.Length; n++) stated ??= National(name.Words[n], alignment.IsMissing(n));
        return asked is not null && stated is not null;
    }

    private static string? National(Word word, bool unpaired) =>
        unpaired && word.Class == WordClass.Legal && FixedWords.NationalForms.Contains(word.Text) ? word.Text : null;
}
