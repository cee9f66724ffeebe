using System.Globalization;
using Rubicon.Parties;

namespace Rubicon.Matching;

/// <summary>Writes why a query and a name scored what they did, from their alignment.</summary>
internal static class NameReasons
{
    /// <summary>Adds the reasons for the pair that was aligned last.</summary>
    public static void Write(NameForm name, PartyName stated, Alignment alignment, int errors, List<MatchReason> reasons)
    {
        QueryForm query = alignment.Query;
        if (NameScore.IsEqual(name, alignment))
            Add(reasons, MatchReasonKind.NameEqual, $"all words equal those of \"{Cut(stated.Text)}\"");
        else
            Add(reasons, MatchReasonKind.NameCompared, $"compared with \"{Cut(stated.Text)}\"");
        if (NearText.Score(name, alignment, errors) > 0 && errors > 0)
            Add(reasons, MatchReasonKind.TextAlike, string.Create(CultureInfo.InvariantCulture, $"the texts without spaces differ by {errors} typing {(errors == 1 ? "error" : "errors")}"));
        foreach (WordPair pair in alignment.Pairs) WritePair(query, name, pair, reasons);
        WriteLeft(query, name, alignment, reasons);
        if (NameScore.IsInside(name, alignment) && query.Words.Length > name.Count)
            Add(reasons, MatchReasonKind.NameInside, "all words of the party's name stand side by side in the text");
        if (!NameScore.InOrder(alignment)) Add(reasons, MatchReasonKind.WordOrder, "the words stand in another order");
        switch (NameScore.LegalForms(name, alignment))
        {
            case 1: Add(reasons, MatchReasonKind.LegalForm, "a legal form is stated on one side only"); break;
            case 2: Add(reasons, MatchReasonKind.LegalForm, "the legal forms differ"); break;
        }
        if (NameDoubts.WhyAPerson(name, alignment) is { } why) Add(reasons, MatchReasonKind.NeedsAPerson, $"a person must look: {why}");
        string? kind = stated.Kind switch
        {
            NameKind.Former => "a former name",
            NameKind.Brand => "a brand",
            NameKind.Short => "a short name",
            NameKind.Alias => "an alias",
            NameKind.WeakAlias => "a weak alias",
            _ => null,
        };
        if (kind is not null) Add(reasons, MatchReasonKind.NameKind, $"\"{Cut(stated.Text)}\" is {kind} of the party ({stated.Source.Title})");
    }

    private static void WritePair(QueryForm query, NameForm name, WordPair pair, List<MatchReason> reasons)
    {
        string asked = Words(query.Words.AsSpan(pair.QueryAt, pair.QueryCount));
        string stated = Words(name.Words.Slice(pair.NameAt, pair.NameCount));
        Word word = name.Words[pair.NameAt];
        switch (pair.Agreement)
        {
            case Agreement.Misspelled:
                string alike = pair.Similarity.ToString("0.00", CultureInfo.InvariantCulture);
                Add(reasons, MatchReasonKind.WordMisspelled, pair.Similarity >= NameScore.SameSound ? $"{asked} sounds like {stated} ({alike})" : $"{asked} is spelled like {stated} ({alike})");
                break;
            case Agreement.Initial:
                Add(reasons, MatchReasonKind.Initial, $"{asked} and {stated} begin with the same letter");
                break;
            case Agreement.Joined:
                Add(reasons, MatchReasonKind.WordsJoined, $"{asked} and {stated} agree when written together");
                break;
            case Agreement.Equal when word.IsKey:
                string weight = name.Weights[pair.NameAt].ToString("0.00", CultureInfo.InvariantCulture);
                Add(reasons, MatchReasonKind.WordEqual, $"{asked} equals {stated} (weight {weight})");
                break;
            case Agreement.Equal when !word.IsSilent:
                Add(reasons, MatchReasonKind.CommonWordsEqual, $"{asked} and {stated} are the same common word");
                break;
        }
    }

    private static void WriteLeft(QueryForm query, NameForm name, Alignment alignment, List<MatchReason> reasons)
    {
        List<Word> missing = [];
        for (int n = 0; n < name.Count; n++)
        {
            if (alignment.IsMissing(n) && !name.Words[n].IsSilent) missing.Add(name.Words[n]);
        }
        Word[] extra = [.. query.Words.Where((w, q) => alignment.IsExtra(q) && !w.IsSilent)];
        if (missing.Count > 0) Add(reasons, MatchReasonKind.WordsMissing, $"not in the text: {Words(missing)}");
        if (extra.Length > 0) Add(reasons, MatchReasonKind.WordsExtra, $"not in the party's name: {Words(extra)}");
        foreach ((WordClass kind, string what) in new[] { (WordClass.Place, "places"), (WordClass.Generic, "lines of business"), (WordClass.Number, "numbers") })
        {
            if (NameScore.Conflict(name, alignment, kind))
                Add(reasons, MatchReasonKind.WordsConflict, $"the {what} differ: {Words(extra.Where(w => w.Class == kind))} and {Words(missing.Where(w => w.Class == kind))}");
        }
    }

    private static string Words(ReadOnlySpan<Word> words) => Words((IEnumerable<Word>)words.ToArray());

    private static string Words(IEnumerable<Word> words) => $"\"{string.Join(' ', words.Select(w => w.Raw))}\"";

    /// <summary>A name at a length that fits a line.</summary>
    public static string Cut(string text) => text.Length <= 120 ? text : text[..(char.IsHighSurrogate(text[118]) ? 118 : 119)] + "…";

    private static void Add(List<MatchReason> reasons, MatchReasonKind kind, string text) => reasons.Add(new MatchReason(kind, text));
}
