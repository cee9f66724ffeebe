using Rubicon.Parties;

namespace Rubicon.Matching;

/// <summary>One way to write a name.</summary>
/// <param name="Words">Its words.</param>
/// <param name="Kind">What it is of the name.</param>
internal readonly record struct NameWriting(Word[] Words, FormKind Kind = FormKind.Plain);

/// <summary>The forms in which one name of a party may be written, each a list of words.</summary>
internal static class NameForms
{
    /// <summary>
    /// The whole name; the part in each script when it is written in two ("华为 Huawei"); and, for a name that states its own
    /// initials in brackets ("Emal Bilal Construction Company (EBCC)"), the name without them and the initials alone; for one that
    /// repeats itself in brackets, the name without the repetition.
    /// </summary>
    /// <param name="name">The name.</param>
    /// <param name="seen">Words read before; grows.</param>
    public static IEnumerable<NameWriting> Of(PartyName name, Dictionary<string, Word> seen)
    {
        List<Word> whole = WordReader.Read(name.Text, seen);
        if (whole.Count == 0) yield break;
        string? initials = StatedInitials(name.Text, out List<Word> others);
        yield return new NameWriting([.. WithInitials(whole, initials)]);
        foreach (Word[] part in ScriptParts(whole)) yield return new NameWriting(part, FormKind.Part);
        foreach (Word[] reading in Readings(whole)) yield return new NameWriting(reading, FormKind.Reading);
        if (initials is null)
        {
            if (WithoutRepetition(name.Text) is { } once) yield return new NameWriting([.. once], FormKind.Part);
            yield break;
        }
        yield return new NameWriting([.. others], FormKind.Part);
        yield return new NameWriting([new Word(initials, initials, WordClass.Distinctive)], FormKind.Initials);
    }

    /// <summary>The words of a query; initials that it states in brackets beside the words they stand for are no word of its own.</summary>
    public static List<Word> OfQuery(string text) => [.. WithInitials(WordReader.Read(text), StatedInitials(text, out _))];

    // In the whole name its initials repeat what its words say.
    private static IEnumerable<Word> WithInitials(List<Word> whole, string? initials) => whole.Select(w => w.Raw == initials ? w with { Class = WordClass.Filler } : w);

    // The one word in brackets, when its letters begin the words outside them; null when there is none.
    private static string? StatedInitials(string text, out List<Word> others)
    {
        others = [];
        if (text.Length > WordReader.TextLimit) return null;
        int open = text.IndexOf('('), close = open < 0 ? -1 : text.IndexOf(')', open);
        if (open <= 0 || close < 0) return null;
        List<Word> inside = WordReader.Read(text[(open + 1)..close]);
        if (inside.Count != 1 || inside[0].Class != WordClass.Distinctive) return null;
        others = WordReader.Read(text[..open] + " " + text[(close + 1)..]);
        return AreInitials(inside[0].Raw, others) ? inside[0].Raw : null;
    }

    // "HiSilicon Technologies Co., Ltd (HiSilicon)": what stands in brackets says nothing new.
    private static List<Word>? WithoutRepetition(string text)
    {
        if (text.Length > WordReader.TextLimit) return null;
        int open = text.IndexOf('('), close = open < 0 ? -1 : text.IndexOf(')', open);
        if (open <= 0 || close < 0) return null;
        List<Word> inside = WordReader.Read(text[(open + 1)..close]), others = WordReader.Read(text[..open] + " " + text[(close + 1)..]);
        return inside.Any(w => w.IsKey) && inside.TrueForAll(w => others.Exists(o => o.Text == w.Text)) ? others : null;
    }

    /// <summary>The Han part and the other part of a name written in both; nothing when it is written in one.</summary>
    public static IEnumerable<Word[]> ScriptParts(IReadOnlyList<Word> words)
    {
        Word[] han = [.. words.Where(w => Han.Is(w.Raw[0]))];
        if (han.Length == 0 || han.Length == words.Count) yield break;
        Word[] other = [.. words.Where(w => !Han.Is(w.Raw[0]))];
        if (han.Any(w => w.IsKey)) yield return han;
        if (other.Any(w => w.IsKey)) yield return other;
    }

    /// <summary>The Han words of a name read in Latin letters; nothing when it holds none.</summary>
    public static IEnumerable<Word[]> Readings(IReadOnlyList<Word> words) => HanReading.Of([.. words.Where(w => Han.Is(w.Raw[0]))]);

    /// <summary>A Han name of the party, when it has such names and the text shares no own word with any of them; else null.</summary>
    public static string? OtherHanName(string text, Party party)
    {
        List<string> asked = OwnHan(text);
        string? other = null;
        foreach (PartyName name in party.Names)
        {
            List<string> stated = OwnHan(name.Text);
            if (stated.Exists(s => asked.Exists(a => a.Contains(s, StringComparison.Ordinal) || s.Contains(a, StringComparison.Ordinal)))) return null;
            if (stated.Count > 0) other ??= name.Text;
        }
        return other;
    }

    private static List<string> OwnHan(string text) =>
        text.AsSpan().ContainsAnyInRange('\u3400', '\u9FFF') ? [.. WordReader.Read(text).Where(w => w.IsKey && Han.Is(w.Raw[0])).Select(w => w.Raw)] : [];

    // Every letter begins a word, in order; small words may be left out ("Academy of Military Sciences (AMS)").
    private static bool AreInitials(string letters, List<Word> words)
    {
        if (letters.Length is < 2 or > 8) return false;
        int at = 0;
        foreach (Word word in words)
        {
            if (at < letters.Length && word.Raw[0] == letters[at]) at++;
        }
        return at == letters.Length;
    }
}
