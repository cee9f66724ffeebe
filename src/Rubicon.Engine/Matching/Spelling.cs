namespace Rubicon.Matching;

/// <summary>Typing errors between two words: letters missing, added, changed, or two neighbors swapped.</summary>
internal static class Spelling
{
    /// <summary>Words longer than this are compared letter for letter only, to bound the work on hostile input.</summary>
    public const int LongestCompared = 48;

    /// <summary>
    /// How many errors a word may hold: none under five letters (too many real words lie one letter apart), one to eight
    /// letters, two from nine on. Words with digits hold none: a number with another digit is another number.
    /// </summary>
    public static int ErrorsAllowed(ReadOnlySpan<char> word)
    {
        if (word.Length is < 5 or > LongestCompared || word.ContainsAnyInRange('0', '9') || Han.Is(word[0])) return 0;
        return word.Length >= 9 && word.Length <= 24 ? 2 : 1;
    }

    /// <summary>Errors between two words, or -1 when more than either of them may hold.</summary>
    public static int Errors(string a, string b)
    {
        int allowed = Math.Min(ErrorsAllowed(a), ErrorsAllowed(b));
        if (allowed == 0 || Math.Abs(a.Length - b.Length) > allowed) return string.Equals(a, b, StringComparison.Ordinal) ? 0 : -1;
        int distance = Distance(a, b);
        return distance <= allowed ? distance : -1;
    }

    /// <summary>Optimal string alignment distance (Damerau's four errors, no letter edited twice); both at most 48 letters.</summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<int> before = stackalloc int[LongestCompared + 1];
        Span<int> last = stackalloc int[LongestCompared + 1];
        Span<int> row = stackalloc int[LongestCompared + 1];
        for (int j = 0; j <= b.Length; j++) last[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                int best = Math.Min(change, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = Math.Min(best, before[j - 2] + 1);
                row[j] = best;
            }
            Span<int> spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[b.Length];
    }
}
