using System.Collections.Immutable;

namespace Rubicon.Rules.Facts;

/// <summary>
/// What a party is to a designated one, as the reach of a statute asks. Numbers are written to reports and never change.
/// </summary>
public enum Relation
{
    /// <summary>The designated party itself, by name, alias, brand or identifier.</summary>
    Named = 0,

    /// <summary>A branch or office of it.</summary>
    Branch = 1,

    /// <summary>Its subsidiary: owned by more than half or controlled.</summary>
    Subsidiary = 2,

    /// <summary>Its affiliate: common ownership or control, or a holding with influence.</summary>
    Affiliate = 3,

    /// <summary>Its parent.</summary>
    Parent = 4,

    /// <summary>Owned by half or more in aggregate by designated parties.</summary>
    HalfOwned = 5,

    /// <summary>Took over its business.</summary>
    Successor = 6,
}

/// <summary>One statement that the subject's party is, is not, or may be, related to a designated party.</summary>
/// <param name="PartyKey">Key of the designated party.</param>
/// <param name="Relation">How it would be related.</param>
/// <param name="Truth">Whether it is. Unknown is a question, not a no.</param>
/// <param name="Evidence">Why.</param>
/// <param name="Standing">The days of the entry, where the statement is that the party stands on a list itself; null for one that holds whatever the day.</param>
public sealed record Attribution(string PartyKey, Relation Relation, Truth Truth, ImmutableArray<Evidence> Evidence, ListStanding? Standing = null)
{
    /// <summary>What the key of a list begins with of which no rule speaks: a party on it is never simply allowed.</summary>
    public const string Elsewhere = "listed:";

    /// <summary>Whether it holds on a day: not before its first day or after its last; unknown on days before the state in which an entry without a first day was seen.</summary>
    public Truth On(DateOnly day) =>
        Standing is not { } standing ? Truth
        : day < standing.From || day > standing.To ? Truth.False
        : standing.From is null && day < standing.SeenOn ? Kleene.And(Truth, Truth.Unknown) : Truth;
}

/// <summary>The days of an entry of a list, both inside it.</summary>
/// <param name="From">First day as stated, or null.</param>
/// <param name="To">Last day as stated, or null.</param>
/// <param name="SeenOn">The day of the state of the list in which it was seen; null when that is not known.</param>
public sealed record ListStanding(DateOnly? From, DateOnly? To, DateOnly? SeenOn);

/// <summary>
/// A party as matching, maker knowledge and ownership see it. Where it is <see cref="Identified"/>, what is not in
/// <see cref="Attributions"/> does not hold; where it is not, everything else is unknown.
/// </summary>
/// <param name="Name">The name to show.</param>
/// <param name="Identified">True when it is known who this is, so that a missing attribution is a no.</param>
/// <param name="Attributions">What it is to designated parties.</param>
/// <param name="Countries">Countries of organization, headquarters or principal place of business; empty when unknown.</param>
/// <param name="Evidence">Why.</param>
public sealed record PartyValue(
    string Name,
    bool Identified,
    ImmutableArray<Attribution> Attributions,
    ImmutableArray<string> Countries,
    ImmutableArray<Evidence> Evidence = default) : FactValue(Evidence)
{
    /// <summary>Countries whose persons surely own or control it, by stakes. Where it stands itself is said by <see cref="Countries"/>.</summary>
    public ImmutableArray<string> ControllingCountries { get; init; } = [];

    /// <summary>Countries that may own or control it, or may be its own, by stakes that are not wholly known: a question and no answer.</summary>
    public ImmutableArray<string> PossibleCountries { get; init; } = [];

    /// <inheritdoc/>
    public override string Signature =>
        $"{(PossibleCountries.IsEmpty && ControllingCountries.IsEmpty ? "" : $"{string.Join(',', ControllingCountries)}?{string.Join(',', PossibleCountries)} ")}{(Identified ? "i" : Attributions.IsEmpty ? "u" : "u" + Name)}[{string.Join(';', Attributions.Select(a => $"{a.PartyKey}:{(int)a.Relation}:{(int)a.Truth}{(a.Standing is { } s ? $":{s.From:yyyyMMdd}-{s.To:yyyyMMdd}-{s.SeenOn:yyyyMMdd}" : "")}"))}][{string.Join(',', Countries)}]";

    /// <inheritdoc/>
    public override string Display => Name;

    /// <inheritdoc/>
    public override bool IsKnown => Identified;
}
