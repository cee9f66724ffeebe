using System.Collections.Immutable;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Facts;

namespace Rubicon.Rules.Evaluation;

/// <summary>
/// Finds the missing facts that can change a decision, and what each answer would make of it. A fact is asked for only if,
/// for some answers to the other open questions, its own answer changes the outcome. Kleene's logic is monotone: a provision
/// that fires or does not fire whatever is unknown keeps doing so, so only open provisions are evaluated again.
/// </summary>
public static class QuestionFinder
{
    /// <summary>Up to this many combinations of answers are tried; beyond it a question that may matter is kept.</summary>
    public const int MostCombinations = 768;

    /// <summary>
    /// Questions for an outcome that is open, and the outcome itself where every combination of answers leads to one and the same: then
    /// nothing is asked, because no answer could change it.
    /// </summary>
    internal static (ImmutableArray<Question> Questions, Outcome? Settled) Find(Scope scope, List<ProvisionResult> findings) => Search(scope, findings);

    /// <summary>
    /// Questions for an outcome that is settled unless an open provision is stricter: license required, with a bar still open.
    /// Nothing is stricter than prohibited, so nothing is asked then.
    /// </summary>
    internal static ImmutableArray<Question> FindStricter(Scope scope, List<ProvisionResult> findings, Outcome outcome) =>
        outcome == Outcome.LicenseRequired ? Search(scope, findings).Questions : [];

    private static (ImmutableArray<Question> Questions, Outcome? Settled) Search(Scope scope, List<ProvisionResult> findings)
    {
        // Duties and statuses change no outcome, whatever the answer.
        var open = findings.Where(f => f.Truth == Truth.Unknown && f.Version!.Decides && f.Effect >= Law.Effect.Reviewable).ToList();
        if (open.Count == 0) return ([], null);
        var floor = findings.Where(f => f.Truth == Truth.True).Aggregate(Outcome.Allowed, (o, f) => Outcomes.Stricter(o, Outcomes.Of(f.Effect, f.Truth)));
        var waiting = new Dictionary<Fact, List<string>>();
        foreach (var finding in open)
            foreach (var fact in ProvisionEvaluation.UnknownFacts(finding.Provision, finding.Version!, scope))
            {
                if (!waiting.TryGetValue(fact, out var list)) waiting[fact] = list = [];
                list.Add(finding.Provision.Id);
            }
        var asked = waiting.Keys.OrderBy(f => f.Index).Select(f => (Fact: f, Answers: PossibleAnswers.Of(f, scope, open))).Where(a => a.Answers.Length > 1).ToList();
        Outcome With(FactSet facts) => OutcomeOf(open, scope with { Facts = facts }, floor);
        bool all = Combinations(asked) <= MostCombinations;
        Outcome[] outcomes = all ? OutcomesOf(asked, scope.Facts, With) : [];
        if (all && asked.Count == waiting.Count && Settled(asked, outcomes) is { } settled) return ([], settled);
        var relevant = all
            ? Relevant(asked, outcomes)
            : [.. open.SelectMany(o => RelevantTo(o, asked.Where(a => waiting[a.Fact].Contains(o.Provision.Id)).ToList(), scope, floor))];
        var questions = ImmutableArray.CreateBuilder<Question>();
        foreach (var (fact, answers) in asked.Where(a => relevant.Contains(a.Fact)))
        {
            var effects = answers.Select(a => new AnswerEffect(a.Label, With(scope.Facts.With(fact, a.Value)))).ToList();
            questions.Add(new Question(fact.Name, QuestionText(fact, scope), fact.Who, Merge(effects), [.. waiting[fact].Distinct().Order(StringComparer.Ordinal)]));
        }
        return (questions.ToImmutable(), null);
    }

    private static string QuestionText(Fact fact, Scope scope) =>
        scope.Facts[fact] is PartyValue { Attributions: [var maybe, ..] } party && maybe.Truth == Truth.Unknown
            ? $"Is \"{party.Name}\" the party listed as {maybe.PartyKey}, or related to it?" : fact.Question;

