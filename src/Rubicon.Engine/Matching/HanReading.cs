using System.Text;

namespace Rubicon.Matching;

/// <summary>
/// Reads a Han name as it may stand in Latin letters: the words of firms' names translated (技术 technology), places and all else in pinyin
/// (华为 huawei), numbers in digits (第十四 14). One reading, the customary one, of each character.
/// </summary>
internal static class HanReading
{
    private const int ShortestTerm = 2, LongestPlace = 4, LongestPerson = 3, MostDigits = 5;
    private const char First = (char)0x4E00, Last = (char)0x9FFF;
    private const string Numerals = "零一二三四五六七八九", Ten = "十";

    private static readonly Lazy<string?[]> Syllables = new(ReadTable);

    // What stands last in the name of an establishment, behind what it works on.
    private static readonly (char Han, string Latin)[] Endings = [('厂', "factory"), ('院', "institute"), ('所', "institute"), ('局', "bureau"), ('部', "department"), ('站', "station")];

    /// <summary>
    /// The readings of a name in Han: with all words translated, and, where words were translated that a firm may as well leave in Chinese
    /// ("Chuangxin" for Innovation), with those in pinyin. None when a character has no reading or a word is not Han.
    /// </summary>
    public static IEnumerable<Word[]> Of(IReadOnlyList<Word> words)
    {
        StringBuilder run = new();
        foreach (Word word in words)
        {
            if (!Han.Is(word.Raw[0])) yield break;
            run.Append(word.Raw);
        }
        string text = run.ToString();
        if (text.Length == 0 || Read(text, all: true) is not { } translated) yield break;
        yield return [.. translated];
        if (Read(text, all: false) is { } kept && !kept.SequenceEqual(translated)) yield return [.. kept];
    }

    private static List<Word>? Read(ReadOnlySpan<char> run, bool all)
    {
        List<Word> words = [];
        int start = 0, at = 0;
        bool terms = false;
        while (at < run.Length)
        {
            if (!TakeTerm(run[at..], at == start, all, out int length, out Word[] found))
            {
                at++;
                continue;
            }
            if (!AddPinyin(run[start..at], words, mayBePerson: false)) return null;
            words.AddRange(found);
            at += length;
            start = at;
            terms = true;
        }
        if (terms && start == run.Length - 1 && Ending(run[start]) is { } ending)
        {
            words.AddRange(WordReader.Read(ending));
            return words;
        }
        return AddPinyin(run[start..], words, mayBePerson: !terms) ? words : null;
    }

    // A term, the longest first; a number of an institute or factory; a place only where a word begins, with 市 or 省 behind it.
    private static bool TakeTerm(ReadOnlySpan<char> text, bool begins, bool all, out int length, out Word[] found)
    {
        for (length = Math.Min(HanTerms.Longest, text.Length); length >= ShortestTerm; length--)
        {
            if (!HanTerms.TryFind(text[..length], out Word[]? term) || (!all && Array.Exists(term, w => w.IsKey))) continue;
            if (term[0].Class == WordClass.Place) length += Suffix(text[length..]);
            found = term;
            return true;
        }
        if (begins && TakeNumber(text, out length, out found)) return true;
        for (length = Math.Min(LongestPlace, text.Length); begins && length >= ShortestTerm; length--)
        {
            if (Pinyin(text[..length]) is not { } pinyin || !FixedWords.TryFind(pinyin, out Word place) || place.Class != WordClass.Place) continue;
            length += Suffix(text[length..]);
            found = [place];
            return true;
        }
        (length, found) = (0, []);
        return false;
    }

    private static int Suffix(ReadOnlySpan<char> rest) => rest.Length > 0 && rest[0] is '市' or '省' or '区' or '县' ? 1 : 0;

    private static string? Ending(char last)
    {
        foreach ((char han, string latin) in Endings)
            if (han == last) return latin;
        return null;
    }

    // "第十四" and "第二十九", up to 99; and "第七一五", digit by digit.
    private static bool TakeNumber(ReadOnlySpan<char> text, out int length, out Word[] found)
    {
        (length, found) = (0, []);
        if (text[0] != '第') return false;
        int at = 1, value = 0, digits = 0;
        bool ten = false;
        for (; at < text.Length && digits < MostDigits; at++)
        {
            int digit = Numerals.IndexOf(text[at], StringComparison.Ordinal);
            if (text[at] == Ten[0] && !ten)
            {
                value = digits == 0 ? 10 : value * 10;
                ten = true;
            }
            else if (digit < 0) break;
            else
            {
                value = ten ? value + digit : value * 10 + digit;
                digits++;
            }
        }
        if (at == 1) return false;
        string number = value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        length = at;
        found = [new Word(number, number, WordClass.Number)];
        return true;
    }

    // A name of two or three characters and nothing else may be a person's: family name, given name. A firm's is found all the same, written together.
    private static bool AddPinyin(ReadOnlySpan<char> own, List<Word> words, bool mayBePerson)
    {
        if (own.IsEmpty) return true;
        int cut = mayBePerson && own.Length is > 1 and <= LongestPerson ? 1 : own.Length;
        return Add(own[..cut], words) && (cut == own.Length || Add(own[cut..], words));
    }

    private static bool Add(ReadOnlySpan<char> own, List<Word> words)
    {
        if (Pinyin(own) is not { } pinyin) return false;
        words.Add(new Word(pinyin, pinyin, WordClass.Distinctive));
        return true;
    }

    private static string? Pinyin(ReadOnlySpan<char> text)
    {
        StringBuilder pinyin = new();
        foreach (char c in text)
        {
            if (c is < First or > Last || Syllables.Value[c - First] is not { } syllable) return null;
            pinyin.Append(syllable);
        }
        return pinyin.ToString();
    }

    private static string?[] ReadTable()
    {
        string?[] all = new string?[Last - First + 1];
        string[] cells = PinyinTable.Readings.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        for (int at = 0; at + 1 < cells.Length; at += 2)
            foreach (char c in cells[at + 1]) all[c - First] = cells[at];
        // The customary reading is that of "grow"; in names of firms it is that of "long".
        all['长' - First] = "chang";
        return all;
    }
}
