using System.Buffers;
using System.Text;

namespace Rubicon.Matching;

/// <summary>
/// Folds text to the form in which names are compared: words of small letters and digits, one space between them. Case,
/// accents, width, ligatures, bidi controls and punctuation are gone; Cyrillic and Greek are written in Latin letters,
/// traditional Han characters as simplified ones, digits of every script as 0 to 9; <c>&amp;</c> is "and". The table is
/// our own (Unicode 15.0.0), so the result is the same under every culture, runtime and operating system. Folding folded
/// text changes nothing. Thread-safe.
/// </summary>
public static class Folding
{
    private const ushort Separator = 0, Keep = 1, Drop = 2, FirstMapped = 3;

    private static readonly ushort[] Basic = new ushort[0x10000];
    private static readonly Dictionary<int, ushort> Supplementary = [];
    private static readonly List<(int Start, int Length)> Slices = new(14_000);

    static Folding()
    {
        Fill(FoldingTable.Kept, Keep);
        Fill(FoldingTable.Dropped, Drop);
        // Within a word an apostrophe stands for a sound or for nothing: "Sa'ud", "Rica's", "Int’l"; beside a word there is a space too.
        foreach (char apostrophe in "'’‘ʼʻ`´′‛ʹ") Basic[apostrophe] = Drop;
        string mapped = FoldingTable.Mapped;
        for (int at = 0; at < mapped.Length;)
        {
            int codePoint = char.ConvertToUtf32(mapped, at);
            int start = at + (codePoint > 0xFFFF ? 2 : 1);
            int end = mapped.IndexOf('\0', start);
            ushort action = (ushort)(FirstMapped + Slices.Count);
            Slices.Add((start, end - start));
            if (codePoint <= 0xFFFF) Basic[codePoint] = action;
            else Supplementary[codePoint] = action;
            at = end + 1;
        }
    }

    /// <summary>
    /// The folded text; empty when the text holds no letter and no digit. Halves of surrogate pairs count as spaces. Reads
    /// the whole text: cut what may be large before.
    /// </summary>
    public static string Fold(ReadOnlySpan<char> text)
    {
        StringBuilder folded = new(text.Length + 16);
        bool gap = false;
        while (!text.IsEmpty)
        {
            int codePoint = text[0];
            int used = 1;
            if (char.IsSurrogate(text[0]))
                codePoint = Rune.DecodeFromUtf16(text, out Rune rune, out used) == OperationStatus.Done ? rune.Value : ' ';
            text = text[used..];
            ushort action = codePoint <= 0xFFFF ? Basic[codePoint] : ActionAbove(codePoint);
            if (action == Drop) continue;
            if (action == Separator)
            {
                gap = true;
                continue;
            }
            if (action == Keep)
            {
                Gap(folded, ref gap);
                if (codePoint <= 0xFFFF && Jamo.Compose(folded, (char)codePoint)) continue;
                if (codePoint <= 0xFFFF) folded.Append((char)codePoint);
                else folded.Append(char.ConvertFromUtf32(codePoint));
                continue;
            }
            foreach (char c in Slice(action))
            {
                if (c == ' ')
                {
                    gap = true;
                    continue;
                }
                Gap(folded, ref gap);
                if (!Jamo.Compose(folded, c)) folded.Append(c);
            }
        }
        return folded.ToString();
    }

    private static void Gap(StringBuilder folded, ref bool gap)
    {
        if (gap && folded.Length > 0) folded.Append(' ');
        gap = false;
    }

    private static ReadOnlySpan<char> Slice(ushort action)
    {
        (int start, int length) = Slices[action - FirstMapped];
        return FoldingTable.Mapped.AsSpan(start, length);
    }

    private static ushort ActionAbove(int codePoint)
    {
        if (Supplementary.TryGetValue(codePoint, out ushort action)) return action;
        if (InRuns(FoldingTable.Dropped, codePoint)) return Drop;
        return InRuns(FoldingTable.Kept, codePoint) ? Keep : Separator;
    }

    private static bool InRuns(ReadOnlySpan<int> runs, int codePoint)
    {
        int low = 0, high = runs.Length / 2 - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            if (codePoint < runs[middle * 2]) high = middle - 1;
            else if (codePoint > runs[middle * 2 + 1]) low = middle + 1;
            else return true;
        }
        return false;
    }

    private static void Fill(ReadOnlySpan<int> runs, ushort action)
    {
        for (int i = 0; i < runs.Length && runs[i] <= 0xFFFF; i += 2)
            Basic.AsSpan(runs[i], Math.Min(runs[i + 1], 0xFFFF) - runs[i] + 1).Fill(action);
    }
}
