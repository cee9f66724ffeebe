using System.Collections.Immutable;
using Rubicon.Parties;

namespace Rubicon.Matching;

/// <summary>Scores at which a match counts. Both were set on the measurements in <c>docs/design/matching.md</c>.</summary>
public static class MatchThreshold
{
    /// <summary>At or above this the text counts as this party: the default threshold.</summary>
    public const double Strong = 0.84;

    /// <summary>At or above this a person must look.</summary>
    public const double Possible = 0.66;

    /// <summary>Nothing below is returned. What lies between this and <see cref="Possible"/> shows where else to look, and means nothing by itself.</summary>
    public const double Lowest = 0.5;
}

/// <summary>What to look for.</summary>
/// <param name="Text">
/// A name in any script, as it was found. Empty text, or text without letters and digits, matches no name. The first
/// 1,024 characters and 48 words are compared.
/// </param>
/// <param name="Country">ISO 3166-1 alpha-2 country of the party looked for, or null when not known.</param>
/// <param name="Identifiers">Identifiers found with the name; may be empty.</param>
public sealed record NameQuery(string Text, string? Country, ImmutableArray<PartyIdentifier> Identifiers)
{
    /// <summary>A query by name alone.</summary>
    public NameQuery(string text) : this(text, null, []) { }

    /// <summary>What the party looked for is, where it is known.</summary>
    public PartyKind Kind { get; init; }

    /// <summary>
    /// True when only the start of the text is compared. An empty answer then proves nothing: report the text as not assessed.
    /// </summary>
    public bool IsCut => WordReader.IsCut(Text);
}

/// <summary>
/// A party that the query may mean. Says what was matched; whether the party is designated is for the rules to say.
/// </summary>
/// <param name="Party">The party.</param>
/// <param name="Name">The name of the party that matched best, or null when only an identifier did.</param>
/// <param name="Identifier">The identifier of the party that is equal to one of the query, or null.</param>
/// <param name="Score">
/// 0 to 1; 1 only for an equal identifier, at most 0.99 for a name. See <see cref="MatchThreshold"/>.
/// </param>
/// <param name="Reasons">Why, in the order in which they weigh: what was compared with what.</param>
public sealed record NameMatch(
    Party Party, PartyName? Name, PartyIdentifier? Identifier, double Score, ImmutableArray<MatchReason> Reasons);

/// <summary>What a reason is about. Numbers are written to reports and never change.</summary>
public enum MatchReasonKind
{
    /// <summary>An identifier is the same.</summary>
    IdentifierEqual = 0,

    /// <summary>The party has another identifier of the same scheme.</summary>
    IdentifierDiffers = 1,

    /// <summary>An identifier of the query fails its own check and was not held against the party.</summary>
    IdentifierInvalid = 2,

    /// <summary>All words of both names agree.</summary>
    NameEqual = 3,

    /// <summary>A word that tells parties apart agrees.</summary>
    WordEqual = 4,

    /// <summary>A word agrees but for its spelling.</summary>
    WordMisspelled = 5,

    /// <summary>Words agree when written together.</summary>
    WordsJoined = 6,

    /// <summary>Generic, place or abbreviated words agree.</summary>
    CommonWordsEqual = 7,

    /// <summary>Words of the party's name are not in the query.</summary>
    WordsMissing = 8,

    /// <summary>Words of the query are not in the party's name.</summary>
    WordsExtra = 9,

    /// <summary>Both state places or numbers or kinds of business, and not the same ones.</summary>
    WordsConflict = 10,

    /// <summary>The same words in another order.</summary>
    WordOrder = 11,

    /// <summary>Both state a legal form, and they differ, or one states none.</summary>
    LegalForm = 12,

    /// <summary>The party's whole name stands inside a longer text.</summary>
    NameInside = 13,

    /// <summary>The name is a brand, a former name, an alias or a weak alias.</summary>
    NameKind = 14,

    /// <summary>The country agrees.</summary>
    CountryEqual = 15,

    /// <summary>The country differs.</summary>
    CountryDiffers = 16,

    /// <summary>Only a part of the query, in one script, matched.</summary>
    ScriptPart = 17,

    /// <summary>Only the start of a very long text was compared.</summary>
    TextCut = 18,

    /// <summary>An identifier is the same, and no name is alike.</summary>
    NameDiffers = 19,

    /// <summary>With which of the party's names the query was compared.</summary>
    NameCompared = 20,

    /// <summary>Why the score was held below <see cref="MatchThreshold.Strong"/>.</summary>
    NeedsAPerson = 21,

    /// <summary>One side states the first letter of a word of the other.</summary>
    Initial = 22,

    /// <summary>The whole texts, written without spaces, differ by a typing error or two.</summary>
    TextAlike = 23,

    /// <summary>One side is a person and the other is not.</summary>
    KindDiffers = 24,

    /// <summary>A Han name was read in Latin letters: its words translated, or in pinyin.</summary>
    HanRead = 25,
}

/// <summary>One reason for or against a match.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Text">One plain clause with the values compared in double quotes.</param>
public sealed record MatchReason(MatchReasonKind Kind, string Text);
