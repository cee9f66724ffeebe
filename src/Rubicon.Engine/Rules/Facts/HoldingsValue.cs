using System.Collections.Immutable;

namespace Rubicon.Rules.Facts;

/// <summary>How stakes of designated parties in a party are counted. Each regime has its own; none is turned into another.</summary>
public enum HoldingMeasure
{
    /// <summary>50 per cent or more, directly or indirectly and in the aggregate; an entity so reached counts in full for what it owns.</summary>
    Half = 0,

    /// <summary>50 per cent or more in the hands of one designated party, directly or through entities that it so reaches.</summary>
    HalfAlone = 1,

    /// <summary>More than half of the votes, or a stated means of control.</summary>
    Control = 2,

    /// <summary>More than 10 per cent of the equity, or control: up, down, or through a third (47 U.S.C. 153(2)).</summary>
    Affiliate = 3,
}

/// <summary>What a measure says of one party.</summary>
/// <param name="Truth">True or false whatever the missing shares are; unknown when it depends on them.</param>
/// <param name="Says">The result in one sentence.</param>
/// <param name="Evidence">The stakes that carry it.</param>
public sealed record HoldingAnswer(Truth Truth, string Says, ImmutableArray<Evidence> Evidence)
{
    /// <summary>Keys of the designated holders whose shares count, however small; empty where the measure is another or the bar is not reached.</summary>
    public ImmutableArray<string> Owners { get; init; } = [];
}

/// <summary>
/// Who holds what, as far as stated. Rules ask for a measure and know nothing of graphs: those who can count implement this. A fact set holds it
/// under the name <c>stakes</c>.
/// </summary>
public abstract record HoldingsValue : FactValue
{
    private protected HoldingsValue(ImmutableArray<Evidence> evidence)
        : base(evidence)
    {
    }

    /// <summary>Everybody who holds something: key, and the party where one was stated; null for a role of the transaction.</summary>
    public abstract ImmutableArray<(string Key, PartyValue? Party)> Holders { get; }

    /// <summary>What designated holders have in one party.</summary>
    /// <param name="measure">How it is counted.</param>
    /// <param name="certain">Keys of the holders that are designated for certain.</param>
    /// <param name="possible">Keys of those that may be.</param>
    /// <param name="role">The role of the party asked about: <c>recipient</c>, <c>supplier</c>.</param>
    /// <param name="party">The party in that role, or null when it is not stated.</param>
    /// <param name="day">The day as of which stakes are held.</param>
    public abstract HoldingAnswer Reach(
        HoldingMeasure measure, IReadOnlyCollection<string> certain, IReadOnlyCollection<string> possible, string role, PartyValue? party, DateOnly day);
}

/// <summary>A person's answer to the question who owns how much: whether designated parties reach the bar, without the stakes.</summary>
/// <param name="Reached">True when they do.</param>
/// <param name="Evidence">Why.</param>
public sealed record AnsweredHoldings(bool Reached, ImmutableArray<Evidence> Evidence = default) : HoldingsValue(Evidence)
{
    /// <inheritdoc/>
    public override ImmutableArray<(string Key, PartyValue? Party)> Holders => [];

    /// <inheritdoc/>
    public override string Signature => Reached ? "reached" : "not reached";

    /// <inheritdoc/>
    public override string Display => Reached ? "designated parties reach the bar" : "designated parties stay below the bar";

    /// <inheritdoc/>
    public override HoldingAnswer Reach(
        HoldingMeasure measure, IReadOnlyCollection<string> certain, IReadOnlyCollection<string> possible, string role, PartyValue? party, DateOnly day) =>
        new(Kleene.Of(Reached), Display, Evidence);
}

/// <summary>Stakes as a saved report shows them: words alone, of which nothing can be counted again.</summary>
/// <param name="Text">Who holds what.</param>
/// <param name="Evidence">Where it was stated.</param>
public sealed record ShownHoldings(string Text, ImmutableArray<Evidence> Evidence = default) : HoldingsValue(Evidence)
{
    /// <inheritdoc/>
    public override ImmutableArray<(string Key, PartyValue? Party)> Holders => [];

    /// <inheritdoc/>
    public override string Signature => Text;

    /// <inheritdoc/>
    public override string Display => Text;

    /// <inheritdoc/>
    public override HoldingAnswer Reach(
        HoldingMeasure measure, IReadOnlyCollection<string> certain, IReadOnlyCollection<string> possible, string role, PartyValue? party, DateOnly day) =>
        new(Truth.Unknown, "a saved report does not hold the stakes", Evidence);
}
