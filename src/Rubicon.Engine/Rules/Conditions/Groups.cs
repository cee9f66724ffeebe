using System.Collections.Immutable;
using Rubicon.Rules.Facts;

namespace Rubicon.Rules.Conditions;

/// <summary>All conditions hold.</summary>
public sealed class AllOf(ImmutableArray<Condition> children, Quotation quotation) : Condition(quotation)
{
    /// <inheritdoc/>
    public override ImmutableArray<Condition> Children { get; } = children;

    /// <inheritdoc/>
    public override string Predicate => "all";

    /// <inheritdoc/>
    public override string Test => "all of these";

    private protected override Truth Decide(Scope scope)
    {
        var truth = Truth.True;
        foreach (var child in Children)
        {
            truth = Kleene.And(truth, child.Evaluate(scope));
            if (truth == Truth.False) break;
        }
        return truth;
    }

    /// <inheritdoc/>
    public override Proof Explain(Scope scope) =>
        ProofOf(Evaluate(scope), "all of these", children: Deciding(scope, Truth.False));

    /// <inheritdoc/>
    public override IEnumerable<Fact> UnknownFacts(Scope scope) =>
        Evaluate(scope) == Truth.Unknown ? Children.SelectMany(c => c.UnknownFacts(scope)) : [];
}

/// <summary>At least one condition holds.</summary>
public sealed class AnyOf(ImmutableArray<Condition> children, Quotation quotation) : Condition(quotation)
{
    /// <inheritdoc/>
    public override ImmutableArray<Condition> Children { get; } = children;

    /// <inheritdoc/>
    public override string Predicate => "any";

    /// <inheritdoc/>
    public override string Test => "at least one of these";

    private protected override Truth Decide(Scope scope)
    {
        var truth = Truth.False;
        foreach (var child in Children)
        {
            truth = Kleene.Or(truth, child.Evaluate(scope));
            if (truth == Truth.True) break;
        }
        return truth;
    }

    /// <inheritdoc/>
    public override Proof Explain(Scope scope) =>
        ProofOf(Evaluate(scope), "at least one of these", children: Deciding(scope, Truth.True));

    /// <inheritdoc/>
    public override IEnumerable<Fact> UnknownFacts(Scope scope) =>
        Evaluate(scope) == Truth.Unknown ? Children.SelectMany(c => c.UnknownFacts(scope)) : [];
}

/// <summary>The condition does not hold.</summary>
public sealed class Not(Condition inner, Quotation quotation) : Condition(quotation)
{
    /// <inheritdoc/>
    public override ImmutableArray<Condition> Children { get; } = [inner];

    /// <inheritdoc/>
    public override string Predicate => "not";

    /// <inheritdoc/>
    public override string Test => "not this";

    private protected override Truth Decide(Scope scope) => Kleene.Not(Children[0].Evaluate(scope));

    /// <inheritdoc/>
    public override Proof Explain(Scope scope) => ProofOf(Evaluate(scope), "not this", children: [Children[0].Explain(scope)]);

    /// <inheritdoc/>
    public override IEnumerable<Fact> UnknownFacts(Scope scope) => Children[0].UnknownFacts(scope);
}
