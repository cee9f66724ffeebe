using System.Collections.Immutable;
using Rubicon.Matching.Identifiers;
using Rubicon.Parties;

namespace Rubicon.Matching;

/// <summary>What the identifiers of a query say about a party.</summary>
/// <param name="Equal">The party's identifier that equals one of the query, or null.</param>
/// <param name="Factor">What the name's score is multiplied with: 1, or less when identifiers contradict.</param>
internal readonly record struct IdentifierComparison(PartyIdentifier? Equal, double Factor)
{
    // An LEI or USCC is one per legal person; of the others a party may hold several, not all of them listed.
    private const double OnePerPerson = 0.55, SeveralPerPerson = 0.8;

    /// <summary>Scheme and value in the spelling in which they are compared.</summary>
    public static (string Scheme, string Value) Key(PartyIdentifier identifier) =>
        (identifier.Scheme.ToLowerInvariant(), Identifier.Canonical(identifier.Value));

    /// <summary>Compares, and writes the reasons. An equal identifier settles it, whatever the others say.</summary>
    public static IdentifierComparison Of(ImmutableArray<PartyIdentifier> asked, Party party, List<MatchReason> reasons)
    {
        PartyIdentifier? equal = null;
        double factor = 1;
        foreach (PartyIdentifier identifier in asked)
        {
            (string scheme, string value) = Key(identifier);
            PartyIdentifier[] stated = [.. party.Identifiers.Where(i => Key(i).Scheme == scheme)];
            if (stated.Length == 0 || value.Length == 0) continue;
            string shown = NameReasons.Cut(value);
            if (Array.Find(stated, i => Key(i).Value == value) is { } same)
            {
                equal ??= same;
                reasons.Add(new(MatchReasonKind.IdentifierEqual, $"{scheme} \"{shown}\" is the party's ({same.Source.Title})"));
            }
            else if (!Identifier.IsValid(scheme, value))
                reasons.Add(new(MatchReasonKind.IdentifierInvalid, $"{scheme} \"{shown}\" fails its own check and was not compared"));
            else
            {
                factor *= scheme is "lei" or "uscc" ? OnePerPerson : SeveralPerPerson;
                reasons.Add(new(MatchReasonKind.IdentifierDiffers, $"{scheme} \"{shown}\" is not the party's \"{string.Join("\", \"", stated.Select(i => i.Value))}\""));
            }
        }
        return new IdentifierComparison(equal, factor);
    }
}
