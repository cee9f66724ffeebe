using Rubicon.Dates;
using Rubicon.Diagnostics;
using Rubicon.Ownership;
using Xunit;

namespace Rubicon.Engine.Tests.Ownership;

public class OwnershipTests
{
    private static readonly DateOnly Day = new(2026, 11, 21);

    // OFAC FAQ 401: the worked examples on indirect ownership, in their order.

    [Fact]
    public void FAQ_401_example_1_half_of_an_entity_that_holds_half_of_another_reaches_it() =>
        Assert.Equal(OwnershipTruth.Certain, Fifty(["X"], "B", ("X", "A", 50m), ("A", "B", 50m)).Truth);

    [Fact]
    public void FAQ_401_example_2_two_halves_that_each_hold_a_quarter_reach_it() =>
        Assert.Equal(OwnershipTruth.Certain, Fifty(["X"], "C", ("X", "A", 50m), ("X", "B", 50m), ("A", "C", 25m), ("B", "C", 25m)).Truth);

    [Fact]
    public void FAQ_401_example_3_a_direct_tenth_and_two_fifths_through_a_half_reach_it() =>
        Assert.Equal(OwnershipTruth.Certain, Fifty(["X"], "B", ("X", "A", 50m), ("X", "B", 10m), ("A", "B", 40m)).Truth);

    [Fact]
    public void FAQ_401_example_4_a_quarter_through_a_half_and_a_quarter_through_a_quarter_do_not_reach_it()
    {
        (string, string, decimal)[] stakes = [("X", "A", 50m), ("X", "B", 25m), ("A", "C", 25m), ("B", "C", 25m)];
        Assert.Equal(OwnershipTruth.No, Fifty(["X"], "C", stakes).Truth);
        Assert.Equal(OwnershipTruth.Certain, Fifty(["X"], "A", stakes).Truth);
    }

    [Fact]
    public void FAQ_401_example_5_all_of_an_entity_through_two_quarters_is_nothing() =>
        Assert.Equal(OwnershipTruth.No, Fifty(["X"], "C", ("X", "A", 25m), ("X", "B", 25m), ("A", "C", 50m), ("B", "C", 50m)).Truth);

    [Fact]
    public void FAQ_399_a_quarter_of_each_listed_person_is_added() =>
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

    [Fact]
    public void Of_two_shares_that_are_not_known_each_may_be_the_whole()
    {
        Stake[] stakes = [Unknown("X", "A", 1), Unknown("Y", "A", 2), Some("A", "B", 3, StakeKind.Equity, 50m)];
        var graph = new OwnershipGraph(stakes, Day);
        Assert.Equal((0m, 100m), Bounds(IntegratedShare.Of(graph, "X", "A")));
        Assert.Equal((0m, 50m), Bounds(IntegratedShare.Of(graph, "X", "B")));
        Assert.Equal((100m, 100m), Bounds(IntegratedShare.Of(graph, ["X", "A"], "A")));
    }

    [Fact]
    public void What_is_open_goes_to_the_holder_of_whom_the_owner_has_most()
    {
        // Of B, A (all of it X's) and Z (a tenth of it X's) hold what is not known, and W holds 40.
        Stake[] stakes = [Some("X", "A", 1, StakeKind.Equity, 100m), Some("X", "Z", 2, StakeKind.Equity, 10m), Unknown("A", "B", 3), Unknown("Z", "B", 4), Some("W", "B", 5, StakeKind.Equity, 40m)];
        Assert.Equal((0m, 60m), Bounds(IntegratedShare.Of(new OwnershipGraph(stakes, Day), "X", "B")));
    }

    [Fact]
    public void Shares_that_an_entity_holds_in_itself_belong_to_its_other_holders()
    {
        Stake[] stakes = [Some("X", "A", 1, StakeKind.Equity, 40m), Some("A", "A", 2, StakeKind.Equity, 20m)];
        Assert.Equal((50m, 50m), Bounds(IntegratedShare.Of(new OwnershipGraph(stakes, Day), "X", "A")));
    }

