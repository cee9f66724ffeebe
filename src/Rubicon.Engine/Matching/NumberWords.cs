using System.Collections.Frozen;

namespace Rubicon.Matching;

/// <summary>Numbers written in letters: small English ones, and the Roman ones that number funds, branches and series.</summary>
internal static class NumberWords
{
    // I, L, C, D, M and X alone are letters more often than numbers; "one" stands in too many names.
    private static readonly FrozenDictionary<string, string> Digits = Read("""
        2 two ii
        3 three iii
        4 four iv
        5 five v
        6 six vi
        7 seven vii
        8 eight viii
        9 nine ix
        10 ten
        11 eleven xi
        12 twelve xii
        13 xiii
        14 xiv
        15 xv
        16 xvi
        17 xvii
        18 xviii
        19 xix
        20 xx
        """);

    /// <summary>The number in digits; false when the word is none.</summary>
    public static bool TryFind(string word, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? digits) => Digits.TryGetValue(word, out digits);

    private static FrozenDictionary<string, string> Read(string table) => table.Split('\n').Select(l => l.Split(' '))
        .SelectMany(l => l[1..].Select(w => KeyValuePair.Create(w, l[0]))).ToFrozenDictionary(StringComparer.Ordinal);
}
