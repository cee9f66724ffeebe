using System.Collections.Frozen;
using System.Globalization;

namespace Rubicon.Equipment;

/// <summary>What the maker files say of one tree of object identifiers.</summary>
/// <param name="Entry">Whose tree; null for a tree that says nothing.</param>
/// <param name="Tree">The row of the maker file, or null for the whole of an enterprise number.</param>
/// <param name="Number">The enterprise number, or null for a row.</param>
/// <param name="Trap">Why it says nothing, or null.</param>
internal sealed record OidMeaning(MakerEntry? Entry, OidTree? Tree, EnterpriseNumber? Number, Trap? Trap);

/// <summary>Finds the longest known tree that holds an identifier. Immutable, safe for any thread.</summary>
internal sealed class OidIndex
{
    /// <summary>Dots of an identifier that is an enterprise number and no more.</summary>
    public const int NumberDots = 6;

    private const string Enterprises = "1.3.6.1.4.1.";

    private readonly FrozenDictionary<string, OidMeaning>.AlternateLookup<ReadOnlySpan<char>> _trees;

    /// <summary>Gathers the trees of the maker files.</summary>
    public OidIndex(MakerKnowledge knowledge)
    {
        var trees = new Dictionary<string, OidMeaning>(StringComparer.Ordinal);
        foreach (var entry in knowledge.Entries)
        {
            foreach (var number in entry.EnterpriseNumbers)
                trees.TryAdd(Enterprises + number.Number.ToString(CultureInfo.InvariantCulture), new OidMeaning(entry, null, number, null));
            foreach (var tree in entry.OidTrees)
                trees[tree.Tree] = new OidMeaning(entry, tree, null, null);
        }
        foreach (var trap in knowledge.Traps)
            if (trap.Kind == TrapKind.MeaninglessTree) trees[trap.Text] = new OidMeaning(null, null, null, trap);
        _trees = trees.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The meaning of the longest tree that holds the identifier, or null.</summary>
    public OidMeaning? Longest(ReadOnlySpan<char> oid)
    {
        while (!oid.IsEmpty)
        {
            if (_trees.TryGetValue(oid, out var meaning)) return meaning;
            int dot = oid.LastIndexOf('.');
            if (dot < 0) return null;
            oid = oid[..dot];
        }
        return null;
    }

    /// <summary>
    /// The numeric identifier without a leading dot, from <c>.1.3.6…</c>, <c>iso.3.6.1…</c>, <c>enterprises.9.1</c> and
    /// <c>SNMPv2-SMI::enterprises.9.1</c>; null when the text is none of these.
    /// </summary>
    public static string? Numeric(string text)
    {
        int colons = text.LastIndexOf(':');
        string plain = (colons < 0 ? text : text[(colons + 1)..]).Trim().TrimStart('.');
        if (plain.StartsWith("enterprises.", StringComparison.Ordinal)) plain = Enterprises + plain["enterprises.".Length..];
        else if (plain.StartsWith("iso.", StringComparison.Ordinal)) plain = "1." + plain["iso.".Length..];
        return plain.Length > 0 && plain.All(c => char.IsAsciiDigit(c) || c == '.') ? plain : null;
    }

    /// <summary>The enterprise number of a numeric identifier, or null when it lies elsewhere.</summary>
    public static uint? EnterpriseOf(string oid)
    {
        if (!oid.StartsWith(Enterprises, StringComparison.Ordinal)) return null;
        var rest = oid.AsSpan(Enterprises.Length);
        int dot = rest.IndexOf('.');
        return uint.TryParse(dot < 0 ? rest : rest[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out uint number) ? number : null;
    }
}
