using System.Collections.Immutable;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Rules.Evaluation;

/// <summary>
/// Tries sets of changes against one decision. Provisions that read none of the changed facts keep their result, so a trial evaluates few of them;
/// what looks like a flip is decided over the whole law. Counts what it does and refuses when a bound is met. Not for several threads.
/// </summary>
internal sealed class FlipTrials
{
    private readonly DateOnly _asOf;
    private readonly Outcome _raw;
    private readonly Dictionary<string, Outcome> _decided = new(StringComparer.Ordinal);
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private int _tried;

    public FlipTrials(LawBook law, FactSet facts, DateOnly asOf, DateOnly knownAt, Outcome outcome)
    {
        (_asOf, Outcome) = (asOf, outcome);
        Scope = new Scope(facts, law, LawDate.Of(facts, asOf), knownAt);
        var provisions = ImmutableArray.CreateBuilder<(ProvisionResult Result, IReadOnlySet<Fact> Reads)>();
        foreach (var provision in law.Deciding)
        {
            var result = ProvisionEvaluation.Evaluate(provision, Scope);
            if (result.Version is { Decides: true } version && version.Effect >= Effect.Reviewable)
                provisions.Add((result, ProvisionEvaluation.FactsRead(provision, version, Scope).ToHashSet()));
        }
        Provisions = provisions.ToImmutable();
        _raw = Provisions.Aggregate(Outcome.Allowed, (o, p) => Outcomes.Stricter(o, Of(p.Result)));
        Strictest = _raw == Outcome.Allowed ? [] : [.. Provisions.Where(p => Of(p.Result) == _raw)];
    }

    /// <summary>The outcome to flip.</summary>
    public Outcome Outcome { get; }

    /// <summary>The facts and days decided.</summary>
    public Scope Scope { get; }

    /// <summary>Provisions in force that can bar, need a license or be used to review, and the facts that they read.</summary>
    public ImmutableArray<(ProvisionResult Result, IReadOnlySet<Fact> Reads)> Provisions { get; }

    /// <summary>Those of them that give the outcome.</summary>
    public ImmutableArray<(ProvisionResult Result, IReadOnlySet<Fact> Reads)> Strictest { get; }

    /// <summary>False once a bound was met.</summary>
    public bool Complete { get; set; } = true;

    /// <summary>The outcome that <see cref="IsMilder"/> or <see cref="IsStricter"/> found for the set.</summary>
    public Outcome Decided(ImmutableArray<PossibleChange> changes) => _decided[KeyOf(changes)];

    /// <summary>True when each of the strictest provisions reads one of the facts, or the change reaches the law's day or the parts.</summary>
    public bool TouchesAllStrictest(ImmutableArray<PossibleChange> changes) =>
        changes.Any(MovesMore) || Strictest.All(p => changes.Any(c => p.Reads.Contains(c.Fact!)));

    /// <summary>True when some strictest provision is milder with this change alone.</summary>
    public bool MakesOneMilder(PossibleChange change)
    {
        var scope = With([change]);
        return Count() && Strictest.Any(p => OutcomeOf(p.Result, scope) < _raw);
    }

    /// <summary>True when the provision is stricter than the outcome with these changes.</summary>
    public bool MakesStricter((ProvisionResult Result, IReadOnlySet<Fact> Reads) provision, ImmutableArray<PossibleChange> changes) =>
        Count() && OutcomeOf(provision.Result, With(changes)) > _raw;

    /// <summary>True when the decision is milder with these changes.</summary>
    public bool IsMilder(ImmutableArray<PossibleChange> changes)
    {
        if (!Count()) return false;
        var scope = With(changes);
        // The strictest first: nearly every set of changes leaves one of them standing.
        bool standing = Outcome == _raw && Strictest.Any(p => OutcomeOf(p.Result, scope) >= _raw);
        return !standing && Flips(changes, scope, o => o < Outcome);
    }

    /// <summary>True when the decision is stricter with these changes.</summary>
    public bool IsStricter(ImmutableArray<PossibleChange> changes) => Count() && Flips(changes, With(changes), o => o > Outcome);

    private bool Flips(ImmutableArray<PossibleChange> changes, Scope scope, Func<Outcome, bool> wanted)
    {
        var raw = RawOutcome(changes, scope);
        // Where the outcome was settled by trying all answers, a trial has to do the same to be compared.
        if (Outcome == _raw && !wanted(raw)) return false;
        // One flip is told for a set of facts and an outcome; deciding the others again would be for nothing.
        string told = $"{string.Join('|', changes.Select(c => c.Key))}={(int)raw}";
        if (_told.Contains(told)) return false;
        if (_decided.Count >= FlipFinder.MostDecided) return Complete = false;
        var outcome = Decider.Decide(Scope.Law, scope.Facts, _asOf, Scope.KnownAt).Outcome;
        _decided[KeyOf(changes)] = outcome;
        return outcome != Outcome.NotAssessed && wanted(outcome) && _told.Add(told);
    }

    private bool Count() => _tried < FlipFinder.MostTried ? ++_tried > 0 : Complete = false;

    /// <summary>Where the changes end all that is strictest: the provisions that are as strict with them; else none.</summary>
    public ImmutableArray<(ProvisionResult Result, IReadOnlySet<Fact> Reads)> Risen(ImmutableArray<PossibleChange> changes)
    {
        if (!Count()) return [];
        var scope = With(changes);
        return Strictest.Any(p => OutcomeOf(p.Result, scope) >= _raw) ? [] : [.. Provisions.Where(p => OutcomeOf(p.Result, scope) >= _raw)];
    }

    /// <summary>The facts and days with the changes.</summary>
    public Scope With(ImmutableArray<PossibleChange> changes)
    {
        var facts = Scope.Facts;
        foreach (var change in changes) facts = change.Apply(facts);
        var day = changes.Any(MovesMore) ? LawDate.Of(facts, _asOf) : Scope.LawDate;
        return Scope with { Facts = facts, LawDate = day };
    }

    private Outcome RawOutcome(ImmutableArray<PossibleChange> changes, Scope scope)
    {
        var outcome = Outcome.Allowed;
        if (scope.LawDate != Scope.LawDate)
        {
            foreach (var provision in Scope.Law.Deciding)
                if (ProvisionEvaluation.Evaluate(provision, scope) is { Version.Decides: true } result) outcome = Outcomes.Stricter(outcome, Of(result));
            return outcome;
        }
        bool all = changes.Any(c => c.Fact is null);
        foreach (var (result, reads) in Provisions)
            outcome = Outcomes.Stricter(outcome, all || changes.Any(c => reads.Contains(c.Fact!)) ? OutcomeOf(result, scope) : Of(result));
        return outcome;
    }

    private Outcome OutcomeOf(ProvisionResult result, Scope scope)
    {
        if (scope.LawDate == Scope.LawDate) return Outcomes.Of(result.Effect, ProvisionEvaluation.Fires(result.Provision, result.Version!, scope, 0));
        var then = ProvisionEvaluation.Evaluate(result.Provision, scope);
        return then.Version is { Decides: true } ? Of(then) : Outcome.Allowed;
    }

    private static Outcome Of(ProvisionResult result) => Outcomes.Of(result.Effect, result.Truth);

    private bool MovesMore(PossibleChange change) =>
        change.Fact is null || change.Fact == Scope.Facts.Catalog.ActDate || change.Fact == Scope.Facts.Catalog.Act;

    private static string KeyOf(ImmutableArray<PossibleChange> changes) => string.Join('|', changes.Select(c => $"{c.Key}={c.To}"));
}
