using System.Collections.Immutable;

namespace Rubicon.Rules.Evaluation;

/// <summary>
/// What the law makes of a set of facts: shared by all subjects with equal facts, and so without anything that belongs to one
/// subject alone. Proofs and due days are built from it for each subject when they are shown.
/// </summary>
/// <param name="Outcome">The strictest of the findings; not assessed when no loaded law binds the actor at all.</param>
/// <param name="Reason">Why it is not assessed, or why the law must be confirmed; else null.</param>
/// <param name="Findings">Provisions that fire or may fire, strictest first, then by id; duties and statuses after them.</param>
/// <param name="Pending">Provisions that are reported, proposed, adopted or suspended and would fire.</param>
/// <param name="Questions">Missing facts that can change the outcome.</param>
/// <param name="StalePacks">Packs whose law was not kept up to the law date.</param>
/// <param name="LawDate">The day whose law was asked.</param>
public sealed record Verdict(
    Outcome Outcome, string? Reason, ImmutableArray<ProvisionResult> Findings, ImmutableArray<ProvisionResult> Pending,
    ImmutableArray<Question> Questions, ImmutableArray<string> StalePacks, DateOnly LawDate);
