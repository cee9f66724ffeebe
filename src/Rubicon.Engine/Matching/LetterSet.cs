using System.Numerics;

namespace Rubicon.Matching;

/// <summary>
/// Which letters a word and its sound form hold. An error changes at most two letters of the set, so that words whose sets differ by more are not alike: most words
/// that share a key by chance are told apart without being compared.
/// </summary>
internal readonly struct LetterSet(string word, string sound)
{
    private readonly uint word = Of(word);
    private readonly uint sound = Of(sound);
    private readonly byte wordLength = (byte)Math.Min(word.Length, 255);
    private readonly byte soundLength = (byte)Math.Min(sound.Length, 255);

    /// <summary>False when the words can lie neither one letter apart nor two errors of their sound forms.</summary>
    public bool MayBeNear(in LetterSet other) =>
        (Math.Abs(soundLength - other.soundLength) <= 2 && BitOperations.PopCount(sound ^ other.sound) <= 4)
        || (Math.Abs(wordLength - other.wordLength) <= 1 && BitOperations.PopCount(word ^ other.word) <= 2);

    private static uint Of(string text)
    {
        uint set = 0;
        foreach (char c in text) set |= 1u << (c & 31);
        return set;
    }
}
