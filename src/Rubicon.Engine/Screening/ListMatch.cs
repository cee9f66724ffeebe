using System.Collections.Immutable;
using Rubicon.Matching;
using Rubicon.Rules.Facts;

namespace Rubicon.Screening;

/// <summary>
/// An entry of a list that a name may mean, with what was compared. It says what was matched, not who is guilty: whether the entry bars anything is
/// for the rules.
/// </summary>
/// <param name="Entry">Id of the entry: list id, slash, name.</param>
/// <param name="List">Id of the list.</param>
/// <param name="ListTitle">What the list is called.</param>
/// <param name="ListState">The day of the state of the list that was read; null when its file states none.</param>
/// <param name="Name">The entry's name as printed.</param>
/// <param name="Party">The party that the name was matched with: the one listed, or one related to it.</param>
/// <param name="Relation">What that party is to the one listed.</param>
/// <param name="IsCertain">False when the relation is stated by an unsure source.</param>
/// <param name="From">First day of the entry; null when a list read beside the packs states none.</param>
/// <param name="To">Last day of the entry as known on the day given, or null when it has none.</param>
/// <param name="InForce">True when the entry is in effect on the day asked about.</param>
/// <param name="Score">0 to 1, that of the name; see <see cref="MatchThreshold"/>.</param>
/// <param name="Reasons">What agreed and what did not, in the order in which it weighs.</param>
public sealed record ListMatch(
    string Entry, string List, string ListTitle, DateOnly? ListState, string Name, string Party, Relation Relation, bool IsCertain,
    DateOnly? From, DateOnly? To, bool InForce, double Score, ImmutableArray<string> Reasons);

/// <summary>The answer for one name.</summary>
/// <param name="Matches">Entries that name the party, by a name at or above the threshold, best first.</param>
/// <param name="Related">Entries that reach the party by a stated relation alone: it is a subsidiary, affiliate or sister of the one listed, and not the one listed.</param>
/// <param name="Margin">How far the best party's score lies above that of the next party that was compared; null when there is no other.</param>
/// <param name="IsCut">True when the text was too long to be compared whole: an empty answer then proves nothing.</param>
/// <param name="HasText">False when the text holds no letter and no digit, and no identifier was given: nothing was compared.</param>
public sealed record NameAnswer(ImmutableArray<ListMatch> Matches, ImmutableArray<ListMatch> Related, double? Margin, bool IsCut, bool HasText)
{
    /// <summary>True when the answer rests on a comparison of all that was asked.</summary>
    public bool IsAssessed => HasText && !IsCut;
}
