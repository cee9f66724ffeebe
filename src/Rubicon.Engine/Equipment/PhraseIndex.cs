using System.Collections.Frozen;

namespace Rubicon.Equipment;

/// <summary>
/// Finds known phrases in a text: whole words only ("asus" is not in "Pegasus"), ASCII case ignored. Phrases of Han
/// and other scripts without spaces are found anywhere. Where several phrases start at one place, the longest wins.
/// Immutable, safe for any thread.
/// </summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
internal sealed class PhraseIndex<T>
{
    private readonly FrozenDictionary<char, (string Phrase, T Value)[]> _byFirst;
    private readonly bool _plurals;

    /// <summary>Makes an index; with <paramref name="plurals"/> a phrase is also found with an s or es behind it.</summary>
    public PhraseIndex(IEnumerable<(string Phrase, T Value)> phrases, bool plurals)
    {
        _plurals = plurals;
        _byFirst = phrases
            .GroupBy(p => char.ToLowerInvariant(p.Phrase[0]))
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Phrase.Length).ThenBy(p => p.Phrase, StringComparer.Ordinal).ToArray());
    }

    /// <summary>All phrases.</summary>
    public IEnumerable<string> Phrases => _byFirst.Values.SelectMany(c => c).Select(c => c.Phrase);

    /// <summary>Adds what the text names, in the order of the text; phrases inside a longer one that was found are left out.</summary>
    public void Find(string text, List<(string Phrase, T Value)> found)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (i > 0 && IsWordChar(text[i]) && IsWordChar(text[i - 1])) continue;
            if (!_byFirst.TryGetValue(char.ToLowerInvariant(text[i]), out var candidates)) continue;
            int length = 0;
            foreach (var candidate in candidates)
            {
                // Several makers may share a phrase: all that are as long as the longest are kept.
                if (candidate.Phrase.Length < length) break;
                if (!Stands(text, i, candidate.Phrase)) continue;
                length = candidate.Phrase.Length;
                found.Add(candidate);
            }
            if (length > 0) i += length - 1;
        }
    }

    private bool Stands(string text, int at, string phrase)
    {
        if (string.Compare(text, at, phrase, 0, phrase.Length, StringComparison.OrdinalIgnoreCase) != 0) return false;
        int end = at + phrase.Length;
        if (end >= text.Length || !IsWordChar(text[end]) || !IsWordChar(phrase[^1])) return true;
        if (!_plurals) return false;
        var rest = text.AsSpan(end);
        int plural = rest.StartsWith("es", StringComparison.OrdinalIgnoreCase) ? 2 : rest[0] is 's' or 'S' ? 1 : 0;
        return plural > 0 && (plural >= rest.Length || !IsWordChar(rest[plural]));
    }

    // Letters of scripts written without spaces do not bind a word: a Han name may stand inside a sentence.
    private static bool IsWordChar(char c) => c < '\u2E80' && char.IsLetterOrDigit(c);
}
