using System.Collections.Immutable;
using System.Reflection;
using FsCheck.Xunit;
using Rubicon.Engine.Tests.Packs;
using Rubicon.Rules.Checks;
using Rubicon.Rules.Conditions;
using Rubicon.Rules.Law;
using Xunit;

namespace Rubicon.Engine.Tests.Rules;

/// <summary>Two books of law compared.</summary>
public sealed class LawDifferenceTests
{
    [Fact]
    public void The_shipped_law_does_not_differ_from_itself_read_again() =>
        Assert.Empty(LawDifference.Of(LoadedPacks.All.Law, new LoadedPacks("packs").Law));

    [Property(MaxTest = 200)]
    public void What_is_added_one_way_is_removed_the_other_way(int seed)
    {
        var (one, other) = (Some.Law(new Random(seed)), Some.Law(new Random(seed + 1)));
        var there = LawDifference.Of(one, other);
        var back = LawDifference.Of(other, one);
        Assert.Equal(there.Select(c => (c.What, c.Id, c.Decides)), back.Select(c => (c.What, c.Id, c.Decides)));
        Assert.Equal(there.Select(c => c.Kind), back.Select(c => c.Kind switch { LawChangeKind.Added => LawChangeKind.Removed, LawChangeKind.Removed => LawChangeKind.Added, _ => LawChangeKind.Changed }));
        foreach (var (a, b) in there.Zip(back))
        {
            Assert.Equal(a.Lines.Count(l => l.Before is not null), b.Lines.Count(l => l.After is not null));
            Assert.All(a.Lines, l => Assert.True(l.Before is null != l.After is null));
        }
    }

    [Fact]
    public void A_changed_outcome_is_a_line_gone_and_a_line_new()
    {
        var condition = new IsYesNo("is", Some.Catalog["fact-a"], true, Some.Words);
        var change = Assert.Single(LawDifference.Of(
            Some.Book([Some.Provision("x/one", Effect.Prohibited, condition, [])]), Some.Book([Some.Provision("x/one", Effect.LicenseRequired, condition, [])])));
        Assert.Equal((LawChangeKind.Changed, "version", "x/one from 2000-01-01, known 2000-01-01", true), (change.Kind, change.What, change.Id, change.Decides));
        Assert.Equal([("outcome: prohibited", null), (null, "outcome: license-required")], change.Lines.Select(l => (l.Before, l.After)));
    }

    [Fact]
    public void A_test_that_asks_otherwise_decides_and_words_alone_do_not()
    {
        static LawBook Book(bool expected, string words) =>
            Some.Book([Some.Provision("x/one", Effect.Prohibited, new IsYesNo("is", Some.Catalog["fact-a"], expected, Some.Words with { Words = words }), [])]);
        Assert.True(Assert.Single(LawDifference.Of(Book(true, "may not"), Book(false, "may not"))).Decides);
        var words = Assert.Single(LawDifference.Of(Book(true, "may not"), Book(true, "shall not")));
        Assert.False(words.Decides);
        Assert.Equal(["when:   \"may not\""], words.Lines.Select(l => l.Before).OfType<string>());
    }

    [Fact]
    public void A_rule_that_is_only_in_one_book_is_shown_whole()
    {
        var condition = new IsYesNo("is", Some.Catalog["fact-a"], true, Some.Words);
        var changes = LawDifference.Of(Some.Book([]), Some.Book([Some.Provision("x/one", Effect.Prohibited, condition, [])]));
        Assert.Equal(["provision", "version"], changes.Select(c => c.What));
        Assert.All(changes, c => Assert.Equal(LawChangeKind.Added, c.Kind));
        Assert.Contains(changes[1].Lines, l => l.After == "when: fact-a is yes");
    }

    /// <summary>A difference and a flip are only as good as what a condition says of itself.</summary>
    [Fact]
    public void Every_predicate_says_its_whole_test_and_the_facts_that_it_reads()
    {
        var predicates = typeof(Condition).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Condition)) && !t.IsAbstract).ToList();
        Assert.True(predicates.Count >= 10);
        Assert.Empty(predicates.Where(t => t.GetProperty(nameof(Condition.Test))!.DeclaringType == typeof(Condition)).Select(t => t.Name));
        Type[] groups = [typeof(AllOf), typeof(AnyOf), typeof(Not)];
        // A group reads what its children read, which is what the inherited member says; a status reads no fact.
        Assert.Empty(predicates.Except(groups).Where(t => t != typeof(StatusCondition))
            .Where(t => t.GetMethod(nameof(Condition.FactsRead), BindingFlags.Public | BindingFlags.Instance)!.DeclaringType == typeof(Condition)).Select(t => t.Name));
    }

    [Fact]
    public void Conditions_of_the_shipped_law_with_equal_tests_decide_every_case_alike()
    {
        var packs = LoadedPacks.All;
        var conditions = packs.Law.Provisions.SelectMany(p => p.Versions).SelectMany(v => v.Parts).SelectMany(p => p.Walk()).Where(c => c.Children.IsEmpty)
            .GroupBy(c => c.Test, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.ToImmutableArray()).ToList();
        foreach (var lawCase in packs.Cases.Where((_, i) => i % 53 == 0))
        {
            var scope = lawCase.Scope(packs.Law);
            foreach (var alike in conditions)
            {
                var first = alike[0].Evaluate(scope);
                Assert.All(alike.Skip(1).Take(4), c => Assert.True(first == c.Evaluate(scope), $"{c.Test} at {c.Quotation.Where} and {alike[0].Quotation.Where}"));
            }
        }
    }
}
