namespace Rubicon.Matching;

/// <summary>
/// Brings a word to a form that spellings of one sound share: Huavei and Huawei, Djohn and John, Yusuf and Iusuf, Kurtis and
/// Curtis. Languages write one name by different tables (BGN/PCGN, ISO 9, the French and the English way); the letters on which they disagree are brought
/// together, doubled letters are written once, and an h behind a consonant is silent. It is coarse on purpose: words that sound alike are compared, not taken for equal.
/// </summary>
internal static class SoundForm
{
    /// <summary>The form; the word itself when it holds other letters than a to z.</summary>
    public static string Of(string word)
    {
        if (word.Length is < 3 or > Spelling.LongestCompared) return word;
        Span<char> form = stackalloc char[Spelling.LongestCompared * 2];
        int length = 0;
        for (int at = 0; at < word.Length; at++)
        {
            char c = word[at];
            if (c is < 'a' or > 'z') return word;
            char next = at + 1 < word.Length ? word[at + 1] : '\0';
            if (c == 'h' && at > 0 && "bcdgkqstz".Contains(word[at - 1])) continue;
            switch (c)
            {
                case 'p' when next == 'h': Add(form, ref length, 'f'); at++; break;
                case 'd' when next == 'j': break;
                case 'x': Add(form, ref length, 'k'); Add(form, ref length, 's'); break;
                case 'o' when next is 'u' or 'o': Add(form, ref length, 'u'); at++; break;
                case 'e' when next == 'e': Add(form, ref length, 'i'); at++; break;
                case 'i' when next == 'y' && at + 2 == word.Length: Add(form, ref length, 'i'); at++; break;
                default: Add(form, ref length, Letter(c)); break;
            }
        }
        return new string(form[..length]);
    }

    private static void Add(Span<char> form, ref int length, char c)
    {
        if (length > 0 && form[length - 1] == c) return;
        form[length++] = c;
    }

    private static char Letter(char c) => c switch
    {
        'y' => 'i',
        'w' => 'v',
        'z' => 's',
        'c' or 'q' => 'k',
        _ => c,
    };
}
