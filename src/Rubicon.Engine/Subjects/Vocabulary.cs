using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Rubicon.Subjects;

/// <summary>One word of a closed vocabulary.</summary>
/// <param name="Id">The word as packs, requests and reports write it: lower case, hyphens.</param>
/// <param name="Parents">Wider words that are true whenever this one is; empty at the top.</param>
/// <param name="Meaning">What it stands for, for the generated reference.</param>
public sealed record Term(string Id, ImmutableArray<string> Parents, string Meaning);

/// <summary>
/// A closed vocabulary of words with wider and narrower meaning. Packs may use no other words: that is what lets the
/// engine explain each step and find what no rule can mean. Immutable, safe for any thread.
/// </summary>
public sealed class Vocabulary
{
    private readonly FrozenDictionary<string, Term> _terms;
    private readonly FrozenDictionary<string, FrozenSet<string>> _wider;

    internal Vocabulary(string name, params Term[] terms)
    {
        Name = name;
        Terms = [.. terms];
        _terms = terms.ToFrozenDictionary(t => t.Id, StringComparer.Ordinal);
        _wider = terms.ToFrozenDictionary(t => t.Id, t => Wider(t).ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>What the words are about: "category", "act" …</summary>
    public string Name { get; }

    /// <summary>All words, in the order of the reference.</summary>
    public ImmutableArray<Term> Terms { get; }

    /// <summary>True when the word is in the vocabulary.</summary>
    public bool Contains(string id) => _terms.ContainsKey(id);

    /// <summary>True when every <paramref name="narrow"/> thing is a <paramref name="wide"/> thing; a word is as wide as itself.</summary>
    public bool IsA(string narrow, string wide) =>
        string.Equals(narrow, wide, StringComparison.Ordinal) || (_wider.TryGetValue(narrow, out var wider) && wider.Contains(wide));

    private IEnumerable<string> Wider(Term term) =>
        term.Parents.SelectMany(p => Wider(_terms[p]).Append(p));
}
