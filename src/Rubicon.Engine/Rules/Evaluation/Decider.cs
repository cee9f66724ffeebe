using System.Collections.Immutable;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Rules.Evaluation;

/// <summary>Decides facts against the whole law on a day. Pure: the same input gives the same verdict. Safe for any thread.</summary>
public static class Decider
{
    /// <summary>The verdict for these facts.</summary>
    /// <param name="law">The law.</param>
    /// <param name="facts">What is known of the subject and the actor.</param>
    /// <param name="asOf">The day asked about.</param>
    /// <param name="knownAt">Only law known by then counts.</param>
    public static Verdict Decide(LawBook law, FactSet facts, DateOnly asOf, DateOnly knownAt)
    {
        var scope = new Scope(facts, law, LawDate.Of(facts, asOf), knownAt);
        var findings = new List<ProvisionResult>();
        var pending = new List<ProvisionResult>();
        bool bound = false;
        var stale = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var provision in law.Deciding)
        {
            bool binds = BindsEver(provision, scope);
            bound |= binds;
            if (binds && law.PackOf(provision.PackId).MaintainedAsOf < scope.LawDate) stale.Add(provision.PackId);
            var result = ProvisionEvaluation.Evaluate(provision, scope);
            if (result.Version is null || result.Truth == Truth.False) continue;
            (result.Version.Decides ? findings : pending).Add(result);
        }
        return Conclude(scope, findings, pending, bound, stale);
    }

    private static Verdict Conclude(Scope scope, List<ProvisionResult> findings, List<ProvisionResult> pending, bool bound, SortedSet<string> stale)
    {
        var outcome = findings.Aggregate(Outcome.Allowed, (o, f) => Outcomes.Stricter(o, Outcomes.Of(f.Effect, f.Truth)));
        string? reason = null;
        if (!bound && outcome == Outcome.Allowed)
            (outcome, reason) = (Outcome.NotAssessed, "no provision of the loaded packs binds this actor");
        else if (stale.Count > 0 && outcome == Outcome.Allowed)
            (outcome, reason) = (Outcome.Review, $"the law of {string.Join(", ", stale)} was not kept up to the day asked");
        string? elsewhere = ListedElsewhere(scope);
        if (elsewhere is not null && outcome == Outcome.Allowed) (outcome, reason) = (Outcome.Review, elsewhere);
        ImmutableArray<Question> questions;
        if (outcome == Outcome.Review)
        {
            (questions, var settled) = QuestionFinder.Find(scope, findings);
            // A stale law keeps "allowed" from being said, whatever the answers; so does a list of which no rule here speaks.
            if (settled is { } sure && !(sure == Outcome.Allowed && (stale.Count > 0 || elsewhere is not null)))
                (outcome, reason) = (sure, "some facts are not known, and no answer to them could change this");
        }
        else
        {
            questions = QuestionFinder.FindStricter(scope, findings, outcome);
        }
        return new Verdict(outcome, reason,
            [.. findings.OrderByDescending(f => Outcomes.Of(f.Effect, f.Truth)).ThenByDescending(f => f.Effect).ThenBy(f => f.Provision.Id, StringComparer.Ordinal)],
            [.. pending.OrderBy(f => f.Provision.Id, StringComparer.Ordinal)],
            questions, [.. stale], scope.LawDate);
    }

    /// <summary>
    /// A party on a list of which no rule of the packs speaks: what follows from it is not known here, and "allowed" would say that nothing does. Null when there is none.
    /// </summary>
    private static string? ListedElsewhere(Scope scope)
    {
        foreach (var (fact, value) in scope.Facts.Stated)
            if (value is PartyValue party)
                foreach (var attribution in party.Attributions)
                    if (attribution.PartyKey.StartsWith(Attribution.Elsewhere, StringComparison.Ordinal) && attribution.On(scope.LawDate) is var on && on != Truth.False)
                        return $"{fact.Name} {party.Name} {(on == Truth.True ? "is" : "may be")} on {attribution.PartyKey[Attribution.Elsewhere.Length..]}, of which no rule of the packs speaks";
        return null;
    }

    /// <summary>
    /// True when some version of the provision that decides, on whatever day, bars something or can, and names a capacity of the actor. A proposal
    /// binds nobody, and a rule that binds everyone says nothing of whether the law of this actor is loaded at all: for a British provider the export rules of the
    /// United States are not the answer to what it may use.
    /// </summary>
    private static bool BindsEver(Provision provision, Scope scope)
    {
        foreach (var version in provision.Versions)
            if (version is { Decides: true, Effect: Effect.Prohibited or Effect.LicenseRequired or Effect.Reviewable, Binds: { } binds } && binds.Evaluate(scope) != Truth.False) return true;
        return false;
    }
}
