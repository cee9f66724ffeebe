using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Equipment;
using Rubicon.Rules.Facts;
using Rubicon.Subjects;

namespace Rubicon.Screening;

/// <summary>Who made an item, and what it is, by label and signals.</summary>
/// <param name="Value">The producer, or null when nothing says.</param>
/// <param name="Maker">Name to show, or null.</param>
/// <param name="MakerKey">Key of the party whose ties on the day of making count, or null.</param>
/// <param name="Categories">Words of the category vocabulary; empty when unknown.</param>
/// <param name="CategoryEvidence">Why.</param>
/// <param name="Notes">Conflicts and relabelling, in words.</param>
/// <param name="Seen">The ledger behind it: every claim, what contradicts what.</param>
internal sealed record Producer(
    PartyValue? Value, string? Maker, string? MakerKey, ImmutableArray<string> Categories, ImmutableArray<Evidence> CategoryEvidence, ImmutableArray<string> Notes,
    Identification Seen);

/// <summary>
/// Joins the label with the signals of the device. Where they disagree nobody is taken for the maker: all candidates stay possible,
/// and a designated one among them makes a question (design 10).
/// </summary>
internal sealed class ProducerInterpreter(EquipmentIdentifier equipment, PartyResolver parties, DateOnly asOf)
{
    public Producer Of(Subject subject, FactDraft draft)
    {
        var day = MadeBy(draft);
        var label = draft.First(Field.Maker) ?? draft.First(Field.Brand);
        var found = label is { } text ? parties.Find(text.Text, null, [], asOf, screened: false) : null;
        var seen = equipment.Identify(subject, found?.MakerKey, other => parties.Find(other, null, [], asOf, screened: false).MakerKey);
        var evidence = ImmutableArray.CreateBuilder<Evidence>();
        if (label is { } stated) evidence.Add(draft.Evidence($"label {Quote.Text(stated.Text)}", stated));
        if (found is not null) evidence.AddRange(found.Value.Evidence);
        foreach (var claim in seen.Claims.Where(c => c.Strength != Strength.Label)) evidence.Add(EvidenceOf(claim));
        var value = (found, seen.MakerKey) switch
        {
            (null, null) => null,
            (null, { } key) => parties.OfKey(key, asOf, evidence.ToImmutable()),
            ({ } named, null) => named.Value with { Evidence = evidence.ToImmutable() },
            ({ MakerKey: { } own } named, { } key) when own == key || equipment.Knowledge.Agree(own, key) => named.Value with { Evidence = evidence.ToImmutable() },
            ({ } named, { } key) => Disputed(named.Value, parties.OfKey(key, asOf, []), evidence.ToImmutable()),
        };
        if (value is { Identified: true } && day < asOf && (found?.MakerKey ?? seen.MakerKey) is { } then)
            value = AlsoOn(value, parties.OfKey(then, day, []));
        if (!seen.Suspects.IsEmpty || !seen.Relabels.IsEmpty)
            value = Suspected(value ?? new PartyValue("maker not stated", false, [], [], evidence.ToImmutable()), seen);
        var unsure = seen.Cautions.Where(c => c.Source.Confidence == Parties.Confidence.Unsure).ToList();
        if (value is not null && unsure.Count > 0)
            value = value with { Identified = false, Attributions = [.. value.Attributions.Select(a => a with { Truth = Truth.Unknown })] };
        return new Producer(value, value is { Identified: true } ? value.Name : null, found?.MakerKey ?? seen.MakerKey, Narrowest([.. seen.Categories.Select(Narrowed).Distinct(StringComparer.Ordinal)]),
            [.. seen.Categories.Select(c => new Evidence(c.Signal, c.Where))], [.. seen.Conflicts, .. seen.Notes], seen);
    }

    /// <summary>
    /// What the maker files call a router (by model, object identifier or banner) is one for carriers or enterprises: home routers are told
    /// apart there. The bare word "router" in a record could be either.
    /// </summary>
    private static string Narrowed(CategoryEvidence evidence) =>
        evidence.Category == "routing" && !evidence.Signal.StartsWith("word ", StringComparison.Ordinal) ? "carrier-router" : evidence.Category;

    /// <summary>A wide word beside a narrower one ("router" beside a model that is one for carriers) adds nothing.</summary>
    private static ImmutableArray<string> Narrowest(ImmutableArray<string> categories) =>
        [.. categories.Where(c => !categories.Any(o => o != c && Vocabularies.Category.IsA(o, c)))];

    /// <summary>Makers that weaker signals or relabelling point to may have made it: a question, never an answer.</summary>
    private PartyValue Suspected(PartyValue value, Identification seen)
    {
        var keys = seen.Suspects.Concat(seen.Relabels.Where(r => r.Relabel.Kind == RelabelKind.Whole).Where(r => r.Model is not null || r.Relabel.Models.IsEmpty).Select(r => r.Relabel.MakerKey).OfType<string>());
        var known = value.Attributions.Select(a => a.PartyKey).ToHashSet(StringComparer.Ordinal);
        var added = keys.Distinct(StringComparer.Ordinal)
            .SelectMany(k => parties.OfKey(k, asOf, []).Attributions)
            .Where(a => known.Add(a.PartyKey))
            .Select(a => a with { Truth = Truth.Unknown, Evidence = [.. a.Evidence, new Evidence("a signal or a relabelling statement points to it")] }).ToList();
        return added.Count == 0 ? value : value with { Attributions = [.. value.Attributions, .. added] };
    }

    /// <summary>The day by which the item had been made: obtained, installed, or the as-of day.</summary>
    private DateOnly MadeBy(FactDraft draft) =>
        (draft.Value("obtained") ?? draft.Value("installed") ?? draft.Value("act-date")) is DateValue day && day.Value < asOf ? day.Value : asOf;

    /// <summary>Ties that held on the day the item was obtained count too: it was produced by then.</summary>
    private static PartyValue AlsoOn(PartyValue now, PartyValue then)
    {
        var missing = then.Attributions.Where(t => !now.Attributions.Any(n => n.PartyKey == t.PartyKey)).ToList();
        return missing.Count == 0 ? now : now with { Attributions = [.. now.Attributions, .. missing] };
    }

    /// <summary>Two sources disagree: nothing is certain, and each is possible.</summary>
    private static PartyValue Disputed(PartyValue one, PartyValue other, ImmutableArray<Evidence> evidence) => new(
        one.Name == other.Name ? one.Name : $"{one.Name} or {other.Name}", false,
        [.. one.Attributions.Concat(other.Attributions).GroupBy(a => (a.PartyKey, a.Relation)).Select(g => g.First() with { Truth = Truth.Unknown })],
        one.Countries.SequenceEqual(other.Countries, StringComparer.Ordinal) ? one.Countries : [], evidence);

    private static Evidence EvidenceOf(Claim claim) => new(
        $"{claim.Signal}: {About(claim.About)} {claim.MakerText}{(claim.Model is null ? "" : $" {claim.Model}")}", claim.Where, claim.Source.Title);

    private static string About(ClaimSubject about) => about switch
    {
        ClaimSubject.InterfaceMaker => "network interface by",
        ClaimSubject.ModuleMaker => "module by",
        ClaimSubject.OperatingSystem => "software by",
        ClaimSubject.Brand => "brand of",
        _ => "made by",
    };
}
