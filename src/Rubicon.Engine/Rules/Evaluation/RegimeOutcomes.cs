using System.Collections.Immutable;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Rules.Evaluation;

/// <summary>What one body of law by itself makes of a set of facts.</summary>
/// <param name="Regime">Id of its pack.</param>
/// <param name="Country">Country whose law it is, ISO 3166-1 alpha-2; EU for the European Union.</param>
/// <param name="Outcome">Not assessed when it does not bind the actor, which is not the same as allowing.</param>
public readonly record struct RegimeOutcome(string Regime, string Country, Outcome Outcome);

/// <summary>What the law of one country makes of it: the strictest of its regimes that bind the actor.</summary>
/// <param name="Country">The country.</param>
/// <param name="Outcome">Its outcome.</param>
/// <param name="Regimes">The regimes that bind, by id.</param>
public sealed record CountryOutcome(string Country, Outcome Outcome, ImmutableArray<RegimeOutcome> Regimes);

/// <summary>What each body of law by itself makes of a set of facts.</summary>
public static class RegimeOutcomes
{
    /// <summary>
    /// One row a pack, by id. Not assessed stands for a regime none of whose bars, license needs or powers on any day names a capacity of the actor, or speaks of its act to everyone: it does not bind
    /// it, which is not the same as allowing. Proposals bind nobody. A regime that was not kept up to the law date gives review where it would give allowed.
    /// </summary>
    public static ImmutableArray<RegimeOutcome> Of(LawBook law, FactSet facts, Verdict verdict, DateOnly knownAt)
    {
        var scope = new Scope(facts, law, verdict.LawDate, knownAt);
        var findings = verdict.Findings.GroupBy(f => f.Provision.PackId, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        return [.. law.Packs.Select(p => new RegimeOutcome(p.Id, p.Country, Of(p, scope, findings.GetValueOrDefault(p.Id))))];
    }

    /// <summary>The countries whose law binds, by their code; a country none of whose regimes binds is left out.</summary>
    public static ImmutableArray<CountryOutcome> ByCountry(IEnumerable<RegimeOutcome> regimes) =>
    [
        .. regimes.Where(r => r.Outcome != Outcome.NotAssessed)
            .GroupBy(r => r.Country, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new CountryOutcome(g.Key, g.Max(r => r.Outcome), [.. g])),
    ];

    private static Outcome Of(Pack pack, Scope scope, List<ProvisionResult>? findings)
    {
        if (findings is not null)
        {
            var outcome = findings.Aggregate(Outcome.Allowed, (o, f) => Outcomes.Stricter(o, Outcomes.Of(f.Effect, f.Truth)));
            if (outcome == Outcome.Review && QuestionFinder.Find(scope, findings).Settled is { } settled) outcome = settled;
            if (outcome != Outcome.Allowed) return outcome;
        }
        bool binds = false;
        foreach (var version in scope.Law.BindingOf(pack.Id)) binds = binds || Binds(version, scope);
        return !binds ? Outcome.NotAssessed : pack.MaintainedAsOf < scope.LawDate ? Outcome.Review : Outcome.Allowed;
    }

    /// <summary>A rule that binds everyone binds where its act may be done: the export rules say nothing of a foreign operator that exports nothing.</summary>
    private static bool Binds(ProvisionVersion version, Scope scope) =>
        (version.Binds ?? version.Act)?.Evaluate(scope) != Truth.False;
}
