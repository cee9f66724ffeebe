using System.Collections.Immutable;

namespace Rubicon.Rules.Evaluation;

/// <summary>A missing fact that matters: what to ask, whom, and what each answer would make of the decision.</summary>
/// <param name="Fact">Name of the fact.</param>
/// <param name="Text">The question.</param>
/// <param name="Who">Who can usually answer.</param>
/// <param name="Answers">Each answer and what it makes of the decision, other facts left as they are.</param>
/// <param name="Provisions">The provisions that wait for it.</param>
public sealed record Question(string Fact, string Text, string Who, ImmutableArray<AnswerEffect> Answers, ImmutableArray<string> Provisions);

/// <summary>One possible answer and the decision's outcome with it, other unknown facts still unknown.</summary>
/// <param name="Answer">The answer in words.</param>
/// <param name="Outcome">The decision's outcome with it.</param>
public sealed record AnswerEffect(string Answer, Outcome Outcome);
