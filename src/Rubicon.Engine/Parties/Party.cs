using System.Collections.Immutable;
using Rubicon.Dates;

namespace Rubicon.Parties;

/// <summary>How sure a statement is. Numbers are written to data and never change.</summary>
public enum Confidence
{
    /// <summary>Read in the source named (V).</summary>
    Verified = 0,

    /// <summary>Known to the compiler, the source not read again (K).</summary>
    Known = 1,

    /// <summary>Disputed or unsure (U): may raise a question, never a decision.</summary>
    Unsure = 2,
}

/// <summary>Where a statement comes from.</summary>
/// <param name="Title">The document or register, by its citable name.</param>
/// <param name="Published">Its date, or null when it has none.</param>
/// <param name="Confidence">How sure the statement is.</param>
public sealed record StatementSource(string Title, string? Published, Confidence Confidence);

/// <summary>What a name is to a party. Numbers are written to data and never change.</summary>
public enum NameKind
{
    /// <summary>A registered or printed name.</summary>
    Legal = 0,

    /// <summary>A short form in use.</summary>
    Short = 1,

    /// <summary>A name it had before.</summary>
    Former = 2,

    /// <summary>A brand that it puts on goods.</summary>
    Brand = 3,

    /// <summary>Another name stated by a list or register.</summary>
    Alias = 4,

    /// <summary>A name that a list itself calls weak.</summary>
    WeakAlias = 5,
}

/// <summary>One name of a party.</summary>
/// <param name="Text">As printed, in its own script.</param>
/// <param name="Kind">What the name is.</param>
/// <param name="Source">Who says so.</param>
/// <param name="InUse">The days in which it was in use; null when not stated.</param>
public sealed record PartyName(string Text, NameKind Kind, StatementSource Source, Period? InUse = null);

/// <summary>A registered identifier.</summary>
/// <param name="Scheme">lei, uei, cage, uscc, frn, fcc-grantee, duns, tax, registry:&lt;country&gt;, pen, stock:&lt;exchange&gt;.</param>
/// <param name="Value">The identifier in its canonical spelling: upper case, without spaces and hyphens.</param>
/// <param name="Source">Who says so.</param>
public sealed record PartyIdentifier(string Scheme, string Value, StatementSource Source);

/// <summary>What one party is to another. Numbers are written to data and never change.</summary>
public enum RelationKind
{
    /// <summary>Stated to be owned by more than half or controlled by the other.</summary>
    SubsidiaryOf = 0,

    /// <summary>Stated to be an affiliate: common ownership or control, or a minority holding with influence.</summary>
    AffiliateOf = 1,

    /// <summary>The other is its former parent or part; the days are in the relation.</summary>
    FormerlyPartOf = 2,

    /// <summary>A branch or office of the other, not a person of its own.</summary>
    BranchOf = 3,

    /// <summary>Took over the other's business.</summary>
    SuccessorOf = 4,
}

/// <summary>A stated relation of one party to another, with its days and source.</summary>
/// <param name="Kind">What the holder of this relation is to <paramref name="Other"/>.</param>
/// <param name="Other">Key of the other party.</param>
/// <param name="Holds">The days for which it is stated; null when no date is stated.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Note">What the source adds, or null.</param>
public sealed record PartyRelation(RelationKind Kind, string Other, Period? Holds, StatementSource Source, string? Note = null);

/// <summary>
/// A company, group or public body as the maker knowledge and the lists state it. A party never says that it is
/// designated: designations point to parties.
/// </summary>
/// <param name="Key">Stable key: the maker's id (<c>huawei</c>), or <c>list-id/entry-id</c> for a party known only from a list.</param>
/// <param name="Name">The name to show.</param>
/// <param name="Names">All names, the one to show among them.</param>
/// <param name="Identifiers">Registered identifiers; may be empty.</param>
/// <param name="Country">ISO 3166-1 alpha-2 country of organization, or null when unknown.</param>
/// <param name="Relations">Stated relations to other parties.</param>
public sealed record Party(
    string Key,
    string Name,
    ImmutableArray<PartyName> Names,
    ImmutableArray<PartyIdentifier> Identifiers,
    string? Country,
    ImmutableArray<PartyRelation> Relations)
{
    /// <summary>What it is, where its source says so.</summary>
    public PartyKind Kind { get; init; }
}
