namespace Rubicon.Equipment;

/// <summary>
/// Tells from three characters that no phrase of some indexes begins at a place of a text. May say yes where none does; never no
/// where one does. Immutable, safe for any thread.
/// </summary>
internal sealed class PhraseStarts
{
    private const int Letters = 128;

    private readonly bool[] _three = new bool[Letters * Letters * Letters];

    private PhraseStarts(IEnumerable<string> phrases)
    {
        foreach (string phrase in phrases)
        {
            int[] folded = [.. phrase.Take(3).Select(Fold)];
            if (folded.Any(c => c >= Letters)) continue;
            // A phrase shorter than three is followed by anything, the end of the text (0) among it.
            var (second, lastSecond) = folded.Length > 1 ? (folded[1], folded[1]) : (0, Letters - 1);
            var (third, lastThird) = folded.Length > 2 ? (folded[2], folded[2]) : (0, Letters - 1);
            for (int b = second; b <= lastSecond; b++)
                for (int c = third; c <= lastThird; c++) _three[Place(folded[0], b, c)] = true;
        }
    }

    /// <summary>For the phrases of some indexes.</summary>
    public static PhraseStarts Of(IEnumerable<string> phrases) => new(phrases);

    /// <summary>The first place where a phrase may begin, or -1. A text that is not all ASCII may hold one anywhere.</summary>
    public int FirstIn(string text)
    {
        if (!System.Text.Ascii.IsValid(text)) return 0;
        bool inWord = false;
        for (int i = 0; i < text.Length; i++)
        {
            bool wordChar = char.IsAsciiLetterOrDigit(text[i]);
            bool begins = !(wordChar && inWord);
            inWord = wordChar;
            if (begins && _three[Place(Lower(text, i), Lower(text, i + 1), Lower(text, i + 2))]) return i;
        }
        return -1;
    }

    private static int Place(int a, int b, int c) => (a * Letters + b) * Letters + c;

    private static int Lower(string text, int at)
    {
        if (at >= text.Length) return 0;
        char c = text[at];
        return c is >= 'A' and <= 'Z' ? c | 0x20 : c;
    }

    // As a comparison without case sees it: over the upper case, so that a sign whose upper case is a plain letter is not missed.
    private static int Fold(char c) => char.ToLowerInvariant(char.ToUpperInvariant(c));
}
