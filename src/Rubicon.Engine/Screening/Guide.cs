using System.Collections.Immutable;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Screening;

/// <summary>One rule in a guide.</summary>
/// <param name="Provision">The provision.</param>
/// <param name="Version">The version that the guide speaks of.</param>
/// <param name="Binds">True when the actor is bound by its capacities alone; unknown when it depends on something else about the actor.</param>
/// <param name="Until">Last day as known, or null.</param>
/// <param name="Due">When its duty is due, or null where it has no clock.</param>
public sealed record GuideRule(Provision Provision, ProvisionVersion Version, Truth Binds, DateOnly? Until, DueDate? Due)
{
    /// <summary>The citation of the version.</summary>
    public string Citation => Version.Citation ?? Provision.Citation;

    /// <summary>Words of the law that name whom it binds and what it speaks of, as far as the conditions quote them.</summary>
    public IEnumerable<string> Words => Version.Parts.SelectMany(p => p.Walk()).Select(c => c.Quotation.Words).OfType<string>().Distinct(StringComparer.Ordinal);
}

/// <summary>An entry of a list that begins or ends.</summary>
/// <param name="List">Id of the list.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Day">Its first day, or its last.</param>
/// <param name="Begins">True when it begins.</param>
public sealed record GuideListing(string List, DesignationEntry Entry, DateOnly Day, bool Begins);

/// <summary>
/// What the law asks of one actor on one day, whatever it buys or runs: what binds it, what comes with a date, what ends, and what was only reported,
/// proposed or suspended. A rule whose binding depends on a fact about the actor that is not stated is among those that bind, marked so.
/// </summary>
public sealed record Guide
{
    private Guide(DateOnly asOf, DateOnly knownAt) => (AsOf, KnownAt) = (asOf, knownAt);

    /// <summary>The day.</summary>
    public DateOnly AsOf { get; }

    /// <summary>Only law known by then is in it.</summary>
    public DateOnly KnownAt { get; }

    /// <summary>Bars, license needs, powers to review and duties that bind on the day, strictest first; then by id.</summary>
    public required ImmutableArray<GuideRule> Now { get; init; }

    /// <summary>Versions that begin after the day, by day.</summary>
    public required ImmutableArray<GuideRule> Coming { get; init; }

    /// <summary>Versions of the day that do not decide: reported, proposed, adopted, suspended.</summary>
    public required ImmutableArray<GuideRule> Pending { get; init; }

    /// <summary>Exceptions and waivers that a rule of <see cref="Now"/> names and that hold on the day, by id.</summary>
    public required ImmutableArray<GuideRule> WaysOut { get; init; }

    /// <summary>Entries of lists that the rules of <see cref="Now"/> and <see cref="Coming"/> look into and that begin or end after the day, by day.</summary>
    public required ImmutableArray<GuideListing> Listings { get; init; }

    /// <summary>Packs that were last kept up before the day: for them the guide may lack what changed since.</summary>
    public required ImmutableArray<Pack> Stale { get; init; }

    /// <summary>Writes the guide.</summary>
    /// <param name="law">The law.</param>
    /// <param name="actor">Who asks; its capacities are taken to be all that it has.</param>
    /// <param name="asOf">The day asked about.</param>
    /// <param name="knownAt">Only law known by then.</param>
    public static Guide Of(LawBook law, ActorProfile actor, DateOnly asOf, DateOnly knownAt)
    {
        var facts = FactSet.Empty(law.Catalog).With(law.Catalog.Actor, new WordsValue(actor.Capacities, true, [new Evidence($"acts as {string.Join(", ", actor.Capacities)}")]));
        foreach (var (name, value) in actor.Facts)
            if (law.Catalog.Find(name) is { } fact) facts = facts.With(fact, value);
        if (actor.Country is { } country) facts = facts.With(law.Catalog["actor-country"], new WordsValue([country]));
        GuideRule? Rule(Provision provision, ProvisionVersion version, DateOnly day)
        {
            var binds = version.Binds?.Evaluate(new Scope(facts, law, day, knownAt)) ?? Truth.True;
            return binds == Truth.False ? null : new GuideRule(provision, version, binds, version.Effective.EndAsKnown(knownAt),
                version.Clock is { } clock ? DueDate.Of(clock, facts, day) : null);
        }
        var asked = law.Provisions.Where(p => p.Versions.Any(v => v.Effect != Effect.Allowed)).ToList();
        var today = asked.Select(p => (p, v: p.VersionOn(asOf, knownAt))).Where(x => x.v is not null).Select(x => Rule(x.p, x.v!, asOf)).OfType<GuideRule>().ToList();
        ImmutableArray<GuideRule> now = [.. today.Where(r => r.Version.Decides).OrderByDescending(r => r.Version.Effect).ThenBy(r => r.Provision.Id, StringComparer.Ordinal)];
        ImmutableArray<GuideRule> coming = [.. asked.SelectMany(p => p.Versions.Where(v => v.Effective.From > asOf && v.Effective.Known <= knownAt).Select(v => Rule(p, v, v.Effective.From)))
            .OfType<GuideRule>().OrderBy(r => r.Version.Effective.From).ThenBy(r => r.Provision.Id, StringComparer.Ordinal)];
        return new Guide(asOf, knownAt)
        {
            Now = now,
            Coming = coming,
            Listings = [.. ListingsOf(law, now.Concat(coming), asOf, knownAt).OrderBy(l => l.Day).ThenBy(l => l.Entry.Id, StringComparer.Ordinal).ThenBy(l => l.Begins)],
            // What was adopted with a later day stands among what comes.
            Pending = [.. today.Where(r => !r.Version.Decides && !(r.Version.Status == LegalStatus.Adopted && coming.Any(c => c.Provision == r.Provision))).OrderBy(r => r.Provision.Id, StringComparer.Ordinal)],
            WaysOut = [.. now.SelectMany(r => r.Version.Unless.Concat(r.Version.WaivableBy)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(id => law.Provision(id)).Select(p => (p, v: p.VersionOn(asOf, knownAt))).Where(x => x.v is { Decides: true }).Select(x => Rule(x.p, x.v!, asOf)).OfType<GuideRule>()],
            Stale = [.. law.Packs.Where(p => p.MaintainedAsOf < asOf)],
        };
    }

    private static IEnumerable<GuideListing> ListingsOf(LawBook law, IEnumerable<GuideRule> rules, DateOnly asOf, DateOnly knownAt)
    {
        var lists = rules.SelectMany(r => r.Version.Parts).SelectMany(p => p.Walk()).SelectMany(c => c switch
        {
            CoveredCondition covered => covered.Lists.AsEnumerable(),
            ListedCondition listed => listed.Lists,
            OwnedCondition owned => owned.Lists,
            _ => [],
        }).Distinct(StringComparer.Ordinal);
        foreach (var list in lists.Select(law.List))
            foreach (var entry in list.Entries.Where(e => e.Effective.Known <= knownAt))
            {
                var end = entry.Effective.EndAsKnown(knownAt);
                if (end < entry.Effective.From) continue;
                if (entry.Effective.From > asOf) yield return new GuideListing(list.Id, entry, entry.Effective.From, true);
                if (end is { } last && last >= asOf) yield return new GuideListing(list.Id, entry, last, false);
            }
    }
}
