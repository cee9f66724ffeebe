using System.Collections.Immutable;

namespace Rubicon.Rules.Evaluation;

/// <summary>One fact that would be otherwise.</summary>
/// <param name="Fact">Name of the fact; "part 1" for the first part inside the item.</param>
/// <param name="From">What it is now, in words.</param>
/// <param name="To">What it would be, in words; where several values do the same, the first of them says how many.</param>
public sealed record FactChange(string Fact, string From, string To);

/// <summary>A change of facts that would make the decision another one. Nothing in it can be left out: without any of the changes the outcome stays.</summary>
/// <param name="Changes">The facts that would be otherwise.</param>
/// <param name="Outcome">The outcome then, decided again over the whole law.</param>
public sealed record Flip(ImmutableArray<FactChange> Changes, Outcome Outcome);

/// <summary>The smallest changes of fact that would flip a decision, to the milder side and to the stricter.</summary>
/// <param name="Flips">
/// For each side the changes of the least number of facts: first those that can come to be (papers, money, purpose), then those of another item, then those of
/// another party, act, day or capacity. One for each set of facts and outcome. Empty when none was found.
/// </param>
/// <param name="Complete">True when all changes of one fact, and where none of these flips all of two, were tried; false when the search met a bound before.</param>
public sealed record FlipSearch(ImmutableArray<Flip> Flips, bool Complete)
{
    /// <summary>Nothing was searched for, or there was nothing to flip.</summary>
    public static FlipSearch None { get; } = new([], true);
}
