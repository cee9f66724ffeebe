using System.Text;

namespace Rubicon.Matching;

/// <summary>
/// Joins Hangul letters to the syllable they make (The Unicode Standard, section 3.12), so that decomposed Korean text,
/// as some file systems write it, folds to the same words as composed text.
/// </summary>
internal static class Jamo
{
    private const int SyllableBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7;
    private const int Leads = 19, Vowels = 21, Tails = 28;

    /// <summary>Joins <paramref name="next"/> to the last letter written; false when the two make no syllable.</summary>
    public static bool Compose(StringBuilder written, char next)
    {
        if (next is < (char)VowelBase or >= (char)(TailBase + Tails) || written.Length == 0) return false;
        int last = written[^1];
        int lead = last - LeadBase, vowel = next - VowelBase, syllable = last - SyllableBase, tail = next - TailBase;
        int joined =
            lead is >= 0 and < Leads && vowel is >= 0 and < Vowels ? SyllableBase + (lead * Vowels + vowel) * Tails
            : syllable is >= 0 and < Leads * Vowels * Tails && syllable % Tails == 0 && tail is > 0 and < Tails ? last + tail
            : 0;
        if (joined == 0) return false;
        written[^1] = (char)joined;
        return true;
    }
}
