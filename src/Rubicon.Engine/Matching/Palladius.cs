using System.Collections.Frozen;
using System.Text;

namespace Rubicon.Matching;

/// <summary>
/// Reads Chinese names that stand in Russian letters back into pinyin, by the Palladius system in which Russian sources write them: "Хуавэй" is Huawei.
/// A word that is not whole syllables of that system is left as it stands.
/// </summary>
internal static class Palladius
{
    private const int LongestSyllable = 6;
    private const int FewestSyllables = 2;

    private static readonly (string Russian, string Pinyin)[] Hard =
    [
        ("б", "b"), ("п", "p"), ("м", "m"), ("ф", "f"), ("д", "d"), ("т", "t"), ("н", "n"), ("л", "l"), ("г", "g"), ("к", "k"), ("х", "h"),
        ("чж", "zh"), ("ч", "ch"), ("ш", "sh"), ("ж", "r"), ("цз", "z"), ("ц", "c"), ("с", "s"),
    ];

    private static readonly (string Russian, string Pinyin)[] Soft = [("цз", "j"), ("ц", "q"), ("с", "x")];

    private static readonly (string Russian, string Pinyin)[] Open =
    [
        ("а", "a"), ("ай", "ai"), ("ань", "an"), ("ан", "ang"), ("ао", "ao"), ("э", "e"), ("эй", "ei"), ("энь", "en"), ("эн", "eng"), ("оу", "ou"), ("ун", "ong"),
        ("у", "u"), ("уа", "ua"), ("уай", "uai"), ("уань", "uan"), ("уан", "uang"), ("уй", "ui"), ("уэй", "ui"), ("ой", "ui"), ("унь", "un"), ("о", "uo"),
    ];

    private static readonly (string Russian, string Pinyin)[] Narrow =
    [
        ("и", "i"), ("я", "ia"), ("е", "ie"), ("яо", "iao"), ("ю", "iu"), ("янь", "ian"), ("инь", "in"), ("ян", "iang"), ("ин", "ing"), ("юн", "iong"),
        ("юй", "u"), ("юэ", "ue"), ("юань", "uan"), ("юнь", "un"),
    ];

    private static readonly (string Russian, string Pinyin)[] Alone =
    [
        ("а", "a"), ("ай", "ai"), ("ань", "an"), ("ан", "ang"), ("ао", "ao"), ("э", "e"), ("эр", "er"), ("энь", "en"), ("оу", "ou"),
        ("ва", "wa"), ("во", "wo"), ("вай", "wai"), ("вэй", "wei"), ("вань", "wan"), ("вэнь", "wen"), ("ван", "wang"), ("вэн", "weng"), ("у", "wu"),
        ("я", "ya"), ("е", "ye"), ("яо", "yao"), ("ю", "you"), ("янь", "yan"), ("инь", "yin"), ("ян", "yang"), ("ин", "ying"), ("юн", "yong"), ("и", "yi"),
        ("юй", "yu"), ("юэ", "yue"), ("юань", "yuan"), ("юнь", "yun"),
        ("бо", "bo"), ("по", "po"), ("мо", "mo"), ("фо", "fo"), ("цзы", "zi"), ("цы", "ci"), ("сы", "si"),
    ];

    // The soft initials are written like the hard ones: before the narrow finals they are the soft ones, and those last stand.
    private static readonly FrozenDictionary<string, string> Syllables = Alone.Reverse()
        .Concat(from i in Soft from f in Narrow select (i.Russian + f.Russian, i.Pinyin + f.Pinyin))
        .Concat(from i in Hard from f in Open select (i.Russian + f.Russian, i.Pinyin + f.Pinyin))
        .Concat(from i in Hard from f in Narrow select (i.Russian + f.Russian, i.Pinyin + f.Pinyin))
        .GroupBy(s => s.Item1, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First().Item2, StringComparer.Ordinal);

    /// <summary>The text with its Palladius words in pinyin; null when it holds none.</summary>
    public static string? ToPinyin(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0400', '\u04FF')) return null;
        var read = new StringBuilder(text.Length);
        bool changed = false;
        for (int at = 0; at < text.Length;)
        {
            int end = at;
            while (end < text.Length && text[end] is >= '\u0400' and <= '\u04FF') end++;
            if (end == at)
            {
                read.Append(text[at++]);
                continue;
            }
            string? pinyin = Word(text[at..end].ToLowerInvariant());
            changed |= pinyin is not null;
            read.Append(pinyin ?? text[at..end]);
            at = end;
        }
        return changed ? read.ToString() : null;
    }

    // The longest syllable first; where that leads nowhere, the next: "хуань" is huan, and "хуаньэр" is no "hua" and "n".
    private static string? Word(string word)
    {
        if (word.Length > WordReader.WordLimit) return null;
        string?[] best = new string?[word.Length + 1];
        int[] count = new int[word.Length + 1];
        best[word.Length] = "";
        for (int at = word.Length - 1; at >= 0; at--)
            for (int length = Math.Min(LongestSyllable, word.Length - at); length >= 1 && best[at] is null; length--)
                if (best[at + length] is { } rest && Syllables.TryGetValue(word.Substring(at, length), out string? pinyin))
                    (best[at], count[at]) = (pinyin + rest, count[at + length] + 1);
        return count[0] >= FewestSyllables ? best[0] : null;
    }
}