    private static Outcome OutcomeOf(List<ProvisionResult> open, Scope scope, Outcome floor)
    {
        foreach (var finding in open)
            floor = Outcomes.Stricter(floor, Outcomes.Of(finding.Effect, ProvisionEvaluation.Fires(finding.Provision, finding.Version!, scope, 0)));
        return floor;
    }

    /// <summary>The same for one provision by itself, when all questions together would be too many combinations.</summary>
    private static HashSet<Fact> RelevantTo(ProvisionResult finding, List<(Fact Fact, ImmutableArray<PossibleAnswer> Answers)> asked, Scope scope, Outcome floor) =>
        Combinations(asked) > MostCombinations
            ? [.. asked.Select(a => a.Fact)]
            : Relevant(asked, OutcomesOf(asked, scope.Facts, facts => OutcomeOf([finding], scope with { Facts = facts }, floor)));

    private static long Combinations(List<(Fact Fact, ImmutableArray<PossibleAnswer> Answers)> asked) =>
        asked.Aggregate(1L, (n, a) => n > MostCombinations ? n : n * a.Answers.Length);

    /// <summary>
    /// The one outcome that all answers lead to, or null. That it is a bar or a license may be said of any answers; that it is allowed only
    /// where the answers tried are all there are (yes-no, days, numbers), for parties and words are tried by examples.
    /// </summary>
    private static Outcome? Settled(List<(Fact Fact, ImmutableArray<PossibleAnswer> Answers)> asked, Outcome[] outcomes)
    {
        if (outcomes.Any(o => o != outcomes[0])) return null;
        bool exhaustive = asked.All(a => a.Fact.Type is FactType.YesNo or FactType.Date or FactType.Number);
        return outcomes[0] > Outcome.Review || (outcomes[0] == Outcome.Allowed && exhaustive) ? outcomes[0] : null;
    }

    private static HashSet<Fact> Relevant(List<(Fact Fact, ImmutableArray<PossibleAnswer> Answers)> asked, Outcome[] outcomes)
    {
        var relevant = new HashSet<Fact>();
        int stride = 1;
        foreach (var (fact, answers) in asked)
        {
            for (int i = 0; i < outcomes.Length && !relevant.Contains(fact); i++)
                if (i / stride % answers.Length != 0 && outcomes[i] != outcomes[i - (i / stride % answers.Length * stride)]) relevant.Add(fact);
            stride *= answers.Length;
        }
        return relevant;
    }

    /// <summary>The outcome for each combination of answers; the first question's answer changes fastest.</summary>
    private static Outcome[] OutcomesOf(List<(Fact Fact, ImmutableArray<PossibleAnswer> Answers)> asked, FactSet facts, Func<FactSet, Outcome> with)
    {
        var outcomes = new Outcome[Combinations(asked)];
        for (int i = 0; i < outcomes.Length; i++)
        {
            int rest = i;
            var changes = new List<KeyValuePair<Fact, FactValue>>(asked.Count);
            foreach (var (fact, answers) in asked)
            {
                changes.Add(new(fact, answers[rest % answers.Length].Value));
                rest /= answers.Length;
            }
            outcomes[i] = with(facts.With(changes));
        }
        return outcomes;
    }

    /// <summary>Answers with one effect are one line, in the order in which they first stand.</summary>
    private static ImmutableArray<AnswerEffect> Merge(List<AnswerEffect> effects) =>
        [.. effects.GroupBy(e => e.Outcome).Select(g => new AnswerEffect(Shorten(g.Select(e => e.Answer).ToList()), g.Key))];

    private static string Shorten(List<string> answers) =>
        answers.Count <= 6 ? string.Join("; ", answers) : string.Join("; ", answers.Take(5)) + $"; and {answers.Count - 5} more";
}
