using System.Collections.Immutable;
using System.Globalization;
using Rubicon.Ownership;
using Rubicon.Rules.Facts;

namespace Rubicon.Screening;

/// <summary>
/// Stakes as a request states them, counted by <see cref="FiftyPercentRule"/>, <see cref="ControlMeasure"/> and <see cref="AffiliateMeasure"/>. The entity
/// held goes by a role of the transaction (<c>recipient</c>) or by its name; a name that is that of a party of the transaction is that party.
/// </summary>
/// <param name="Stakes">The stakes; keys as <see cref="KeyOf"/> makes them.</param>
/// <param name="Parties">Holders by key, as far as they are parties of their own and no roles.</param>
/// <param name="Evidence">Where they are stated.</param>
public sealed record StatedHoldings(
    ImmutableArray<Stake> Stakes, ImmutableSortedDictionary<string, PartyValue> Parties, ImmutableArray<Evidence> Evidence = default) : HoldingsValue(Evidence)
{
    /// <summary>The key of a party that goes by its name: names are compared without case and outer space.</summary>
    public static string KeyOf(string name) => name.Trim().ToLowerInvariant();

    /// <inheritdoc/>
    public override ImmutableArray<(string Key, PartyValue? Party)> Holders =>
        [.. Stakes.Select(s => s.Owner).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(o => (o, Parties.GetValueOrDefault(o)))];

    /// <inheritdoc/>
    public override string Signature => string.Join(';', Stakes.Select(s =>
        string.Create(CultureInfo.InvariantCulture, $"{s.Owner}>{s.Owned}:{s.Share.Minimum}-{s.Share.Maximum}:{(int)s.Kind}:{s.Holds}")))
        + "|" + string.Join(';', Parties.Select(p => $"{p.Key}={p.Value.Signature}"));

    /// <inheritdoc/>
    public override string Display => string.Join("; ", Stakes.Select(s => $"{s.Owner} holds {s.Share} of {s.Owned}"));

    /// <inheritdoc/>
    public override HoldingAnswer Reach(
        HoldingMeasure measure, IReadOnlyCollection<string> certain, IReadOnlyCollection<string> possible, string role, PartyValue? party, DateOnly day)
    {
        string alias = party is null ? role : KeyOf(party.Name);
        string Key(string key) => key == alias ? role : key;
        var graph = new OwnershipGraph(Stakes.Select(s => s with { Owner = Key(s.Owner), Owned = Key(s.Owned) }), day);
        // The party itself is asked about: what it is listed as is another question.
        string[] sure = [.. certain.Select(Key).Where(k => k != role)];
        string[] all = [.. sure, .. possible.Select(Key).Where(k => k != role)];
        var surely = Of(graph, measure, sure, role);
        if (surely.Truth == OwnershipTruth.Certain) return Answer(Truth.True, surely);
        var perhaps = Of(graph, measure, all, role);
        if (perhaps.Truth == OwnershipTruth.No) return Answer(Truth.False, perhaps);
        string open = all.Length > sure.Length ? $"; whether {string.Join(", ", all.Except(sure, StringComparer.Ordinal))} is listed is not known" : "";
        return Answer(Truth.Unknown, perhaps with { Reason = perhaps.Reason + open });
    }

    private static OwnershipAnswer Of(OwnershipGraph graph, HoldingMeasure measure, string[] listed, string party) => measure switch
    {
        HoldingMeasure.Control => ControlMeasure.Of(graph, listed, party),
        HoldingMeasure.Affiliate => AffiliateMeasure.Of(graph, listed, party),
        HoldingMeasure.HalfAlone => listed.Select(l => FiftyPercentRule.Of(graph, [l], party)).MaxBy(a => a.Truth) ?? FiftyPercentRule.Of(graph, [], party),
        _ => FiftyPercentRule.Of(graph, listed, party),
    };

    private static HoldingAnswer Answer(Truth truth, OwnershipAnswer answer)
    {
        var stakes = answer.Path.SelectMany(e => e.Stakes).Select(s => new Evidence($"{s.Owner} holds {s.Share} of {s.Owned}", s.Where));
        return new HoldingAnswer(truth, answer.Missing.IsEmpty ? answer.Reason : $"{answer.Reason}; {string.Join("; ", answer.Missing.Select(m => m.Settles).Distinct())}", [.. stakes]);
    }
}
