using System.Collections.Immutable;

namespace Rubicon.Ownership;

/// <summary>
/// Answers where names leave open whether parties are one: asked of the graph as it is, and of the graph in which those that may be one are one. What only the second gives is
/// possible, and the missing fact is whether they are one.
/// </summary>
public sealed class SupposedSame
{
    private readonly OwnershipGraph _graph;
    private readonly OwnershipGraph? _joined;
    private readonly ImmutableArray<NameProposal> _proposals;

    /// <summary>Takes the graph and the proposals that nobody confirmed or refused.</summary>
    public SupposedSame(OwnershipGraph graph, ImmutableArray<NameProposal> proposals)
    {
        (_graph, _proposals) = (graph, proposals);
        _joined = proposals.IsEmpty ? null : new OwnershipGraph(graph.Register, graph.Day, proposals);
    }

    /// <summary>The answer of a measure with what hangs on names.</summary>
    /// <param name="measure">Asks one graph.</param>
    public OwnershipAnswer Ask(Func<OwnershipGraph, OwnershipAnswer> measure)
    {
        var sure = measure(_graph);
        if (_joined is null) return sure;
        var supposed = measure(_joined);
        if (supposed.Truth <= sure.Truth && supposed.Share == sure.Share) return sure;
        if (supposed.Truth <= sure.Truth && sure.Share is null) return sure;
        var used = supposed.Path.SelectMany(e => e.Stakes).SelectMany(s => new[] { s.Owner, s.Owned }).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<MissingStake> missing = [.. _proposals.Where(p => used.Contains(p.Key) || used.Contains(p.Other)).Select(Missing)];
        if (missing.IsEmpty) return sure;
        var share = sure.Share is { } a && supposed.Share is { } b ? a.Or(b) : sure.Share ?? supposed.Share;
        bool differs = supposed.Truth > sure.Truth;
        return new OwnershipAnswer(differs || sure.Truth == OwnershipTruth.Possible || share?.IsExact == false && sure.Share?.IsExact == true && IsShareOnly(sure) ? OwnershipTruth.Possible : sure.Truth,
            differs ? supposed.Path : sure.Path, [.. missing, .. sure.Missing, .. supposed.Missing.Except(sure.Missing)], share, $"{(differs ? supposed : sure).Reason}; depends on whether parties of like names are one");
    }

    // An integrated share is its own answer: bounds that differ make it possible.
    private static bool IsShareOnly(OwnershipAnswer answer) => answer.Reason.StartsWith("integrated", StringComparison.Ordinal);

    private static MissingStake Missing(NameProposal proposal) =>
        new(proposal.Name, proposal.OtherName, ShareBounds.Unknown, $"whether {proposal.Name} ({proposal.Key}) and {proposal.OtherName} ({proposal.Other}) are one party") { Identity = true };
}
