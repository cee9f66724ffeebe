namespace Rubicon.Matching;

/// <summary>Typing errors between two words: letters missing, added, changed, or two neighbors swapped.</summary>
internal static class Spelling
{
    /// <summary>Words longer than this are compared letter for letter only, to bound the work on hostile input.</summary>
    public const int LongestCompared = 48;

    // What a changed vowel counts of an error: languages without written vowels are transcribed in many ways.
    private const double Vowel = 0.6;
    // Two errors in one word say more than twice as much against it.
    private const double Second = 1.5;
    private const double SameSound = 0.03;

    /// <summary>
    /// How many errors a sound form may hold: none under three letters, one to five, two from six on. Words with digits hold none: a
    /// number with another digit is another number.
    /// </summary>
    public static int ErrorsAllowed(ReadOnlySpan<char> sound)
    {
        if (sound.Length is < 3 or > LongestCompared || sound.ContainsAnyInRange('0', '9') || Han.Is(sound[0])) return 0;
        return sound.Length >= 6 ? 2 : 1;
    }

    /// <summary>
    /// How alike two words are that are not equal: 0 unless they lie one letter apart (from four letters on), or their sound forms differ by no more
    /// errors than the shorter may hold. One letter of six gives 0.87; the same sound 0.95 to 0.97.
    /// </summary>
    public static double Similarity(string a, string soundOfA, string b, string soundOfB)
    {
        if (a.Length > LongestCompared || b.Length > LongestCompared) return 0;
        int sounds = SoundDistance(soundOfA, soundOfB);
        int letters = sounds >= 0 || IsOneLetter(a, b) ? Distance(a, b) : -1;
        if (letters < 0 || (sounds < 0 && letters > 1)) return 0;
        if (sounds == 0) return 1 - SameSound - 0.01 * Math.Min(letters, 2);
        double errors = sounds < 0 || letters <= sounds ? letters : Math.Min(letters, sounds + 0.3);
        if (letters <= 2 && IsSkeletonEqual(a, b)) errors *= Vowel;
        else if (errors > 1) errors *= Second;
        double share = errors / Math.Max(a.Length, b.Length);
        return Math.Clamp(1 - 0.8 * share - (a[0] == b[0] ? 0 : 0.02), 0.01, 1 - SameSound);
    }

    // Errors between the sound forms, or -1 when more than the shorter may hold.
    private static int SoundDistance(string a, string b)
    {
        int allowed = Math.Min(ErrorsAllowed(a), ErrorsAllowed(b));
        if (allowed == 0) return a.Length >= 2 && !Han.Is(a[0]) && string.Equals(a, b, StringComparison.Ordinal) ? 0 : -1;
        if (Math.Abs(a.Length - b.Length) > allowed) return -1;
        int errors = Distance(a, b, allowed);
        return errors <= allowed ? errors : -1;
    }

    /// <summary>True for words of letters from four on, which are compared letter by letter too.</summary>
    public static bool IsComparedByLetter(ReadOnlySpan<char> word) =>
        word.Length is >= 4 and <= LongestCompared && !word.ContainsAnyInRange('0', '9') && !Han.Is(word[0]);

    private static bool IsOneLetter(string a, string b) => Math.Abs(a.Length - b.Length) <= 1 && IsComparedByLetter(a) && IsComparedByLetter(b);

    // The same consonants in the same order: languages that write no vowels are transcribed in many ways.
    private static bool IsSkeletonEqual(string a, string b)
    {
        int i = 0, j = 0;
        while (true)
        {
            while (i < a.Length && IsVowel(a[i])) i++;
            while (j < b.Length && IsVowel(b[j])) j++;
            if (i == a.Length || j == b.Length) return i == a.Length && j == b.Length;
            if (a[i++] != b[j++]) return false;
        }
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>
    /// Optimal string alignment distance (Damerau's four errors, no letter edited twice); both at most 48 letters. More than the limit
    /// is answered with some number above it.
    /// </summary>
    public static int Distance(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int limit = LongestCompared)
    {
        // What both begin and end with holds no error.
        int common = a.CommonPrefixLength(b);
        // A swap may straddle the end of the common start only by a letter that is not common.
        a = a[common..];
        b = b[common..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }
        if (a.Length == 0 || b.Length == 0) return a.Length + b.Length;
        int width = b.Length + 1;
        Span<int> room = stackalloc int[3 * width];
        Span<int> before = room[..width], last = room.Slice(width, width), row = room[(2 * width)..];
        for (int j = 0; j <= b.Length; j++) last[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                int best = Math.Min(change, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = Math.Min(best, before[j - 2] + 1);
                row[j] = best;
                least = Math.Min(least, best);
            }
            if (least > limit + 1) return least;
            Span<int> spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[b.Length];
    }
}
