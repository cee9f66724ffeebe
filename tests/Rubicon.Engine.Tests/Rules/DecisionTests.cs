using System.Globalization;
using FsCheck.Xunit;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;
using Xunit;

namespace Rubicon.Engine.Tests.Rules;

/// <summary>Random small rule sets against a twin that tries every completion of what is unknown.</summary>
public sealed class DecisionTests
{
    [Property(MaxTest = 300)]
    public void Stating_an_unknown_fact_never_flips_a_decided_provision(int seed)
    {
        var random = new Random(seed);
        var law = Some.Law(random);
        var facts = Some.Facts(random);
        var before = law.Provisions.Select(p => Truth(p, law, facts)).ToList();
        foreach (var fact in Some.Open.Where(f => !facts[f].IsKnown))
            foreach (var value in Some.Values(fact))
            {
                var refined = facts.With(fact, value);
                for (int i = 0; i < before.Count; i++)
                    if (before[i] != Rubicon.Rules.Facts.Truth.Unknown) Assert.Equal(before[i], Truth(law.Provisions[i], law, refined));
            }
    }

    [Property(MaxTest = 300)]
    public void A_decision_without_questions_left_open_holds_for_every_completion(int seed)
    {
        var random = new Random(seed);
        var law = Some.Law(random);
        var facts = Some.Facts(random);
        var outcome = Decide(law, facts).Outcome;
        if (outcome is Outcome.Allowed or Outcome.Prohibited)
            Assert.All(Completions(facts), c => Assert.Equal(outcome, Decide(law, c).Outcome));
        if (outcome == Outcome.LicenseRequired)
            Assert.All(Completions(facts), c => Assert.True(Decide(law, c).Outcome >= Outcome.LicenseRequired));
    }

    [Property(MaxTest = 60)]
    public void A_question_is_asked_exactly_when_its_answer_can_change_the_outcome(int seed)
    {
        var random = new Random(seed);
        var law = Some.Law(random);
        var facts = Some.Facts(random);
        var verdict = Decide(law, facts);
        var relevant = Some.Open.Where(f => !facts[f].IsKnown && CanChange(f, law, facts)).Select(f => f.Name);
        Assert.Equal(relevant.Order(StringComparer.Ordinal), verdict.Questions.Select(q => q.Fact).Order(StringComparer.Ordinal));
    }

    [Property(MaxTest = 300)]
    public void What_an_answer_is_said_to_give_is_what_deciding_with_it_gives(int seed)
    {
        var random = new Random(seed);
        var law = Some.Law(random);
        var facts = Some.Facts(random);
        foreach (var question in Decide(law, facts).Questions)
        {
            var fact = Some.Catalog[question.Fact];
            foreach (var value in Some.Values(fact))
            {
                var said = Assert.Single(question.Answers, a => a.Answer.Split("; ").Any(label => Means(label, value)));
                Assert.Equal(Decide(law, facts.With(fact, value)).Outcome, said.Outcome);
            }
        }
    }

    [Fact]
    public void A_paper_that_nobody_states_is_taken_as_not_held()
    {
        var holds = new IsYesNo("holds", Some.Catalog["paper"], true, Some.Words);
        var law = Some.Book([Some.Provision("x/rule", Effect.Prohibited, new IsYesNo("is", Some.Catalog["fact-a"], true, Some.Words), ["x/waiver"]), Some.Provision("x/waiver", Effect.Allowed, holds, [])]);
        var facts = Some.Nothing.With(Some.Catalog.Actor, new WordsValue(["us-person"])).With(Some.Catalog["fact-a"], new YesNoValue(true));
        Assert.Equal(Outcome.Prohibited, Decide(law, facts).Outcome);
        Assert.Equal(Outcome.Allowed, Decide(law, facts.With(Some.Catalog["paper"], new YesNoValue(true))).Outcome);
    }

    [Fact]
    public void A_power_to_review_gives_review_and_no_question()
    {
        var law = Some.Book([Some.Provision("x/rule", Effect.Reviewable, new IsYesNo("is", Some.Catalog["fact-a"], true, Some.Words), [])]);
        var verdict = Decide(law, Some.Nothing.With(Some.Catalog.Actor, new WordsValue(["us-person"])).With(Some.Catalog["fact-a"], new YesNoValue(true)));
        Assert.Equal((Outcome.Review, 0), (verdict.Outcome, verdict.Questions.Length));
    }

    [Fact]
    public void An_actor_whom_no_loaded_law_binds_is_not_assessed_and_never_allowed()
    {
        var law = Some.Book([Some.Provision("x/rule", Effect.Prohibited, new IsYesNo("is", Some.Catalog["fact-a"], true, Some.Words), [])]);
        Assert.Equal(Outcome.NotAssessed, Decide(law, Some.Nothing.With(Some.Catalog.Actor, new WordsValue(["uk-public-provider"]))).Outcome);
    }

    [Fact]
    public void After_the_day_to_which_the_law_was_kept_up_allowed_becomes_review()
    {
        var law = Some.Book([Some.Provision("x/rule", Effect.Prohibited, new IsYesNo("is", Some.Catalog["fact-a"], true, Some.Words), [])]);
        var facts = Some.Nothing.With(Some.Catalog.Actor, new WordsValue(["us-person"])).With(Some.Catalog["fact-a"], new YesNoValue(false));
        Assert.Equal(Outcome.Allowed, Decider.Decide(law, facts, Some.Today, Some.Today).Outcome);
        Assert.Equal(Outcome.Review, Decider.Decide(law, facts, Some.Today.AddDays(1), Some.Today.AddDays(1)).Outcome);
    }

    private static Verdict Decide(LawBook law, FactSet facts) => Decider.Decide(law, facts, Some.Today, Some.Today);

    private static Truth Truth(Provision provision, LawBook law, FactSet facts) =>
        ProvisionEvaluation.Evaluate(provision, new Scope(facts, law, Some.Today, Some.Today)).Truth;

    /// <summary>True when for some completion of the others two values of the fact give different outcomes.</summary>
    private static bool CanChange(Fact fact, LawBook law, FactSet facts) =>
        Completions(facts.With(fact, Some.Values(fact)[0])).Any(c => Some.Values(fact).Select(v => Decide(law, c.With(fact, v)).Outcome).Distinct().Count() > 1);

    private static IEnumerable<FactSet> Completions(FactSet facts)
    {
        var unknown = Some.Open.FirstOrDefault(f => !facts[f].IsKnown);
        return unknown is null ? [facts] : Some.Values(unknown).SelectMany(v => Completions(facts.With(unknown, v)));
    }

    private static bool Means(string label, FactValue value)
    {
        string[] words = label.Split(' ');
        return (value, words) switch
        {
            (YesNoValue yes, [var word]) => yes.Value == (word == "yes"),
            (DateValue day, ["before", var d]) => day.Value < Day(d),
            (DateValue day, ["from", var from, "to", var to]) => Day(from) <= day.Value && day.Value <= Day(to),
            (DateValue day, ["on", "or", "after", var d]) => day.Value >= Day(d),
            (NumberValue number, ["less", "than", var n]) => number.Value < Number(n),
            (NumberValue number, ["exactly", var n]) => number.Value == Number(n),
            (NumberValue number, ["more", "than", var n]) => number.Value > Number(n),
            (NumberValue number, ["more", "than", var low, "and", "less", "than", var high]) => Number(low) < number.Value && number.Value < Number(high),
            _ => false,
        };
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
