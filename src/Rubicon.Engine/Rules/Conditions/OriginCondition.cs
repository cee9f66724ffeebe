using System.Collections.Immutable;
using Rubicon.Rules.Facts;

namespace Rubicon.Rules.Conditions;

/// <summary>
/// Country of production by stage. With <paramref name="any"/> one stage suffices (and all four must be known to say no);
/// without it every stage asked must hold.
/// </summary>
public sealed class OriginCondition(ImmutableArray<Fact> stages, bool any, ImmutableArray<string> countries, bool outside, Quotation quotation)
    : Condition(quotation)
{
    /// <summary>The stage facts asked.</summary>
    public ImmutableArray<Fact> Stages { get; } = stages;

    /// <summary>The countries named.</summary>
    public ImmutableArray<string> Countries { get; } = countries;

    /// <summary>True when production outside the countries is asked for.</summary>
    public bool Outside { get; } = outside;

    /// <inheritdoc/>
    public override string Predicate => "origin";

    /// <inheritdoc/>
    public override string Test =>
        $"{(any ? "at least one" : "each")} of the stages {string.Join(", ", Stages.Select(s => s.Name["origin-".Length..]))} lies {(Outside ? "outside" : "in")} {string.Join(", ", Countries)}";

    private protected override Truth Decide(Scope scope)
    {
        var truth = any ? Truth.False : Truth.True;
        foreach (var stage in Stages)
            truth = any ? Kleene.Or(truth, Of(scope, stage)) : Kleene.And(truth, Of(scope, stage));
        return truth;
    }

    private Truth Of(Scope scope, Fact stage)
    {
        if (scope.Facts[stage] is not WordsValue stated) return Truth.Unknown;
        bool inside = false, elsewhere = false;
        foreach (string country in stated.Words)
            if (Countries.Contains(country, StringComparer.Ordinal)) inside = true;
            else elsewhere = true;
        if (Outside ? elsewhere : inside) return Truth.True;
        return stated.Complete ? Truth.False : Truth.Unknown;
    }

    /// <inheritdoc/>
    public override Proof Explain(Scope scope)
    {
        string says = $"{(any ? "any stage of production" : "production")} {(Outside ? "outside" : "in")} {string.Join(", ", Countries)}: "
            + string.Join("; ", Stages.Select(s => $"{s.Name["origin-".Length..]} {scope.Facts[s].Display}"));
        return ProofOf(Evaluate(scope), says, [.. Stages.SelectMany(s => scope.Facts[s].Evidence)]);
    }

    /// <inheritdoc/>
    public override IEnumerable<Fact> FactsRead(Scope scope) => Stages;

    /// <inheritdoc/>
    public override IEnumerable<Fact> UnknownFacts(Scope scope) =>
        Evaluate(scope) == Truth.Unknown ? Stages.Where(s => !scope.Facts[s].IsKnown) : [];
}
