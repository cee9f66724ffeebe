using System.Collections.Immutable;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Rules.Evaluation;

/// <summary>Evaluates provisions: version, who is bound, act, conditions, exceptions, waivers. Pure; safe for any thread.</summary>
public static class ProvisionEvaluation
{
    /// <summary>Exceptions may name further exceptions; deeper than this is a mistake in the pack.</summary>
    public const int DeepestException = 8;

    /// <summary>Truth that the provision fires for these facts.</summary>
    public static ProvisionResult Evaluate(Provision provision, Scope scope)
    {
        var version = provision.VersionOn(scope.LawDate, scope.KnownAt);
        return version is null
            ? new ProvisionResult(provision, null, Truth.False)
            : new ProvisionResult(provision, version, Fires(provision, version, scope, 0));
    }

    /// <summary>The same for a version, whatever its status; what a proposal would do is worked out this way too.</summary>
    public static Truth Fires(Provision provision, ProvisionVersion version, Scope scope, int depth)
    {
        if (depth > DeepestException) throw new InvalidOperationException($"exceptions of {provision.Id} lead back to it");
        var truth = Truth.True;
        if (version.Binds is not null) truth = version.Binds.Evaluate(scope);
        if (truth != Truth.False && version.Act is not null) truth = Kleene.And(truth, version.Act.Evaluate(scope));
        if (truth != Truth.False && version.When is not null) truth = Kleene.And(truth, version.When.Evaluate(scope));
        if (truth == Truth.False) return truth;
        foreach (string id in version.Unless) truth = Defeat(truth, id, scope, depth);
        foreach (string id in version.WaivableBy) truth = Defeat(truth, id, scope, depth);
        return version.Status == LegalStatus.Unconfirmed ? Kleene.And(truth, Switch(provision, scope)) : truth;
    }

    /// <summary>The fact that confirms an unconfirmed version, named after the provision.</summary>
    public static Fact? SwitchOf(Provision provision, FactCatalog catalog) => catalog.Find(provision.Id);

    private static Truth Switch(Provision provision, Scope scope) =>
        SwitchOf(provision, scope.Facts.Catalog) is { } fact && scope.Facts[fact] is YesNoValue answer ? Kleene.Of(answer.Value) : Truth.Unknown;

    private static Truth Defeat(Truth truth, string exceptionId, Scope scope, int depth)
    {
        if (truth == Truth.False) return truth;
        var exception = scope.Law.Provision(exceptionId);
        var version = exception.VersionOn(scope.LawDate, scope.KnownAt);
        return version is not { Decides: true } ? truth : Kleene.And(truth, Kleene.Not(Fires(exception, version, scope, depth + 1)));
    }

    /// <summary>Facts whose being unknown leaves the provision open; empty when it is not.</summary>
    public static IEnumerable<Fact> UnknownFacts(Provision provision, ProvisionVersion version, Scope scope, int depth = 0)
    {
        if (Fires(provision, version, scope, depth) != Truth.Unknown) return [];
        var facts = version.Parts.SelectMany(p => p.UnknownFacts(scope));
        foreach (string id in version.Unless.Concat(version.WaivableBy))
            if (scope.Law.Provision(id) is var exception && exception.VersionOn(scope.LawDate, scope.KnownAt) is { Decides: true } inForce)
                facts = facts.Concat(UnknownFacts(exception, inForce, scope, depth + 1));
        if (version.Status == LegalStatus.Unconfirmed && SwitchOf(provision, scope.Facts.Catalog) is { } fact && !scope.Facts[fact].IsKnown)
            facts = facts.Append(fact);
        return facts.Distinct();
    }

    /// <summary>Facts that can matter to whether the version fires, its exceptions and waivers included, whatever their values.</summary>
    public static IEnumerable<Fact> FactsRead(Provision provision, ProvisionVersion version, Scope scope, int depth = 0)
    {
        if (depth > DeepestException) throw new InvalidOperationException($"exceptions of {provision.Id} lead back to it");
        var facts = version.Parts.SelectMany(p => p.FactsRead(scope));
        foreach (string id in version.Unless.Concat(version.WaivableBy))
            if (scope.Law.Provision(id) is var exception && exception.VersionOn(scope.LawDate, scope.KnownAt) is { Decides: true } inForce)
                facts = facts.Concat(FactsRead(exception, inForce, scope, depth + 1));
        if (version.Status == LegalStatus.Unconfirmed && SwitchOf(provision, scope.Facts.Catalog) is { } fact) facts = facts.Append(fact);
        return facts.Distinct();
    }

    /// <summary>The proof: who is bound, the act, the conditions, then each exception.</summary>
    public static Proof Explain(Provision provision, ProvisionVersion version, Scope scope, int depth = 0)
    {
        var steps = ImmutableArray.CreateBuilder<Proof>();
        foreach (var part in version.Parts) steps.Add(part.Explain(scope));
        foreach (string id in version.Unless.Concat(version.WaivableBy))
        {
            var exception = scope.Law.Provision(id);
            if (exception.VersionOn(scope.LawDate, scope.KnownAt) is not { Decides: true } inForce) continue;
            var proof = Explain(exception, inForce, scope, depth + 1);
            steps.Add(proof with
            {
                Truth = Kleene.Not(proof.Truth),
                Predicate = version.Unless.Contains(id) ? "unless" : "waiver",
                Says = $"not defeated by {id} ({exception.Title})",
                Citation = inForce.Citation ?? exception.Citation,
            });
        }
        if (version.Status == LegalStatus.Unconfirmed)
            steps.Add(new Proof(Switch(provision, scope), "status", $"that {provision.Id} is in force on {scope.LawDate:yyyy-MM-dd} must be confirmed: {version.Note}", null, null, [], []));
        return new Proof(Fires(provision, version, scope, depth), "provision", provision.Title, null, version.Citation ?? provision.Citation, [], steps.ToImmutable());
    }
}
