using System.Globalization;
using Rubicon.Parties;

namespace Rubicon.Matching;

/// <summary>Writes why a query and a name scored what they did, from their alignment.</summary>
internal static class NameReasons
{
    /// <summary>Adds the reasons for the pair that was aligned last.</summary>
    public static void Write(QueryForm query, NameForm name, Alignment alignment, List<MatchReason> reasons)
    {
        if (NameScore.IsEqual(query, name, alignment))
            Add(reasons, MatchReasonKind.NameEqual, $"all words equal those of \"{Cut(name.Name.Text)}\"");
        else
            Add(reasons, MatchReasonKind.NameCompared, $"compared with \"{Cut(name.Name.Text)}\"");
        foreach (WordPair pair in alignment.Pairs) WritePair(query, name, pair, reasons);
        WriteLeft(query, name, alignment, reasons);
        if (NameScore.IsInside(name, alignment) && query.Words.Length > name.Words.Length)
            Add(reasons, MatchReasonKind.NameInside, "all words of the party's name stand side by side in the text");
        if (!NameScore.InOrder(alignment)) Add(reasons, MatchReasonKind.WordOrder, "the words stand in another order");
        switch (NameScore.LegalForms(query, name, alignment))
        {
            case 1: Add(reasons, MatchReasonKind.LegalForm, "a legal form is stated on one side only"); break;
            case 2: Add(reasons, MatchReasonKind.LegalForm, "the legal forms differ"); break;
        }
        if (NameScore.WhyAPerson(query, name, alignment) is { } why) Add(reasons, MatchReasonKind.NeedsAPerson, $"a person must look: {why}");
        string? kind = name.Name.Kind switch
        {
            NameKind.Former => "a former name",
            NameKind.Brand => "a brand",
            NameKind.Short => "a short name",
            NameKind.Alias => "an alias",
            NameKind.WeakAlias => "a weak alias",
            _ => null,
        };
        if (kind is not null) Add(reasons, MatchReasonKind.NameKind, $"\"{Cut(name.Name.Text)}\" is {kind} of the party ({name.Name.Source.Title})");
    }

    private static void WritePair(QueryForm query, NameForm name, WordPair pair, List<MatchReason> reasons)
    {
        string asked = Words(query.Words.Skip(pair.QueryAt).Take(pair.QueryCount));
        string stated = Words(name.Words.Skip(pair.NameAt).Take(pair.NameCount));
        Word word = name.Words[pair.NameAt];
        switch (pair.Agreement)
        {
            case Agreement.Misspelled:
                string letters = pair.Errors == 1 ? "one letter" : "two letters";
                Add(reasons, MatchReasonKind.WordMisspelled, $"{asked} is {letters} away from {stated}");
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
        Word[] missing = [.. name.Words.Where((w, n) => alignment.IsMissing(n) && !w.IsSilent)];
        Word[] extra = [.. query.Words.Where((w, q) => alignment.IsExtra(q) && !w.IsSilent)];
        if (missing.Length > 0) Add(reasons, MatchReasonKind.WordsMissing, $"not in the text: {Words(missing)}");
        if (extra.Length > 0) Add(reasons, MatchReasonKind.WordsExtra, $"not in the party's name: {Words(extra)}");
        foreach ((WordClass kind, string what) in new[] { (WordClass.Place, "places"), (WordClass.Generic, "lines of business"), (WordClass.Number, "numbers") })
        {
            if (NameScore.Conflict(query, name, alignment, kind))
                Add(reasons, MatchReasonKind.WordsConflict, $"the {what} differ: {Words(extra.Where(w => w.Class == kind))} and {Words(missing.Where(w => w.Class == kind))}");
        }
    }

    private static string Words(IEnumerable<Word> words) => $"\"{string.Join(' ', words.Select(w => w.Raw))}\"";

    /// <summary>A name at a length that fits a line.</summary>
    public static string Cut(string text) => text.Length <= 120 ? text : text[..(char.IsHighSurrogate(text[118]) ? 118 : 119)] + "…";

    private static void Add(List<MatchReason> reasons, MatchReasonKind kind, string text) => reasons.Add(new MatchReason(kind, text));
}
