using Rubicon.Parties;

namespace Rubicon.Matching;

/// <summary>
/// Scores an aligned query and name: agreed weight over agreed, missing and extra weight. Missing generic words count
/// half, since short forms leave them out; extra distinctive words count nearly in full, since they make another firm.
/// </summary>
internal static class NameScore
{
    private const double KeyMissing = 0.9;
    private const double Extra = 0.8;
    private const double PlaceConflict = 0.9, TradeConflict = 0.92, NumberConflict = 0.6;
    private const double OtherOrder = 0.01, OtherLegalForm = 0.01, NoLegalForm = 0.005;
    private const double Equal = 0.99, BestUnequal = 0.985;
    private const double WeakAliasCeiling = 0.84;

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
        double score = agreed / (paired + missing + extra);
        foreach (WordClass kind in (ReadOnlySpan<WordClass>)[WordClass.Place, WordClass.Generic, WordClass.Number])
        {
            if (Conflict(query, name, alignment, kind)) score *= kind == WordClass.Place ? PlaceConflict : kind == WordClass.Generic ? TradeConflict : NumberConflict;
        }
        if (score < Inside && IsInside(name, alignment)) score = Inside;
        if (IsEqual(query, name, alignment)) return Capped(name, Equal);
        if (!InOrder(alignment)) score -= OtherOrder;
        score -= LegalForms(query, name, alignment) switch { 2 => OtherLegalForm, 1 => NoLegalForm, _ => 0 };
        return Capped(name, Math.Clamp(score, 0, BestUnequal));
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
        if (name.KeyTotal + name.OtherTotal < 1) return false;
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

    private static double Capped(NameForm name, double score) =>
        name.Name.Kind == NameKind.WeakAlias ? Math.Min(score, WeakAliasCeiling) : score;
}
