using Rubicon.Dates;
using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Xunit;

namespace Rubicon.Engine.Tests.Ownership;

public class OwnershipTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    // OFAC FAQ 401: the worked examples on indirect ownership and aggregation.

    [Fact]
    public void FAQ_401_half_of_an_entity_that_holds_half_of_another_reaches_it() =>
        Assert.Equal(OwnershipTruth.Certain, Fifty(["X"], "B", ("X", "A", 50m), ("A", "B", 50m)).Truth);

    [Fact]
    public void FAQ_401_two_halves_that_each_hold_a_quarter_reach_it() =>
        Assert.Equal(OwnershipTruth.Certain, Fifty(["X"], "C", ("X", "A", 50m), ("X", "B", 50m), ("A", "C", 25m), ("B", "C", 25m)).Truth);

    [Fact]
    public void FAQ_401_a_quarter_through_an_entity_that_is_not_reached_does_not_count() =>
        Assert.Equal(OwnershipTruth.No, Fifty(["X"], "B", ("X", "A", 25m), ("A", "B", 50m)).Truth);

    [Fact]
    public void FAQ_401_a_direct_quarter_and_a_quarter_through_a_half_reach_it() =>
        Assert.Equal(OwnershipTruth.Certain, Fifty(["X"], "B", ("X", "A", 50m), ("A", "B", 25m), ("X", "B", 25m)).Truth);

    [Fact]
    public void FAQ_401_a_quarter_of_each_listed_person_is_added() =>
        Assert.Equal(OwnershipTruth.Certain, Fifty(["X", "Y"], "A", ("X", "A", 25m), ("Y", "A", 25m)).Truth);

    [Fact]
    public void FAQ_398_control_without_ownership_reaches_nobody()
    {
        var graph = new OwnershipGraph([Some("X", "A", 1, StakeKind.Votes, 80m), Some("X", "A", 2, StakeKind.Board, 0m), Some("Z", "A", 3, StakeKind.Equity, 100m)], Day);
        Assert.Equal(OwnershipTruth.No, FiftyPercentRule.Of(graph, ["X"], "A").Truth);
        Assert.Equal(OwnershipTruth.Certain, ControlMeasure.Of(graph, ["X"], "A").Truth);
    }

    [Theory]
    [InlineData(49.9, OwnershipTruth.No, OwnershipTruth.No)]
    [InlineData(50, OwnershipTruth.Certain, OwnershipTruth.No)]
    [InlineData(50.1, OwnershipTruth.Certain, OwnershipTruth.Certain)]
    public void A_stake_of_exactly_half_counts_for_ownership_and_not_for_control(double percent, OwnershipTruth owned, OwnershipTruth controlled)
    {
        var graph = new OwnershipGraph([Some("X", "A", 1, StakeKind.Equity, (decimal)percent)], Day);
        Assert.Equal(owned, FiftyPercentRule.Of(graph, ["X"], "A").Truth);
        Assert.Equal(controlled, ControlMeasure.Of(graph, ["X"], "A").Truth);
    }

    [Theory]
    [InlineData(10, OwnershipTruth.No)]
    [InlineData(10.000001, OwnershipTruth.Certain)]
    public void An_affiliate_is_owned_by_more_than_a_tenth(double percent, OwnershipTruth truth) =>
        Assert.Equal(truth, AffiliateMeasure.Of(new OwnershipGraph([Some("X", "A", 1, StakeKind.Equity, (decimal)percent)], Day), ["X"], "A").Truth);

    [Fact]
    public void Two_firms_under_one_owner_are_affiliates()
    {
        var answer = AffiliateMeasure.Of(new OwnershipGraph([Some("P", "X", 1, StakeKind.Equity, 60m), Some("P", "A", 2, StakeKind.Equity, 20m)], Day), ["X"], "A");
        Assert.Equal(OwnershipTruth.Certain, answer.Truth);
        Assert.Equal(2, answer.Path.Length);
    }

    [Fact]
    public void A_missing_share_makes_it_possible_and_is_named()
    {
        var graph = new OwnershipGraph([new Stake("X", "A", ShareBounds.Unknown, StakeKind.Equity, false, null, new SourceLocation("s", 1)), Some("Z", "A", 2, StakeKind.Equity, 30m)], Day);
        var answer = FiftyPercentRule.Of(graph, ["X"], "A");
        Assert.Equal(OwnershipTruth.Possible, answer.Truth);
        var missing = Assert.Single(answer.Missing);
        Assert.Equal(("X", "A"), (missing.Owner, missing.Owned));
        Assert.StartsWith("50 % or more", missing.Settles, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_share_cannot_be_what_others_surely_hold()
    {
        Stake[] stakes = [.. new[] { "X", "Y" }.Select((o, i) => new Stake(o, "A", ShareBounds.Unknown, StakeKind.Equity, false, null, new SourceLocation("s", i))), Some("Z", "A", 9, StakeKind.Equity, 50.1m)];
        var graph = new OwnershipGraph(stakes, Day);
        Assert.Equal(OwnershipTruth.No, FiftyPercentRule.Of(graph, ["X", "Y"], "A").Truth);
        Assert.Equal(OwnershipTruth.No, ControlMeasure.Of(graph, ["X"], "A").Truth);
    }

    [Fact]
    public void Two_sources_that_disagree_are_both_kept()
    {
        var graph = new OwnershipGraph([Some("X", "A", 1, StakeKind.Equity, 40m), Some("X", "A", 2, StakeKind.Equity, 60m)], Day);
        var answer = FiftyPercentRule.Of(graph, ["X"], "A");
        Assert.Equal(OwnershipTruth.Possible, answer.Truth);
        Assert.True(Assert.Single(answer.Path).IsDisputed);
    }

    [Fact]
    public void A_stated_total_is_never_added_to_its_chain()
    {
        Stake total = new("X", "B", new ShareBounds(30, 30), StakeKind.Equity, true, null, new SourceLocation("s", 3));
        Stake[] chain = [Some("X", "A", 1, StakeKind.Equity, 60m), Some("A", "B", 2, StakeKind.Equity, 30m), total];
        Assert.Equal(OwnershipTruth.No, FiftyPercentRule.Of(new OwnershipGraph(chain, Day), ["X"], "B").Truth);
        Assert.Equal(OwnershipTruth.Certain, FiftyPercentRule.Of(new OwnershipGraph([total with { Share = new ShareBounds(50, 50) }], Day), ["X"], "B").Truth);
    }

    [Theory]
    [InlineData("2025-12-31", OwnershipTruth.No)]
    [InlineData("2026-01-01", OwnershipTruth.Certain)]
    [InlineData("2026-06-30", OwnershipTruth.Certain)]
    [InlineData("2026-07-01", OwnershipTruth.No)]
    public void A_stake_counts_on_its_days_with_both_ends(string day, OwnershipTruth truth)
    {
        var stake = Some("X", "A", 1, StakeKind.Equity, 50m) with { Holds = new Period(new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30)) };
        var graph = new OwnershipGraph([stake, Some("Z", "A", 2, StakeKind.Equity, 10m)], DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(truth, FiftyPercentRule.Of(graph, ["X"], "A").Truth);
    }

    [Fact]
    public void Votes_are_added_only_of_those_who_act_in_concert()
    {
        var graph = new OwnershipGraph([Some("X", "A", 1, StakeKind.Votes, 30m), Some("Y", "A", 2, StakeKind.Votes, 30m)], Day);
        Assert.Equal(OwnershipTruth.No, ControlMeasure.Of(graph, ["X", "Y"], "A").Truth);
        Assert.Equal(OwnershipTruth.Certain, ControlMeasure.Of(graph, ["X", "Y"], "A", inConcert: true).Truth);
    }

    [Fact]
    public void A_contract_controls_whatever_others_hold() =>
        Assert.Equal(OwnershipTruth.Certain, ControlMeasure.Of(new OwnershipGraph([Some("X", "A", 1, StakeKind.Contract, 0m), Some("Z", "A", 2, StakeKind.Equity, 100m)], Day), ["X"], "A").Truth);

    [Fact]
    public void Cross_holdings_are_solved_and_stay_under_the_whole()
    {
        // X holds 60 of A; A and B hold 40 and 30 of each other: A = 0.6 + 0.4 B, B = 0.3 A.
        var graph = new OwnershipGraph([Some("X", "A", 1, StakeKind.Equity, 60m), Some("B", "A", 2, StakeKind.Equity, 40m), Some("A", "B", 3, StakeKind.Equity, 30m)], Day);
        var share = IntegratedShare.Of(graph, "X", "A").Share!.Value;
        Assert.True(share.IsExact);
        Assert.Equal(68.181818m, share.Minimum / (decimal)ShareBounds.UnitsOfOnePercent);
    }

    [Fact]
    public void A_closed_ring_belongs_to_nobody_outside() =>
        Assert.Equal(OwnershipTruth.No, IntegratedShare.Of(new OwnershipGraph([Some("A", "B", 1, StakeKind.Equity, 100m), Some("B", "A", 2, StakeKind.Equity, 100m), Some("X", "C", 3, StakeKind.Equity, 10m)], Day), "X", "A").Truth);

    internal static Stake Some(string owner, string owned, int line, StakeKind kind, decimal percent) =>
        new(owner, owned, new ShareBounds(percent, percent), kind, false, null, new SourceLocation("stakes.csv", line));

    private static OwnershipAnswer Fifty(string[] listed, string party, params (string Owner, string Owned, decimal Percent)[] stakes) =>
        FiftyPercentRule.Of(new OwnershipGraph(stakes.Select((s, i) => Some(s.Owner, s.Owned, i + 1, StakeKind.Equity, s.Percent)), Day), listed, party);
}
