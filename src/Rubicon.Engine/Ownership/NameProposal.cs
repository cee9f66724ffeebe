using System.Collections.Immutable;

namespace Rubicon.Ownership;

/// <summary>Two parties that may be one: their names differ by case, space and punctuation at most. Nothing joins them but a person's word.</summary>
/// <param name="Key">Key of the one.</param>
/// <param name="Other">Key of the other.</param>
/// <param name="Name">Name of the one.</param>
/// <param name="OtherName">Name of the other.</param>
public sealed record NameProposal(string Key, string Other, string Name, string OtherName)
{
    /// <summary>Parties up to which names are compared with each other; beyond it the search would take longer than the answer.</summary>
    public const int MostParties = 1_000_000;

    private const char FileMark = '#';

    /// <summary>
    /// All proposals, in order of keys. Two parties that one file keeps apart by its own ids are not proposed: its publisher knows them as two. Empty for more than
    /// <see cref="MostParties"/> parties.
    /// </summary>
    public static ImmutableArray<NameProposal> Find(StakeRegister register)
    {
        if (register.Parties.Count > MostParties) return [];
        var first = new Dictionary<string, (int Party, string Source)>(StringComparer.Ordinal);
        var found = ImmutableArray.CreateBuilder<NameProposal>();
        for (int party = 0; party < register.Parties.Count; party++)
        {
            if (register.Same(party) != party || register.ProfileOf(party)?.Kind == OwnerKind.Unknown) continue;
            string bare = Bare(register.NameOf(party)), source = SourceOf(register.Parties.KeyOf(party));
            if (bare.Length == 0) continue;
            if (!first.TryGetValue(bare, out var known)) first[bare] = (party, source);
            else if (source.Length == 0 || known.Source != source)
                found.Add(new NameProposal(register.Parties.KeyOf(known.Party), register.Parties.KeyOf(party), register.NameOf(known.Party), register.NameOf(party)));
        }
        return found.ToImmutable();
    }

    internal static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string SourceOf(string key) => key.IndexOf(FileMark, StringComparison.Ordinal) is > 0 and var mark ? key[..mark] : "";
}
