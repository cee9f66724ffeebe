namespace Rubicon.Matching;

/// <summary>Words that mean one thing together: countries and legal forms written out.</summary>
internal static class Phrases
{
    private static readonly (string[] Words, Word Meaning)[] All = Read(
        ("united states of america", "usa", WordClass.Place), ("united states", "usa", WordClass.Place), ("united kingdom", "uk", WordClass.Place),
        ("hong kong", "hongkong", WordClass.Place), ("new zealand", "newzealand", WordClass.Place), ("saudi arabia", "saudi", WordClass.Place),
        ("united arab emirates", "uae", WordClass.Place), ("south korea", "korea", WordClass.Place), ("south africa", "southafrica", WordClass.Place), ("costa rica", "costarica", WordClass.Place),
        ("limited liability company", "llc", WordClass.Legal), ("public limited company", "plc", WordClass.Legal), ("joint stock company", "jsc", WordClass.Legal),
        ("obshchestvo s ogranichennoi otvetstvennostyu", "ooo", WordClass.Legal), ("obshchestvo s ogranichennoy otvetstvennostyu", "ooo", WordClass.Legal),
        ("sp z oo", "zoo", WordClass.Legal), ("spolka z oo", "zoo", WordClass.Legal), ("s ro", "srl", WordClass.Legal),
        ("societatea cu raspundere limitata", "srl", WordClass.Legal), ("gesellschaft mit beschrankter haftung", "gmbh", WordClass.Legal));

    private const int ShortestMisspelled = 5;

    private static readonly HashSet<string> Starts = new(All.Select(p => p.Words[0]), StringComparer.Ordinal);

    private static readonly HashSet<string> Seconds = new(All.Where(p => p.Words.Length > 2).Select(p => p.Words[1]), StringComparer.Ordinal);

    /// <summary>Puts one word in the place of each phrase; its letters are those of the phrase without spaces.</summary>
    public static void Join(List<Word> words)
    {
        for (int at = 0; at + 1 < words.Count; at++)
        {
            if (!Starts.Contains(words[at].Raw) && !Seconds.Contains(words[at + 1].Raw)) continue;
            foreach ((string[] phrase, Word meaning) in All)
            {
                if (!StandsAt(words, at, phrase)) continue;
                words.RemoveRange(at, phrase.Length - 1);
                words[at] = meaning;
                break;
            }
        }
    }

    private static bool StandsAt(List<Word> words, int at, string[] phrase)
    {
        if (at + phrase.Length > words.Count) return false;
        bool misspelled = false;
        for (int i = 0; i < phrase.Length; i++)
        {
            if (string.Equals(words[at + i].Raw, phrase[i], StringComparison.Ordinal)) continue;
            // One long word of three may hold an error: the others say what it was.
            if (misspelled || phrase.Length < 3 || phrase[i].Length < ShortestMisspelled || !IsOneLetter(words[at + i].Raw, phrase[i])) return false;
            misspelled = true;
        }
        return true;
    }

    private static bool IsOneLetter(string a, string b) => a.Length <= Spelling.LongestCompared && Spelling.Distance(a, b, 1) == 1;

    private static (string[], Word)[] Read(params (string Phrase, string Text, WordClass Class)[] phrases) =>
        [.. phrases.Select(p => (p.Phrase.Split(' '), new Word(p.Phrase.Replace(" ", "", StringComparison.Ordinal), p.Text, p.Class)))];
}