    [Fact]
    public void Votes_stated_for_one_holder_leave_those_of_the_others_open()
    {
        Stake[] stakes = [Some("X", "A", 1, StakeKind.Equity, 40m), Some("Y", "A", 2, StakeKind.Equity, 30m), Some("Y", "A", 3, StakeKind.Votes, 30m)];
        Assert.Equal(OwnershipTruth.Possible, ControlMeasure.Of(new OwnershipGraph(stakes, Day), ["X"], "A").Truth);
        Assert.Equal(OwnershipTruth.No, ControlMeasure.Of(new OwnershipGraph([.. stakes, Some("Z", "A", 4, StakeKind.Votes, 25m)], Day), ["X"], "A").Truth);
    }

    [Fact]
    public void A_holder_whom_nobody_named_may_be_the_listed()
    {
        Stake[] stakes = [Some("nobody 1", "A", 1, StakeKind.Equity, 60m) with { IsOwnerUnknown = true }, Some("X", "A", 2, StakeKind.Equity, 10m)];
        var answer = FiftyPercentRule.Of(new OwnershipGraph(stakes, Day), ["X"], "A");
        Assert.Equal(OwnershipTruth.Possible, answer.Truth);
        Assert.True(answer.Missing[0].Identity);
        Stake[] small = [stakes[0] with { Share = new ShareBounds(30, 30) }, stakes[1]];
        Assert.Equal(OwnershipTruth.No, FiftyPercentRule.Of(new OwnershipGraph(small, Day), ["X"], "A").Truth);
    }

    [Fact]
    public void The_fact_that_settles_it_alone_comes_first()
    {
        // X may reach B through A1 (not known) or through A2 (all of it, 30 to 45 of B, which is never enough).
        Stake[] stakes =
        [
            Some("X", "A2", 1, StakeKind.Equity, 100m), new Stake("A2", "B", new ShareBounds(10, 20), StakeKind.Equity, false, null, new SourceLocation("s", 2)),
            Some("X", "A1", 3, StakeKind.Equity, 100m), new Stake("A1", "B", new ShareBounds(0, 60), StakeKind.Equity, false, null, new SourceLocation("s", 4)),
        ];
        var answer = FiftyPercentRule.Of(new OwnershipGraph(stakes, Day), ["X"], "B");
        Assert.Equal(OwnershipTruth.Possible, answer.Truth);
        Assert.Equal("A1", answer.Missing[0].Owner);
        Assert.StartsWith("40 % or more", answer.Missing[0].Settles, StringComparison.Ordinal);
    }

    [Fact]
    public void Those_who_act_in_concert_by_a_statement_count_together_and_control_each_other_not()
    {
        Stake[] stakes = [Some("X", "A", 1, StakeKind.Votes, 30m), Some("Y", "A", 2, StakeKind.Votes, 30m), Some("X", "Y", 3, StakeKind.InConcert, 0m), Some("Q", "Y", 4, StakeKind.Votes, 1m)];
        var graph = new OwnershipGraph(stakes, Day);
        Assert.Equal(OwnershipTruth.Certain, ControlMeasure.Of(graph, ["X"], "A").Truth);
        Assert.Equal(OwnershipTruth.Certain, ControlMeasure.Of(graph, ["Y"], "A").Truth);
        Assert.Equal(OwnershipTruth.No, ControlMeasure.Of(graph, ["X"], "Y").Truth);
    }

    [Fact]
    public void Shares_over_the_whole_lie_between_their_proportion_and_what_is_stated_and_never_pass_it()
    {
        var one = IntegratedShare.Of(new OwnershipGraph([Some("X", "A", 1, StakeKind.Equity, 60m), Some("Y", "A", 2, StakeKind.Equity, 60m)], Day), "X", "A");
        Assert.Equal((50m, 60m), Bounds(one));
        Assert.Contains("over 100 per cent", one.Reason, StringComparison.Ordinal);
        // A ring whose shares feed each other beyond the whole.
        Stake[] ring = [Some("X", "A", 1, StakeKind.Equity, 80m), Some("B", "A", 2, StakeKind.Equity, 90m), Some("A", "B", 3, StakeKind.Equity, 100m), Some("X", "B", 4, StakeKind.Equity, 100m)];
        Assert.Equal(100m, Bounds(IntegratedShare.Of(new OwnershipGraph(ring, Day), "X", "B")).Item2);
    }

