namespace Rubicon.Equipment;

/// <summary>
/// Finds the first place of a text where a phrase of some indexes may stand. May name a place where none does; never one behind the first
/// that does. Immutable, safe for any thread.
/// </summary>
internal sealed class PhraseStarts
{
    private const int Bits = 6;

    private readonly string[]?[] _byThree = new string[]?[1 << (3 * Bits)];

    private PhraseStarts(IEnumerable<string> phrases)
    {
        foreach (string phrase in phrases.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            int[] folded = [.. phrase.Take(3).Select(Fold)];
            if (folded.Any(c => c >= 128)) continue;
            // A phrase shorter than three is followed by anything, the end of the text among it.
            var (second, lastSecond) = folded.Length > 1 ? (folded[1], folded[1]) : (0, (1 << Bits) - 1);
            var (third, lastThird) = folded.Length > 2 ? (folded[2], folded[2]) : (0, (1 << Bits) - 1);
            for (int b = second; b <= lastSecond; b++)
                for (int c = third; c <= lastThird; c++)
                {
                    ref var phrasesHere = ref _byThree[Place(folded[0], b, c)];
                    phrasesHere = [.. phrasesHere ?? [], phrase];
                }
        }
    }

    /// <summary>For the phrases of some indexes.</summary>
    public static PhraseStarts Of(IEnumerable<string> phrases) => new(phrases);

    /// <summary>The first place where a phrase may stand, or -1. A text that is not all ASCII may hold one anywhere.</summary>
    public int FirstIn(string text)
    {
        if (!System.Text.Ascii.IsValid(text)) return 0;
        bool inWord = false;
        for (int i = 0; i < text.Length; i++)
        {
            bool wordChar = char.IsAsciiLetterOrDigit(text[i]);
            bool begins = !(wordChar && inWord);
            inWord = wordChar;
            if (begins && _byThree[Place(Lower(text, i), Lower(text, i + 1), Lower(text, i + 2))] is { } phrases && Any(phrases, text.AsSpan(i))) return i;
        }
        return -1;
    }

    /// <summary>True when a phrase stands at the start of the text. False for certain only of a text that is all ASCII: another answers true.</summary>
    public bool StandsAtStartOf(ReadOnlySpan<char> text) =>
        !System.Text.Ascii.IsValid(text) || _byThree[Place(Lower(text, 0), Lower(text, 1), Lower(text, 2))] is { } phrases && Any(phrases, text);

    private static bool Any(string[] phrases, ReadOnlySpan<char> text)
    {
        foreach (string phrase in phrases)
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    // Different characters may share a place; the phrases there are compared.
    private static int Place(int a, int b, int c) => (((a & 63) << Bits) + (b & 63) << Bits) + (c & 63);

    private static int Lower(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length) return 0;
        char c = text[at];
        return c is >= 'A' and <= 'Z' ? c | 0x20 : c;
    }

    // As a comparison without case sees it: over the upper case, so that a sign whose upper case is a plain letter is not missed.
    private static int Fold(char c) => char.ToLowerInvariant(char.ToUpperInvariant(c));
}
