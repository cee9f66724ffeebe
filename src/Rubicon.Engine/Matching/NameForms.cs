using Rubicon.Parties;

namespace Rubicon.Matching;

/// <summary>The forms in which one name of a party may be written, each a list of words.</summary>
internal static class NameForms
{
    /// <summary>
    /// The whole name; the part in each script when it is written in two ("华为 Huawei"); and, for a name that states its own
    /// initials in brackets ("Emal Bilal Construction Company (EBCC)"), the name without them and the initials alone.
    /// </summary>
    public static IEnumerable<Word[]> Of(PartyName name)
    {
        List<Word> whole = WordReader.Read(name.Text);
        if (whole.Count == 0) yield break;
        yield return [.. whole];
        foreach (Word[] part in ScriptParts(whole)) yield return part;
        string text = name.Text.Length > WordReader.TextLimit ? name.Text[..WordReader.TextLimit] : name.Text;
        int open = text.IndexOf('('), close = open < 0 ? -1 : text.IndexOf(')', open);
        if (open <= 0 || close < 0) yield break;
        List<Word> inside = WordReader.Read(text[(open + 1)..close]), outside = WordReader.Read(text[..open] + " " + text[(close + 1)..]);
        if (inside.Count != 1 || !AreInitials(inside[0].Raw, outside)) yield break;
        yield return [.. outside];
        if (inside[0].IsKey) yield return [.. inside];
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
