using Rubicon.Parties;

namespace Rubicon.Matching;

/// <summary>Whether a query names something that the party cannot be: a firm is no person who bears one of its words.</summary>
internal static class PartyKindComparison
{
    /// <summary>What the score is multiplied with when the kinds differ. Lists file some parties under the wrong kind, so that it is no bar.</summary>
    public const double OtherKind = 0.87;

    /// <summary>Why the kinds differ, or null when nothing says so.</summary>
    public static string? Doubt(NameQuery query, Party party, NameForm name, Alignment alignment)
    {
        if (query.Kind != PartyKind.NotStated && party.Kind != PartyKind.NotStated && query.Kind == PartyKind.Person != (party.Kind == PartyKind.Person))
            return query.Kind == PartyKind.Person ? "a person is looked for, and the party is none" : "the party is a person, and none is looked for";
        if (party.Kind != PartyKind.Person) return null;
        // "Taylor Telecom S.A." is no person called Taylor. A word that the name has too is part of a person's name.
        for (int q = 0; q < alignment.Query.Words.Length; q++)
        {
            Word word = alignment.Query.Words[q];
            if (alignment.IsExtra(q) && word.Class is WordClass.Generic or WordClass.Legal && word.Raw.Length > 1)
                return $"the party is a person, and \"{word.Raw}\" stands in names of firms";
        }
        return null;
    }
}
