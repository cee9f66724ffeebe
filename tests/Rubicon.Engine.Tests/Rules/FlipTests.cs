using System.Collections.Immutable;
using FsCheck.Xunit;
using Rubicon.Engine.Tests.Packs;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;
using Xunit;

namespace Rubicon.Engine.Tests.Rules;

/// <summary>The smallest changes of fact that flip a decision, against a twin that decides every change of one and of two facts.</summary>
public sealed class FlipTests
{
    [Property(MaxTest = 300)]
    public void What_is_said_to_flip_a_decision_does_when_it_is_decided_again(int seed)
    {
        var (law, facts) = Drawn(seed);
        var before = Decide(law, facts);
        var (found, complete) = FlipFinder.Search(law, facts, Some.Today, Some.Today);
        Assert.True(complete);
        Assert.All(found, f =>
        {
            Assert.Equal(f.Outcome, Decide(law, f.Changes.Aggregate(facts, (all, c) => c.Apply(all))));
            Assert.NotEqual(before, f.Outcome);
        });
    }

    [Fact]
    public void A_flip_is_found_where_ending_one_rule_brings_up_another() => No_flip_is_missed_that_changes_fewer_facts(98);

    [Property(MaxTest = 150)]
    public void No_flip_is_missed_that_changes_fewer_facts(int seed)
    {
        var (law, facts) = Drawn(seed);
        var before = Decide(law, facts);
        var found = FlipFinder.Search(law, facts, Some.Today, Some.Today).Found;
        foreach (var side in new Func<Outcome, bool>[] { o => o < before, o => o > before })
        {
            int? naive = new[] { 1, 2 }.Cast<int?>().FirstOrDefault(n => Changed(facts, n!.Value, Some.Open.Append(Some.Catalog["paper"])).Any(f => side(Decide(law, f))));
            int? told = found.Where(f => side(f.Outcome)).Select(f => (int?)f.Changes.Length).Max();
            if (naive is not null) Assert.Equal(naive, told);
            else Assert.True(told is null or 3);
        }
    }

    [Property(MaxTest = 150)]
    public void Nothing_in_a_flip_can_be_left_out(int seed)
    {
        var (law, facts) = Drawn(seed);
        var before = Decide(law, facts);
        foreach (var (changes, outcome) in FlipFinder.Search(law, facts, Some.Today, Some.Today).Found)
            foreach (var left in changes)
            {
                var then = Decide(law, changes.Remove(left).Aggregate(facts, (all, c) => c.Apply(all)));
                Assert.False(outcome < before ? then < before : then > before);
            }
    }

    /// <summary>The shipped law, with the facts of some of its own cases.</summary>
    [Fact]
    public void Flips_over_the_whole_law_flip_and_none_that_is_nearer_is_passed_over()
    {
        var packs = LoadedPacks.All;
        int flips = 0;
        foreach (var lawCase in packs.Cases.Where((_, i) => i % 97 == 0))
        {
            var before = Decider.Decide(packs.Law, lawCase.Facts, lawCase.AsOf, lawCase.KnownAt).Outcome;
            var (found, _) = FlipFinder.Search(packs.Law, lawCase.Facts, lawCase.AsOf, lawCase.KnownAt);
            foreach (var (changes, outcome) in found)
            {
                flips++;
                Assert.Equal(outcome, Decider.Decide(packs.Law, changes.Aggregate(lawCase.Facts, (all, c) => c.Apply(all)), lawCase.AsOf, lawCase.KnownAt).Outcome);
                Assert.NotEqual(before, outcome);
                foreach (var left in changes.Where(_ => changes.Length > 1))
                {
                    var then = Decider.Decide(packs.Law, changes.Remove(left).Aggregate(lawCase.Facts, (all, c) => c.Apply(all)), lawCase.AsOf, lawCase.KnownAt).Outcome;
                    Assert.False(outcome < before ? then < before && then != Outcome.NotAssessed : then > before);
                }
            }
        }
        Assert.True(flips > 20, $"{flips} flips");
    }

    [Fact]
    public void The_facts_that_a_condition_says_it_reads_are_all_that_move_it()
    {
        var packs = LoadedPacks.All;
        foreach (var lawCase in packs.Cases.Where((_, i) => i % 41 == 0))
        {
            var scope = new Rubicon.Rules.Conditions.Scope(lawCase.Facts, packs.Law, lawCase.AsOf, lawCase.KnownAt);
            foreach (var provision in packs.Law.Provisions)
            {
                if (provision.VersionOn(lawCase.AsOf, lawCase.KnownAt) is not { } version) continue;
                var reads = ProvisionEvaluation.FactsRead(provision, version, scope).ToHashSet();
                var bare = packs.Law.Catalog.Facts.Where(f => !reads.Contains(f)).Aggregate(lawCase.Facts, (f, fact) => f.With(fact, null));
                Assert.Equal(ProvisionEvaluation.Fires(provision, version, scope, 0), ProvisionEvaluation.Fires(provision, version, scope with { Facts = bare }, 0));
            }
        }
    }

    private static (LawBook Law, FactSet Facts) Drawn(int seed)
    {
        var random = new Random(seed);
        return (Some.Law(random), Some.Facts(random));
    }

    private static Outcome Decide(LawBook law, FactSet facts) => Decider.Decide(law, facts, Some.Today, Some.Today).Outcome;

    /// <summary>All fact sets with so many facts changed.</summary>
    private static IEnumerable<FactSet> Changed(FactSet facts, int count, IEnumerable<Fact> among)
    {
        var list = among.ToImmutableArray();
        for (int i = 0; i < list.Length; i++)
            foreach (var value in Some.Values(list[i]).Where(v => v.Signature != facts[list[i]].Signature))
            {
                var changed = facts.With(list[i], value);
                if (count == 1) yield return changed;
                else foreach (var more in Changed(changed, count - 1, list.Skip(i + 1))) yield return more;
            }
    }
}
