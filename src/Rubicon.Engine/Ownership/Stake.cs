using Rubicon.Dates;
using Rubicon.Diagnostics;

namespace Rubicon.Ownership;

/// <summary>What a stake gives its holder. Numbers are written to data and never change.</summary>
public enum StakeKind
{
    /// <summary>Shares of the capital.</summary>
    Equity = 0,

    /// <summary>Votes, where they are stated apart from the capital.</summary>
    Votes = 1,

    /// <summary>The right to appoint or remove most of the board.</summary>
    Board = 2,

    /// <summary>Control by contract: variable interests, management or operating agreements.</summary>
    Contract = 3,

    /// <summary>A special or golden share.</summary>
    SpecialShare = 4,

    /// <summary>Held as trustee or through a trust.</summary>
    Trust = 5,

    /// <summary>Held in its own name for somebody else.</summary>
    Nominee = 6,

    /// <summary>A minority stated to dominate the meetings.</summary>
    DominantMinority = 7,

    /// <summary>Another interest.</summary>
    Other = 8,

    /// <summary>No interest of the one in the other: the two are stated to vote together.</summary>
    InConcert = 9,

    /// <summary>Significant influence or control by means that are not stated: it may be control and is no ownership.</summary>
    Influence = 10,

    /// <summary>An office in the entity, such as a seat on the board: by itself neither ownership nor control.</summary>
    Office = 11,

    /// <summary>Stated to be a subsidiary, or consolidated in the accounts: a stated means of control; how much is owned is not said.</summary>
    Consolidated = 12,
}

/// <summary>One stated stake of a party in another.</summary>
/// <param name="Owner">Key of the holder.</param>
/// <param name="Owned">Key of the entity held.</param>
/// <param name="Share">How much, as far as stated.</param>
/// <param name="Kind">What it gives.</param>
/// <param name="IsIndirect">True when the source states a total that runs through other entities: it is never added to the chain it sums up.</param>
/// <param name="Holds">Days for which it is stated; null when none are stated.</param>
/// <param name="Where">Where it was read.</param>
/// <param name="Document">The document behind it, or null.</param>
public sealed record Stake(
    string Owner, string Owned, ShareBounds Share, StakeKind Kind, bool IsIndirect, Period? Holds, SourceLocation Where, string? Document = null)
{
    /// <summary>True when the holder exists and nobody named it: it may be anybody, the listed among them.</summary>
    public bool IsOwnerUnknown { get; init; }

    /// <summary>True on days within its period, and on any day when none is stated.</summary>
    public bool IsHeldOn(DateOnly day) => Holds is not { } days || days.Contains(day);
}
