using System.Collections.Immutable;

namespace Rubicon.Ownership;

/// <summary>How sure an answer is. Numbers are written to reports and never change.</summary>
public enum OwnershipTruth
{
    /// <summary>Whatever the missing shares are, no.</summary>
    No = 0,

    /// <summary>It depends on shares that are not stated.</summary>
    Possible = 1,

    /// <summary>Whatever the missing shares are, yes.</summary>
    Certain = 2,
}

/// <summary>A share that is not known well enough, and what would settle the question.</summary>
/// <param name="Owner">The holder.</param>
/// <param name="Owned">The entity held.</param>
/// <param name="Known">What is known of the share.</param>
/// <param name="Settles">What the share would have to be for a certain answer, in words.</param>
public sealed record MissingStake(string Owner, string Owned, ShareBounds Known, string Settles)
{
    /// <summary>True when not the share is missing, but who holds it, or whether two names are one party.</summary>
    public bool Identity { get; init; }
}

/// <summary>The answer to one question about one party.</summary>
/// <param name="Truth">Certain, possible or no.</param>
/// <param name="Path">The stakes that carry the answer, from the listed down to the party; empty for no.</param>
/// <param name="Missing">The shares to ask for when it is possible; otherwise empty.</param>
/// <param name="Share">The sum or integrated share that was compared, where the measure has one.</param>
/// <param name="Reason">The result in one sentence.</param>
public sealed record OwnershipAnswer(
    OwnershipTruth Truth, ImmutableArray<StakeEdge> Path, ImmutableArray<MissingStake> Missing, ShareBounds? Share, string Reason);
