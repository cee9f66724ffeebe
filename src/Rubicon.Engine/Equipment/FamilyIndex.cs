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

    private readonly FrozenDictionary<char, ModelFamily[]> _byFirst;
    private readonly ModelFamily[] _anyStart;

    /// <summary>Gathers the families of the maker files.</summary>
    public FamilyIndex(MakerKnowledge knowledge)
    {
        var families = knowledge.Entries.SelectMany(e => e.Families).ToList();
        _byFirst = families
            .SelectMany(f => f.Starts.Select(s => (First: s[0], Family: f)).Distinct())
            .GroupBy(p => p.First)
            .ToFrozenDictionary(g => g.Key, g => g.Select(p => p.Family).ToArray());
        _anyStart = [.. families.Where(f => f.Starts.IsEmpty)];
    }

    /// <summary>Finds models in a field that holds a model: the whole text, then its parts.</summary>
    public void FindInModel(string text, List<ModelMatch> found) => Find(text, _anyStart, found);

    /// <summary>Finds models in prose, where families that can begin with anything would find too much.</summary>
    public void FindInProse(string text, List<ModelMatch> found) => Find(text, [], found);

    /// <summary>False when <see cref="FindInProse"/> finds nothing for certain: no word begins as a model of some family does.</summary>
    public bool MayBeginIn(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (IsBreak(text[i]) || text[i] == '(' || i > 0 && !IsBreak(text[i - 1]) && text[i - 1] != '(') continue;
            if (!_byFirst.TryGetValue(text[i], out var starting)) continue;
            foreach (var family in starting)
                if (family.CanStart(text.AsSpan(i))) return true;
        }
        return false;
    }

    private void Find(string text, ModelFamily[] anyStart, List<ModelMatch> found)
    {
        int limit = Math.Min(text.Length, LongestText);
        for (int i = 0; i < limit; i++)
        {
            if (IsBreak(text[i]) || text[i] == '(' || i > 0 && !IsBreak(text[i - 1]) && text[i - 1] != '(') continue;
            var starting = _byFirst.TryGetValue(text[i], out var byFirst) ? byFirst : [];
            if (starting.Length == 0 && anyStart.Length == 0) continue;
            if (Longest(text, i, starting, anyStart) is { } match)
            {
                found.Add(match);
                i += match.Token.Length - 1;
            }
        }
    }

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

    private static bool IsBreak(char c) => char.IsWhiteSpace(c) || c is ',' or ';' or '|' or '"' or '\'' or '[' or ']' or '=';
}