    [Fact]
    public void What_a_holder_whom_nobody_named_has_may_belong_to_the_owner()
    {
        Stake[] stakes = [Some("nobody 1", "A", 1, StakeKind.Equity, 60m) with { IsOwnerUnknown = true }, Some("X", "A", 2, StakeKind.Equity, 10m), Some("A", "B", 3, StakeKind.Equity, 50m)];
        var answer = IntegratedShare.Of(new OwnershipGraph(stakes, Day), "X", "B");
        Assert.Equal((5m, 35m), Bounds(answer));
        Assert.True(Assert.Single(answer.Missing).Identity);
    }

    [Fact]
    public void A_total_that_contradicts_an_exact_chain_is_kept_beside_it()
    {
        Stake[] stakes = [Some("X", "A", 1, StakeKind.Equity, 60m), Some("A", "B", 2, StakeKind.Equity, 50m), Some("X", "B", 3, StakeKind.Equity, 40m) with { IsIndirect = true }];
        Assert.Equal((30m, 40m), Bounds(IntegratedShare.Of(new OwnershipGraph(stakes, Day), "X", "B")));
    }

    [Fact]
    public void Rows_that_state_one_stake_twice_are_named_and_never_added()
    {
        var graph = new OwnershipGraph([Some("X", "A", 1, StakeKind.Equity, 30m), Some("X", "A", 2, StakeKind.Equity, 30m), Some("X", "B", 3, StakeKind.Equity, 30m), Some("X", "B", 4, StakeKind.Votes, 30m)], Day);
        Assert.Equal(OwnershipTruth.No, FiftyPercentRule.Of(graph, ["X"], "A").Truth);
        var (first, count) = graph.StatedTwice();
        Assert.Equal(("A", 1), (Assert.Single(first).Owned, count));
    }

    [Fact]
    public void Every_listed_owner_whose_share_counts_stands_behind_the_party_however_small_it_is()
    {
        Stake[] stakes =
        [
            Some("X", "A", 1, StakeKind.Equity, 50m), Some("Y", "Z", 2, StakeKind.Equity, 100m), Some("Z", "A", 3, StakeKind.Equity, 1m),
            Some("V", "W", 4, StakeKind.Equity, 49m), Some("W", "A", 5, StakeKind.Equity, 20m), Some("U", "A", 6, StakeKind.Board, 0m),
        ];
        var graph = new OwnershipGraph(stakes, Day);
        // V does not reach W, so that nothing of A counts for it; U controls and owns nothing.
        Assert.Equal("X, Y", string.Join(", ", FiftyPercentRule.OwnersBehind(graph, ["X", "Y", "V", "U"], "A")));
        Assert.Empty(FiftyPercentRule.OwnersBehind(graph, ["Y"], "A"));
        Assert.Empty(FiftyPercentRule.OwnersBehind(graph, ["X"], "nobody"));
    }

    private static Stake Unknown(string owner, string owned, int line) => new(owner, owned, ShareBounds.Unknown, StakeKind.Equity, false, null, new SourceLocation("s", line));

    private static (decimal, decimal) Bounds(OwnershipAnswer answer) =>
        (answer.Share!.Value.Minimum / (decimal)ShareBounds.UnitsOfOnePercent, answer.Share.Value.Maximum / (decimal)ShareBounds.UnitsOfOnePercent);

    internal static Stake Some(string owner, string owned, int line, StakeKind kind, decimal percent) =>
        new(owner, owned, new ShareBounds(percent, percent), kind, false, null, new SourceLocation("stakes.csv", line));

    private static OwnershipAnswer Fifty(string[] listed, string party, params (string Owner, string Owned, decimal Percent)[] stakes) =>
        FiftyPercentRule.Of(new OwnershipGraph(stakes.Select((s, i) => Some(s.Owner, s.Owned, i + 1, StakeKind.Equity, s.Percent)), Day), listed, party);
}
