using System.Text.RegularExpressions;
using Rubicon.Parties;

namespace Rubicon.Reading.Lists.Formats;

/// <summary>
/// Rows of the FCC's Covered List: a sentence says what is covered, and names a producer or provider, or none where a kind of equipment is covered whoever
/// made it. The names are read out of the sentence; without one the entry is of goods, and no name is compared with it.
/// </summary>
internal static partial class CoveredEquipment
{
    private const int LongestSentence = 4_096;

    public static void Add(ListDraft draft, int line, string words, string included)
    {
        string sentence = Spaces().Replace(words, " ").Trim();
        if (sentence.Length == 0)
        {
            draft.Refuse(line, "a row without covered equipment or services");
            return;
        }
        // The day of inclusion comes first; "Updated:" and later days follow in the same cell.
        var entry = new EntryDraft(line) { From = AnyDay().Match(included).Value, Note = sentence };
        if (Party().Match(sentence.Length <= LongestSentence ? sentence : sentence[..LongestSentence]) is { Success: true } match)
        {
            entry.Name(match.Groups["party"].Value.Trim(' ', ','), NameKind.Legal);
            if (match.Groups["and"] is { Success: true } and) entry.Name(and.Value.Trim(' ', ','), NameKind.Alias);
            entry.Kind = ListedKind.Organization;
        }
        else
        {
            entry.Kind = ListedKind.Goods;
            entry.Name(sentence.Length <= ListDraft.LongestName ? sentence : sentence[..ListDraft.LongestName], NameKind.Legal);
        }
        foreach (Match day in AnyDay().Matches(included))
            draft.Changed(ListDraft.Day(day.Value));
        draft.Add(entry);
    }

    // "produced by X, including", "provided by X subject to", "supplied, directly or indirectly, by X or any of its", "by X and its wholly-owned subsidiary Y subject".
    [GeneratedRegex(@"(?:produced|provided|supplied)\b[^.;]{0,40}? by (?<party>(?!any\b|such\b|the\b)\p{Lu}[^;]{1,150}?)(?: and its (?:wholly[- ]owned )?subsidiary (?<and>[^;]{2,100}?))?(?=,? (?:including|to the extent|subject to|or any of its|that )|\.?$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Party();

    [GeneratedRegex(@"(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex AnyDay();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
