using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Rubicon.Equipment;

/// <summary>A model name found in a text, and the families that accept it.</summary>
/// <param name="Token">The model as it stands.</param>
/// <param name="Families">Families that accept it, at least one.</param>
internal readonly record struct ModelMatch(string Token, ImmutableArray<ModelFamily> Families)
{
    /// <summary>
    /// The family when it is not weak, the name has a digit (bare "Mini" and "Eclipse" are words of the language) and no
    /// other maker's family accepts it; otherwise null.
    /// </summary>
    public ModelFamily? Sole(MakerKnowledge knowledge)
    {
        var first = Families[0];
        if (first.Weak || !Token.AsSpan().ContainsAnyInRange('0', '9')) return null;
        foreach (var other in Families)
            if (!knowledge.Agree(first.MakerKey, other.MakerKey)) return null;
        return first;
    }
}

/// <summary>
/// Finds model names of all families in a text. A pattern is tried only where the text continues with one of the
/// beginnings of its family. Immutable, safe for any thread.
/// </summary>
internal sealed class FamilyIndex
{
    /// <summary>Most words of one model name: "Mavic 3 Pro Cine".</summary>
    private const int MostWords = 4;

    /// <summary>Longest text searched for models, in UTF-16 units: what stands behind is prose.</summary>
    private const int LongestText = 400;

    /// <summary>Second characters told apart; the last stands for every other one, the end of the text among them.</summary>
    private const int Seconds = 128;

    private readonly ModelFamily[]?[] _byTwo = new ModelFamily[]?[128 * Seconds];
    private readonly FrozenDictionary<char, ModelFamily[]> _byOtherFirst;
    private readonly ModelFamily[] _anyStart;

    /// <summary>Gathers the families of the maker files.</summary>
    public FamilyIndex(MakerKnowledge knowledge)
    {
        var families = knowledge.Entries.SelectMany(e => e.Families).ToList();
        var byOtherFirst = new Dictionary<char, ModelFamily[]>();
        foreach (var family in families)
            foreach (string start in family.Starts)
            {
                if (start[0] >= 128)
                {
                    byOtherFirst[start[0]] = With(byOtherFirst.GetValueOrDefault(start[0]), family);
                    continue;
                }
                var (first, last) = start.Length == 1 ? (0, Seconds - 1) : (Second(start), Second(start));
                for (int second = first; second <= last; second++)
                    _byTwo[start[0] * Seconds + second] = With(_byTwo[start[0] * Seconds + second], family);
            }
        _byOtherFirst = byOtherFirst.ToFrozenDictionary();
        _anyStart = [.. families.Where(f => f.Starts.IsEmpty)];
    }

    /// <summary>Finds models in a field that holds a model: the whole text, then its parts.</summary>
    public void FindInModel(string text, List<ModelMatch> found) => Find(text, _anyStart, found);

    /// <summary>Finds models in prose, where families that can begin with anything would find too much.</summary>
    public void FindInProse(string text, List<ModelMatch> found) => Find(text, [], found);

    private void Find(string text, ModelFamily[] anyStart, List<ModelMatch> found)
    {
        int limit = Math.Min(text.Length, LongestText);
        for (int i = 0; i < limit; i++)
        {
            if (IsBreak(text[i]) || text[i] == '(' || i > 0 && !IsBreak(text[i - 1]) && text[i - 1] != '(') continue;
            if (IsDay(text.AsSpan(i))) continue;
            var starting = StartingAt(text.AsSpan(i));
            if (starting.Length == 0 && anyStart.Length == 0) continue;
            if (Longest(text, i, starting, anyStart) is { } match)
            {
                found.Add(match);
                i += match.Token.Length - 1;
            }
        }
    }

    /// <summary>Families among which are all that can start here; none when none can.</summary>
    private ModelFamily[] StartingAt(ReadOnlySpan<char> rest)
    {
        var starting = rest[0] < 128 ? _byTwo[rest[0] * Seconds + Second(rest)] : _byOtherFirst.GetValueOrDefault(rest[0]);
        if (starting is null) return [];
        foreach (var family in starting)
            if (family.CanStart(rest)) return starting;
        return [];
    }

    private static int Second(ReadOnlySpan<char> text) => text.Length > 1 && text[1] < Seconds - 1 ? text[1] : Seconds - 1;

    private static ModelFamily[] With(ModelFamily[]? families, ModelFamily family) =>
        families is null ? [family] : families[^1] == family ? families : [.. families, family];

    private static ModelMatch? Longest(string text, int at, ModelFamily[] starting, ModelFamily[] anyStart)
    {
        ModelMatch? longest = null;
        int end = at;
        for (int words = 1; words <= MostWords && end < text.Length; words++)
        {
            while (end < text.Length && IsBreak(text[end])) end++;
            while (end < text.Length && !IsBreak(text[end])) end++;
            var token = text.AsSpan(at, end - at).TrimEnd(".:");
            if (token.EndsWith(")", StringComparison.Ordinal) && !token.Contains('(')) token = token[..^1];
            if (token.Length > ModelFamily.LongestToken) break;
            var families = Accepting(token, starting, words == 1 ? anyStart : []);
            if (!families.IsEmpty) longest = new ModelMatch(token.ToString(), families);
        }
        return longest;
    }

    private static ImmutableArray<ModelFamily> Accepting(ReadOnlySpan<char> token, ModelFamily[] starting, ModelFamily[] anyStart)
    {
        ImmutableArray<ModelFamily>.Builder? accepting = null;
        foreach (var family in starting)
            if (family.Accepts(token)) (accepting ??= ImmutableArray.CreateBuilder<ModelFamily>()).Add(family);
        // A model without a digit would be any word of the language.
        if (anyStart.Length > 0 && token.ContainsAnyInRange('0', '9'))
            foreach (var family in anyStart)
                if (family.Accepts(token)) (accepting ??= ImmutableArray.CreateBuilder<ModelFamily>()).Add(family);
        return accepting?.DrainToImmutable() ?? [];
    }

    // A year or an ISO day: no maker's model, however many grammars take four digits.
    private static bool IsDay(ReadOnlySpan<char> rest)
    {
        if (rest.Length < 4 || !(rest.StartsWith("19") || rest.StartsWith("20")) || !char.IsAsciiDigit(rest[2]) || !char.IsAsciiDigit(rest[3])) return false;
        if (rest.Length == 4 || IsBreak(rest[4]) || rest[4] is ')' or '.') return true;
        return rest.Length >= 7 && rest[4] == '-' && char.IsAsciiDigit(rest[5]) && (rest[6] == '-' || char.IsAsciiDigit(rest[6]) && (rest.Length == 7 || rest[7] is '-' || IsBreak(rest[7])));
    }

    private static bool IsBreak(char c) => char.IsWhiteSpace(c) || c is ',' or ';' or '|' or '"' or '\'' or '[' or ']' or '=';
}
