namespace Rubicon.Matching;

/// <summary>
/// Names by the first letters of their words, legal forms and small words left out: PLA, People's Liberation Army. Three letters are met by chance among
/// thousands of names and hardly among ten, so that initials count only where the list is too short for them to be met by chance.
/// </summary>
internal sealed class Initialisms
{
    private const int Fewest = 3, Most = 8;

    // First letters are uneven: as telling as eighteen even ones. The chance that some name of the list has the initials asked for.
    private const double EvenLetters = 18, MostChance = 0.02;

    private readonly ulong[] keys;
    private readonly int[] forms;

    /// <summary>Files the forms.</summary>
    public Initialisms(FormTable table, Vocabulary vocabulary)
    {
        List<(ulong Key, int Form)> filed = [];
        Span<char> letters = stackalloc char[Most];
        for (int form = 0; form < table.Count; form++)
        {
            if (Read(table, vocabulary, form, letters) is >= Fewest and int length) filed.Add((Key(letters[..length]), form));
        }
        filed.Sort();
        keys = [.. filed.Select(f => f.Key)];
        forms = [.. filed.Select(f => f.Form)];
    }

    /// <summary>The word of a query that may be initials: its only word of its own, beside places and legal forms; null when there is none.</summary>
    public string? Asked(QueryForm query)
    {
        string? asked = null;
        foreach (Word word in query.Words)
        {
            if (word.IsSilent || word.Class == WordClass.Place) continue;
            if (asked is not null || word.Class != WordClass.Distinctive || word.Raw.Length is < Fewest or > Most || word.Raw.AsSpan().ContainsAnyExceptInRange('a', 'z')) return null;
            asked = word.Raw;
        }
        return asked is not null && keys.Length / Math.Pow(EvenLetters, asked.Length) <= MostChance ? asked : null;
    }

    /// <summary>The forms with these initials, in order; empty for null.</summary>
    public ReadOnlySpan<int> Find(string? letters)
    {
        if (letters is null) return [];
        ulong key = Key(letters);
        int from = Array.BinarySearch(keys, key);
        if (from < 0) return [];
        int to = from + 1;
        while (from > 0 && keys[from - 1] == key) from--;
        while (to < keys.Length && keys[to] == key) to++;
        return forms.AsSpan(from..to);
    }

    // How many letters; 0 when the form has too few or too many words, or other letters.
    private static int Read(FormTable table, Vocabulary vocabulary, int form, Span<char> letters)
    {
        int length = 0;
        if (table.Kind(form).HasFlag(FormKind.Initials) || table.Kind(form).HasFlag(FormKind.Weak)) return 0;
        foreach (int number in table.Words(form))
        {
            ref readonly Word word = ref vocabulary.Word(number);
            if (word.IsSilent) continue;
            if (length == Most || word.Raw[0] is < 'a' or > 'z') return 0;
            letters[length++] = word.Raw[0];
        }
        return length;
    }

    private static ulong Key(ReadOnlySpan<char> letters)
    {
        ulong key = 0;
        foreach (char c in letters) key = key * 32 + (ulong)(c - 'a' + 1);
        return key;
    }
}
