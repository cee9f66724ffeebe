namespace Rubicon.Matching;

/// <summary>What speaks against a pair of names whose words agree: it may be another firm of the same words.</summary>
internal static class NameDoubts
{
    private const double CommonConflict = 0.91, PlaceConflict = 0.93, NumberConflict = 0.6, Subsidiary = 0.84;
    private const double WornOnly = 0.91;
    private const double Worn = 0.6;
    private const int LongWord = 7, ShortestSounding = 5;
    private const int ShortestInitials = 5;
    private const int FewestCommonWords = 3;

    /// <summary>What makes two names that share words two firms: both state places, lines of business or numbers, and others. 1 where nothing does.</summary>
    public static double Factor(NameForm name, Alignment alignment, bool series)
    {
        QueryForm query = alignment.Query;
        double factor = 1;
        bool missing = false, extra = false;
        for (int n = 0; n < name.Count; n++) missing |= alignment.IsMissing(n) && !name.Words[n].IsSilent && !name.Words[n].IsKey;
        for (int q = 0; q < query.Words.Length; q++) extra |= alignment.IsExtra(q) && !query.Words[q].IsSilent && !query.Words[q].IsKey;
        if (missing && extra) factor *= CommonConflict;
        if (missing && IsOfAnotherPlace(name, alignment)) factor *= Subsidiary;
        if (missing && extra && NameScore.Conflict(name, alignment, WordClass.Place)) factor *= PlaceConflict;
        if (!series && NameScore.Conflict(name, alignment, WordClass.Number)) factor *= NumberConflict;
        // Many firms are called Sigma: it takes the rest of the name too.
        if ((missing || extra) && name.LastKeyClass <= WordClass.Number && Strongest(name, alignment) < Worn) factor *= WornOnly;
        else if (extra && !name.Kind.HasFlag(FormKind.Brand) && IsShort(name, alignment)) factor *= WornOnly;
        return factor;
    }

    // Many firms are called ABC: with another line of business it is another one, unless the name is one that stands on goods.
    private static bool IsShort(NameForm name, Alignment alignment)
    {
        int words = 0;
        foreach (WordPair pair in alignment.Pairs)
        {
            if (!name.Words[pair.NameAt].IsSilent && (++words > 1 || name.Words[pair.NameAt].Raw.Length > 3 || Han.Is(name.Words[pair.NameAt].Raw[0]))) return false;
        }
        return words == 1;
    }

    /// <summary>
    /// True for "Banco Santander, S.A." beside Banco Santander Mexico, S.A.: it states its legal form and no place. A place before the name is its seat.
    /// </summary>
    public static bool IsOfAnotherPlace(NameForm name, Alignment alignment)
    {
        bool behind = false, own = false, full = false;
        for (int n = 0; n < name.Count; n++)
        {
            own |= name.Words[n].IsKey && !alignment.IsMissing(n);
            behind |= own && name.Words[n].Class == WordClass.Place && alignment.IsMissing(n);
        }
        for (int q = 0; q < alignment.Query.Words.Length; q++) full |= alignment.Query.Words[q].Class == WordClass.Legal;
        return behind && full;
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
    public static string? WhyAPerson(NameForm name, Alignment alignment)
    {
        if (name.Kind.HasFlag(FormKind.Weak)) return "its list calls the alias weak";
        if (name.Kind.HasFlag(FormKind.Initials)) return name.Words[0].Raw.Length < ShortestInitials ? "only short initials agree" : null;
        if (name.LastKeyClass > WordClass.Number && !HasPlace(name))
            return IsSurelyCommon(name, alignment) ? null : "only words that many firms use agree, and they are written another way";
        if (IsAbroad(name, alignment)) return "one word agrees, and the legal forms are of different countries";
        return IsOneMisspelled(name, alignment) ? "one misspelled word is all that agrees, and it may be another word" : null;
    }

    private static bool HasPlace(NameForm name)
    {
        foreach (Word word in name.Words)
        {
            if (word.Class == WordClass.Place) return true;
        }
        return false;
    }

    /// <summary>
    /// True when one misspelled word is all that agrees. "Vital" may be another firm than "Vitol"; "Vital Holding" with the same legal form, or a long word, or one that sounds the same, is the same misspelled.
    /// </summary>
    public static bool IsOneMisspelled(NameForm name, Alignment alignment)
    {
        WordPair? misspelled = null;
        bool beside = false;
        foreach (WordPair pair in alignment.Pairs)
        {
            if (pair.Agreement == Agreement.Misspelled)
            {
                if (misspelled is not null) return false;
                misspelled = pair;
            }
            else if (!name.Words[pair.NameAt].IsSilent) return false;
            else beside |= name.Words[pair.NameAt].Class == WordClass.Legal;
        }
        if (misspelled is not { } found) return false;
        string asked = alignment.Query.Words[found.QueryAt].Raw, stated = name.Words[found.NameAt].Raw;
        // Short words sound alike by chance: DSC and DSK.
        bool sounds = found.Similarity >= NameScore.SameSound && Math.Min(asked.Length, stated.Length) >= ShortestSounding;
        return !sounds && !(beside && NameScore.LegalForms(name, alignment) == 0)
            && stated.Length < LongWord;
    }

    // "Information Technology Limited" is not "Info Tech", but "Semiconductor Mfg Intl" is Semiconductor Manufacturing International.
    private static bool IsSurelyCommon(NameForm name, Alignment alignment)
    {
        QueryForm query = alignment.Query;
        if (!NameScore.InOrder(alignment) || NameScore.LegalForms(name, alignment) == 2) return false;
        bool same = true;
        int paired = 0, words = 0, asked = 0;
        foreach (WordPair pair in alignment.Pairs)
        {
            if (name.Words[pair.NameAt].IsSilent) continue;
            paired++;
            same &= string.Equals(query.Words[pair.QueryAt].Raw, name.Words[pair.NameAt].Raw, StringComparison.Ordinal);
        }
        if (same) return true;
        foreach (Word word in name.Words) words += word.IsSilent ? 0 : 1;
        foreach (Word word in query.Words) asked += word.IsSilent ? 0 : 1;
        return words >= FewestCommonWords && asked == words && paired == words;
    }

    // One word agrees, and the legal forms are of different countries: "Orion S.r.l." is not "OOO Orion".
    private static bool IsAbroad(NameForm name, Alignment alignment)
    {
        int words = 0;
        foreach (WordPair pair in alignment.Pairs) words += name.Words[pair.NameAt].IsSilent ? 0 : 1;
        if (words != 1) return false;
        bool asked = false, stated = false;
        for (int q = 0; q < alignment.Query.Words.Length; q++) asked |= alignment.IsExtra(q) && IsNational(alignment.Query.Words[q]);
        for (int n = 0; n < name.Count; n++) stated |= alignment.IsMissing(n) && IsNational(name.Words[n]);
        return asked && stated;
    }

    private static bool IsNational(Word word) => word.Class == WordClass.Legal && FixedWords.NationalForms.Contains(word.Text);
}
