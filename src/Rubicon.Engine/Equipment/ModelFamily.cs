using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Rubicon.Parties;

namespace Rubicon.Equipment;

/// <summary>
/// A grammar of model names of one maker, with examples. The pattern is compiled on the first token whose beginning
/// allows it: most runs touch a handful of the families. Immutable apart from that one cached expression; safe for any thread.
/// </summary>
public sealed class ModelFamily
{
    /// <summary>Longest token tried, in UTF-16 units: model names are shorter, and it bounds the work of a pattern.</summary>
    public const int LongestToken = 48;

    private const int CompiledFrom = 10_000;

    private Regex? _regex;
    private int _asked;

    /// <summary>Makes a family; the pattern is not looked at yet.</summary>
    public ModelFamily(string makerKey, string name, string category, string pattern, ImmutableArray<string> starts,
        ImmutableArray<string> examples, bool weak, string? note, StatementSource source)
    {
        MakerKey = makerKey;
        Name = name;
        Category = category;
        Pattern = pattern;
        Starts = starts;
        Examples = examples;
        Weak = weak;
        Note = note;
        Source = source;
    }

    /// <summary>Key of the party that makes these models.</summary>
    public string MakerKey { get; }

    /// <summary>What the family is called.</summary>
    public string Name { get; }

    /// <summary>Word of <c>Vocabularies.Category</c>.</summary>
    public string Category { get; }

    /// <summary>Regular expression over a whole model name, case-sensitive.</summary>
    public string Pattern { get; }

    /// <summary>Beginnings that a match can have; empty when any beginning is possible.</summary>
    public ImmutableArray<string> Starts { get; }

    /// <summary>Models of the family.</summary>
    public ImmutableArray<string> Examples { get; }

    /// <summary>True when other makers use such names too: the family then only hints.</summary>
    public bool Weak { get; }

    /// <summary>What to know about the family, or null.</summary>
    public string? Note { get; }

    /// <summary>Who says so.</summary>
    public StatementSource Source { get; }

    /// <summary>True when the whole token is a model of this family.</summary>
    /// <exception cref="ArgumentException">The pattern is no regular expression (the reader of the files reports that as RUB2104).</exception>
    public bool Accepts(ReadOnlySpan<char> token) => token.Length <= LongestToken && CanStart(token) && Expression().IsMatch(token);

    /// <summary>True when the beginning of the token allows a match.</summary>
    public bool CanStart(ReadOnlySpan<char> token)
    {
        if (Starts.IsEmpty) return true;
        foreach (string start in Starts)
            if (token.StartsWith(start, StringComparison.Ordinal)) return true;
        return false;
    }

    // Compiling costs as much as some thousand interpreted matches; only an inventory of many lines asks that often. Threads that
    // count past each other compile a little later or twice.
    private Regex Expression()
    {
        _asked = unchecked(_asked + 1);
        if (_asked == CompiledFrom) _regex = new Regex(Pattern, RegexOptions.CultureInvariant | RegexOptions.Compiled, TimeSpan.FromSeconds(2));
        return _regex ??= new Regex(Pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
    }
}
