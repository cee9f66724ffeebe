using System.Collections.Immutable;

namespace Rubicon.Ownership;

/// <summary>What one party holds in another, of one kind, by all statements about it.</summary>
public sealed class StakeEdge
{
    internal StakeEdge(ImmutableArray<Stake> stakes, string ownerName, string ownedName)
    {
        (Stakes, OwnerName, OwnedName) = (stakes, ownerName, ownedName);
        Share = stakes.Skip(1).Aggregate(stakes[0].Share, (bounds, s) => bounds.Or(s.Share));
    }

    /// <summary>The statements, at least one, in the order read.</summary>
    public ImmutableArray<Stake> Stakes { get; }

    /// <summary>Bounds that hold every statement.</summary>
    public ShareBounds Share { get; }

    /// <summary>Key of the holder.</summary>
    public string Owner => Stakes[0].Owner;

    /// <summary>Key of the entity held.</summary>
    public string Owned => Stakes[0].Owned;

    /// <summary>Name of the holder to show.</summary>
    public string OwnerName { get; }

    /// <summary>Name of the entity to show.</summary>
    public string OwnedName { get; }

    /// <summary>What it gives.</summary>
    public StakeKind Kind => Stakes[0].Kind;

    /// <summary>True for a stated total.</summary>
    public bool IsIndirect => Stakes[0].IsIndirect;

    /// <summary>True when sources state different shares.</summary>
    public bool IsDisputed => Stakes.Any(s => s.Share != Stakes[0].Share);
}
