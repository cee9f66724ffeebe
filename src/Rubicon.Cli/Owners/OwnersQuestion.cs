using System.Collections.Immutable;
using Rubicon.Ownership;

namespace Rubicon.Cli.Owners;

/// <summary>What is asked of a graph: a party, the listed, the measures.</summary>
/// <param name="Graph">The stakes of the day.</param>
/// <param name="Names">Asks with what hangs on like names.</param>
/// <param name="Party">Key of the party; null for everybody whom the listed reach.</param>
/// <param name="Listed">Keys of the listed.</param>
/// <param name="Measure">One measure, or null for all.</param>
/// <param name="InConcert">True when the votes of the listed are added.</param>
internal sealed record OwnersQuestion(OwnershipGraph Graph, SupposedSame Names, string? Party, ImmutableArray<string> Listed, string? Measure, bool InConcert)
{
    /// <summary>The words for measures.</summary>
    public static readonly string[] Measures = ["fifty-percent", "control", "integrated", "affiliate"];

    /// <summary>By which lists a listed party was named.</summary>
    public required ILookup<string, string> ListsOf { get; init; }

    /// <summary>Countries of whose jurisdiction it is asked.</summary>
    public ImmutableArray<string> Countries { get; init; } = [];

    /// <summary>Why it cannot be answered, or null.</summary>
    public string? WhyNot => Party is null && !Listed.IsEmpty && Measure is "integrated" or "affiliate" ? $"--measure {Measure} needs a party: it is not listed for everybody"
        : Party is null && !Countries.IsEmpty ? "--countries needs a party"
        : Party is not null && Listed.IsEmpty && Measure is not null ? $"--measure {Measure} needs --listed" : null;

    /// <summary>The answers about the party.</summary>
    public ImmutableArray<MeasuredAnswer> Answers() => Party is not { } party ? [] : Listed.IsEmpty ? [.. Jurisdiction(party)] :
    [
        .. Jurisdiction(party),
        .. Measures.Where(m => Measure is null || m == Measure).Select(m => new MeasuredAnswer(m, Names.Ask(graph => m switch
        {
            "fifty-percent" => FiftyPercentRule.Of(graph, Listed, party),
            "control" => ControlMeasure.Of(graph, Listed, party, InConcert),
            "integrated" => IntegratedShare.Of(graph, Listed, party),
            _ => AffiliateMeasure.Of(graph, Listed, party),
        }), m == "fifty-percent" ? Owners(party) : [])),
    ];

    /// <summary>The listed whose shares count, with the lists by which they were named.</summary>
    private ImmutableArray<string> Owners(string party) =>
        [.. FiftyPercentRule.OwnersBehind(Graph, Listed, party).Select(o => ListsOf.Contains(o) ? $"{Graph.NameOf(o)} ({string.Join(", ", ListsOf[o])})" : Graph.NameOf(o))];

    private IEnumerable<MeasuredAnswer> Jurisdiction(string party) =>
        Countries.IsEmpty ? [] : [new MeasuredAnswer("jurisdiction", Names.Ask(graph => JurisdictionMeasure.Of(graph, Countries, party)), [])];

    /// <summary>Everybody whom the listed reach, by the measures that can be listed.</summary>
    public IEnumerable<(string Measure, string Party, OwnershipTruth Truth)> Reached() =>
        from measure in Measures.Take(2).Where(m => Measure is null || m == Measure)
        from reached in measure == "control" ? ControlMeasure.Reach(Graph, Listed, InConcert) : FiftyPercentRule.Reach(Graph, Listed)
        where !Listed.Contains(reached.Party, StringComparer.Ordinal)
        select (measure, reached.Party, reached.Truth);
}
