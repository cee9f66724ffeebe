using Rubicon.Reports.Summaries;
using Rubicon.Rules.Evaluation;
using Xunit;

namespace Rubicon.Engine.Tests.Reports;

public class DecisionGroupsTests
{
    [Fact]
    public void Equal_records_share_a_group_and_keep_at_most_twenty_places()
    {
        var groups = new DecisionGroups();
        for (int line = 1; line <= 30; line++) groups.Add(SampleReport.Make(Outcome.Review, line, "x", "same"));
        var group = Assert.Single(groups.Groups);
        Assert.Equal(30, group.Count);
        Assert.Equal(DecisionGroups.MostPlaces, group.Places.Count);
    }

    [Fact]
    public void One_key_with_two_outcomes_is_two_groups()
    {
        var groups = new DecisionGroups();
        groups.Add(SampleReport.Make(Outcome.Review, 1, "x", "same"));
        groups.Add(SampleReport.Make(Outcome.Prohibited, 2, "x", "same"));
        Assert.Equal([Outcome.Prohibited, Outcome.Review], groups.Groups.Select(g => g.Outcome));
    }

    [Fact]
    public void A_prohibited_record_after_thousands_of_milder_groups_is_kept_and_what_is_dropped_is_counted()
    {
        var groups = new DecisionGroups();
        for (int line = 1; line <= DecisionGroups.MostGroups + 10; line++) groups.Add(SampleReport.Make(line % 2 == 0 ? Outcome.Allowed : Outcome.Review, line, $"r{line}"));
        groups.Add(SampleReport.Make(Outcome.Prohibited, 9_000, "late"));
        groups.Add(SampleReport.Make(Outcome.NotAssessed, 9_001, "unread"));
        Assert.Equal(DecisionGroups.MostGroups, groups.Count);
        Assert.Equal("late", groups.Groups.First().First.Title);
        Assert.Contains(groups.Groups, g => g.Outcome == Outcome.NotAssessed);
        Assert.Equal(12, groups.LeftOut.Sum(l => l.Count));
        Assert.DoesNotContain(groups.LeftOut, l => l.Outcome == Outcome.Prohibited);
    }

    [Fact]
    public void Kept_and_left_out_always_sum_to_what_was_added()
    {
        var random = new Random(3);
        var groups = new DecisionGroups();
        var outcomes = Enum.GetValues<Outcome>();
        for (int line = 1; line <= 20_000; line++) groups.Add(SampleReport.Make(outcomes[random.Next(outcomes.Length)], line, "x", $"k{random.Next(9_000)}"));
        Assert.Equal(20_000, groups.Groups.Sum(g => g.Count) + groups.LeftOut.Sum(l => l.Count));
        var strictest = groups.LeftOut.Select(l => DecisionGroups.Rank(l.Outcome)).DefaultIfEmpty(9).Min();
        Assert.DoesNotContain(groups.Groups, g => DecisionGroups.Rank(g.Outcome) > strictest);
    }
}
