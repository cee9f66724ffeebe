using System.Collections.Immutable;
using Rubicon.Diagnostics;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Rules.Conditions;

/// <summary>The words that a condition encodes, and where it stands.</summary>
/// <param name="Words">Quoted words of the law; null for a group whose children carry them.</param>
/// <param name="Citation">Where they stand when that differs from the provision's citation; or null.</param>
/// <param name="Where">Place in the pack.</param>
public sealed record Quotation(string? Words, string? Citation, SourceLocation Where);

/// <summary>What a condition is evaluated against. A copy with other facts is how questions are worked out.</summary>
/// <param name="Facts">The subject's facts.</param>
/// <param name="Law">The law, for lists and instruments.</param>
/// <param name="LawDate">The day whose law is asked.</param>
/// <param name="KnownAt">Only what was known by then counts.</param>
public sealed record Scope(FactSet Facts, LawBook Law, DateOnly LawDate, DateOnly KnownAt)
{
    /// <summary>What of the law holds on these days. A copy with another day carries the old one's along until it is asked.</summary>
    internal LawOnDay OnDay => field is { } day && day.LawDate == LawDate && day.KnownAt == KnownAt ? day : field = Law.OnDay(LawDate, KnownAt);

    /// <summary>A condition whose result is replaced, to see whether a case notices; null outside lint.</summary>
    public Condition? Mutated { get; init; }

    /// <summary>What it is replaced by.</summary>
    public Truth MutatedTo { get; init; }
}

/// <summary>
/// One condition of a rule: a closed, typed predicate or a group of them. Evaluating allocates little and says only the
/// truth; explaining builds the proof. Both give the same truth.
/// </summary>
public abstract class Condition
{
    private protected Condition(Quotation quotation) => Quotation = quotation;

    /// <summary>The words that it encodes.</summary>
    public Quotation Quotation { get; }

    /// <summary>Conditions inside it; empty for a predicate.</summary>
    public virtual ImmutableArray<Condition> Children => [];

    /// <summary>The predicate's name, as packs write it.</summary>
    public abstract string Predicate { get; }

    /// <summary>
    /// The test in plain words, whole: two conditions that ask differently have different words here. Without the tests of its <see cref="Children"/>, and
    /// without the quoted words.
    /// </summary>
    public virtual string Test => Predicate;

    /// <summary>Truth for the facts, day and knowledge of the scope.</summary>
    public Truth Evaluate(Scope scope) => ReferenceEquals(scope.Mutated, this) ? scope.MutatedTo : Decide(scope);

    /// <summary>The same with the reasons.</summary>
    public abstract Proof Explain(Scope scope);

    /// <summary>Facts whose being unknown leaves this condition unknown in the scope; empty when it is known.</summary>
    public abstract IEnumerable<Fact> UnknownFacts(Scope scope);

    /// <summary>
    /// Facts that can matter to this condition on the scope's days, whatever their values; each at least once, in no set order. A change of other
    /// facts leaves the condition as it is. Facts of parts are left out: what a part is belongs to the part.
    /// </summary>
    public virtual IEnumerable<Fact> FactsRead(Scope scope) => Children.SelectMany(c => c.FactsRead(scope));

    /// <summary>This condition and all inside it.</summary>
    public IEnumerable<Condition> Walk() => Children.SelectMany(c => c.Walk()).Prepend(this);

    private protected abstract Truth Decide(Scope scope);

    /// <summary>
    /// Proofs of the children that decide a group: where one child settles it, those that do (the others are beside the point and
    /// would only be read); else all.
    /// </summary>
    private protected ImmutableArray<Proof> Deciding(Scope scope, Truth settles)
    {
        bool settled = Evaluate(scope) == settles;
        return [.. Children.Where(c => !settled || c.Evaluate(scope) == settles).Select(c => c.Explain(scope))];
    }

    private protected Proof ProofOf(Truth truth, string says, ImmutableArray<Evidence> evidence = default, ImmutableArray<Proof> children = default) =>
        new(truth, Predicate, says, Quotation.Words, Quotation.Citation, evidence.IsDefault ? [] : evidence, children.IsDefault ? [] : children);
}

/// <summary>One step of a proof: a condition, whether it holds, the words, and why.</summary>
/// <param name="Truth">Whether it holds.</param>
/// <param name="Predicate">Name of the predicate.</param>
/// <param name="Says">The step in plain words, with the values compared.</param>
/// <param name="Words">Quoted words of the law, or null.</param>
/// <param name="Citation">Where they stand, or null for the provision's own citation.</param>
/// <param name="Evidence">Why the facts are held to be so.</param>
/// <param name="Children">Steps inside.</param>
public sealed record Proof(
    Truth Truth, string Predicate, string Says, string? Words, string? Citation,
    ImmutableArray<Evidence> Evidence, ImmutableArray<Proof> Children);
