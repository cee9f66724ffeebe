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

    private const int MostShown = 12;

    /// <summary>Parties of files that parties of the transaction are or may be, where the stakes come from files.</summary>
    public ImmutableArray<RoleJoin> Joins { get; init; } = [];

    /// <summary>The stakes with parties of like names taken for one, where that is open: what only they give is a question.</summary>
    public StatedHoldings? Supposed { get; init; }

    /// <summary>True when more stakes are stated than were taken: then nothing is excluded.</summary>
    public bool IsPart { get; init; }

    /// <summary>Both together. A holder of the files whose name the other states too is that holder: a stake stated twice is one stake.</summary>
    /// <param name="files">Stakes of files.</param>
    public StatedHoldings With(StatedHoldings files)
    {
        var own = Stakes.SelectMany(s => new[] { s.Owner, s.Owned }).ToHashSet(StringComparer.Ordinal);
        string Key(string key) => own.Contains(KeyOf(key)) ? KeyOf(key) : key;
        var parties = Parties.ToBuilder();
        foreach (var (key, value) in files.Parties)
            if (!parties.TryGetValue(Key(key), out var known) || (known.Identified && !value.Identified && known.Attributions.IsEmpty)) parties[Key(key)] = value;
        return new StatedHoldings([.. Stakes, .. files.Stakes.Select(s => s with { Owner = Key(s.Owner), Owned = Key(s.Owned) })], parties.ToImmutable(), Evidence)
        {
            Joins = [.. Joins, .. files.Joins.Select(j => j with { Key = Key(j.Key) })],
            IsPart = IsPart || files.IsPart,
            Supposed = files.Supposed is { } supposed ? With(supposed) : null,
        };
    }

    /// <inheritdoc/>
    public override ImmutableArray<(string Key, PartyValue? Party)> Holders =>
        [.. Stakes.Select(s => s.Owner).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(o => (o, Parties.GetValueOrDefault(o)))];

    /// <inheritdoc/>
    public override string Signature => string.Join(';', Stakes.Select(s =>
        string.Create(CultureInfo.InvariantCulture, $"{s.Owner}>{s.Owned}:{s.Share.Minimum}-{s.Share.Maximum}:{(int)s.Kind}:{s.Holds}")))
        + "|" + string.Join(';', Parties.Select(p => $"{p.Key}={p.Value.Signature}")) + "|" + string.Join(';', Joins.Select(j => $"{j.Alias}={j.Key}:{j.IsSure}")) + (IsPart ? "|part" : "") + (Supposed is null ? "" : $"|{Supposed.Signature}");

    /// <summary>Where each of the first stakes is stated.</summary>
    public ImmutableArray<Evidence> Places => [.. Stakes.Take(MostShown).Select(s => new Evidence(Words(s), s.Where, s.Document))];

    /// <inheritdoc/>
    public override string Display => string.Join("; ", Stakes.Take(MostShown).Select(s => Words(s)))
        + (Stakes.Length > MostShown ? string.Create(CultureInfo.InvariantCulture, $"; and {Stakes.Length - MostShown} more") : "");

    /// <inheritdoc/>
    public override HoldingAnswer Reach(
        HoldingMeasure measure, IReadOnlyCollection<string> certain, IReadOnlyCollection<string> possible, string role, PartyValue? party, DateOnly day)
    {
        string alias = party is null ? role : KeyOf(party.Name);
        var joins = Joins.Where(j => j.Alias == alias).ToList();
        bool stated = Stakes.Any(s => s.Owned == alias || s.Owned == role || s.Owner == alias || s.Owner == role);
        var answers = joins.Select(j => Joined(j, Reach(measure, certain, possible, role, k => k == alias || k == j.Key ? role : k, day))).ToList();
        if (stated || joins.Count == 0) answers.Add(Reach(measure, certain, possible, role, k => k == alias ? role : k, day));
        var strictest = answers.MaxBy(a => a.Truth switch { Truth.True => 2, Truth.Unknown => 1, _ => 0 })!;
        if (strictest.Truth == Truth.False && Supposed?.Reach(measure, certain, possible, role, party, day) is { Truth: not Truth.False } open)
            return open with { Truth = Truth.Unknown, Says = $"{open.Says}, if parties of like names in the files are one" };
        return IsPart && strictest.Truth == Truth.False ? strictest with { Truth = Truth.Unknown, Says = $"{strictest.Says}; more stakes are stated than were looked at" } : strictest;
    }

    // A like name proposes and never decides: what it would give is a question.
    private static HoldingAnswer Joined(RoleJoin join, HoldingAnswer answer) => join.IsSure ? answer with { Says = $"{answer.Says} (joined by {join.Words})" }
        : answer with { Truth = answer.Truth == Truth.True ? Truth.Unknown : answer.Truth, Says = $"{answer.Says}, if it is the party of the files by {join.Words}, which nobody confirmed" };

    private HoldingAnswer Reach(
        HoldingMeasure measure, IReadOnlyCollection<string> certain, IReadOnlyCollection<string> possible, string role, Func<string, string> key, DateOnly day)
    {
        var graph = new OwnershipGraph(Stakes.Select(s => s with { Owner = key(s.Owner), Owned = key(s.Owned) }), day);
        // The party itself is asked about: what it is listed as is another question.
        string[] sure = [.. certain.Select(key).Where(k => k != role)];
        string[] all = [.. sure, .. possible.Select(key).Where(k => k != role)];
        var surely = Of(graph, measure, sure, role);
        var owners = measure == HoldingMeasure.Half ? FiftyPercentRule.OwnersBehind(graph, all, role) : [];
        if (surely.Truth == OwnershipTruth.Certain) return Answer(Truth.True, surely) with { Owners = owners };
        var perhaps = Of(graph, measure, all, role);
        if (perhaps.Truth == OwnershipTruth.No) return Answer(Truth.False, perhaps);
        string open = all.Length > sure.Length ? $"; whether {string.Join(", ", all.Except(sure, StringComparer.Ordinal))} is listed is not known" : "";
        return Answer(Truth.Unknown, perhaps with { Reason = perhaps.Reason + open }) with { Owners = owners };
    }

    private static OwnershipAnswer Of(OwnershipGraph graph, HoldingMeasure measure, string[] listed, string party) => measure switch
    {
        HoldingMeasure.Control => ControlMeasure.Of(graph, listed, party),
        HoldingMeasure.Affiliate => AffiliateMeasure.Of(graph, listed, party),
        HoldingMeasure.HalfAlone => listed.Select(l => FiftyPercentRule.Of(graph, [l], party)).MaxBy(a => a.Truth) ?? FiftyPercentRule.Of(graph, [], party),
        _ => FiftyPercentRule.Of(graph, listed, party),
    };

    private static string Words(Stake stake) => $"{stake.Owner} holds {(stake.Share == ShareBounds.Unknown ? "a share that is not stated" : stake.Share)} of {stake.Owned}";

    private static HoldingAnswer Answer(Truth truth, OwnershipAnswer answer)
    {
        var stakes = answer.Path.SelectMany(e => e.Stakes).Select(s => new Evidence(Words(s), s.Where));
        return new HoldingAnswer(truth, answer.Missing.IsEmpty ? answer.Reason : $"{answer.Reason}; {string.Join("; ", answer.Missing.Select(m => m.Settles).Distinct())}", [.. stakes]);
    }
}
