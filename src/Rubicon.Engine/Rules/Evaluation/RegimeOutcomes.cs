using System.Collections.Immutable;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Rules.Evaluation;

/// <summary>What each body of law by itself makes of a set of facts.</summary>
public static class RegimeOutcomes
{
    /// <summary>
    /// One row a pack, by id. Not assessed stands for a regime none of whose bars, license needs or powers on any day names a capacity of the actor: it does not bind
    /// it, which is not the same as allowing. A regime that was not kept up to the law date gives review where it would give allowed.
    /// </summary>
    public static ImmutableArray<(string Regime, Outcome Outcome)> Of(LawBook law, FactSet facts, Verdict verdict, DateOnly knownAt)
    {
        var scope = new Scope(facts, law, verdict.LawDate, knownAt);
        return [.. law.Packs.Select(p => (p.Id, Of(p, scope, verdict)))];
    }

    private static Outcome Of(Pack pack, Scope scope, Verdict verdict)
    {
        var findings = verdict.Findings.Where(f => f.Provision.PackId == pack.Id).ToList();
        var outcome = findings.Aggregate(Outcome.Allowed, (o, f) => Outcomes.Stricter(o, Outcomes.Of(f.Effect, f.Truth)));
        if (outcome == Outcome.Review && QuestionFinder.Find(scope, findings).Settled is { } settled) outcome = settled;
        if (outcome != Outcome.Allowed) return outcome;
        bool binds = scope.Law.Deciding.Any(p => p.PackId == pack.Id && p.Versions.Any(v => v.Effect >= Effect.Reviewable && v.Binds?.Evaluate(scope) != Truth.False));
        return !binds ? Outcome.NotAssessed : pack.MaintainedAsOf < scope.LawDate ? Outcome.Review : Outcome.Allowed;
    }
}
