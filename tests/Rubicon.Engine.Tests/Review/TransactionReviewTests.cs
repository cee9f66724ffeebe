using Rubicon.Review;
using Xunit;

namespace Rubicon.Engine.Tests.Review;

/// <summary>The procedure of 15 CFR 791.100 to 791.110, before and after the change of 4 February 2025.</summary>
public sealed class TransactionReviewTests
{
    private static Case Served2026() => new Case("us-icts/review")
        .Step("refer", "2026-01-05").Step("accept", "2026-01-12").Step("notify-review", "2026-01-14").Step("consult", "2026-02-02")
        .Step("comment", "2026-02-20").Step("determine-initially", "2026-03-02").Step("tell-agencies", "2026-03-03").Step("serve", "2026-03-24");

    private static Case Served2023() => new Case("us-icts/review")
        .Step("refer", "2023-01-05").Step("accept", "2023-01-12").Step("consult", "2023-02-02").Step("determine-initially", "2023-03-02").Step("serve", "2023-03-03");

    [Fact]
    public void A_whole_case_ends_with_one_of_three_final_determinations()
    {
        foreach (string end in new[] { "prohibit", "clear", "permit-with-mitigation" })
        {
            var closed = Served2026().Step("respond", "2026-04-20").Step("consult-again", "2026-05-04").Step("concur", "2026-05-06").Step("record-concurrence", "2026-05-15").Step(end, "2026-06-01").On("2026-06-01");
            Assert.True(closed.State!.Ends);
            Assert.Empty(closed.Steps);
        }
    }

    [Theory]
    [InlineData("2026-03-23", "RUB6704")]
    [InlineData("2026-03-24", null)]
    public void An_initial_determination_is_served_21_days_after_the_agency_heads_were_told(string day, string? code)
    {
        var waiting = new Case("us-icts/review").Step("refer", "2026-01-05").Step("accept", "2026-01-12").Step("consult", "2026-02-02").Step("determine-initially", "2026-03-02").Step("tell-agencies", "2026-03-03");
        Assert.Equal(code is null ? [] : [code], waiting.Refused("serve", day));
        Assert.Equal("Tell the agency heads of the initial determination to come 2026-03-03 + 21 calendar days = 2026-03-24", waiting.On("2026-03-03").FindClock("agency-notice")!.Arithmetic);
    }

    [Fact]
    public void Without_telling_the_agency_heads_nothing_is_served_since_2025()
    {
        var determined = new Case("us-icts/review").Step("refer", "2026-01-05").Step("accept", "2026-01-12").Step("consult", "2026-02-02").Step("determine-initially", "2026-03-02");
        Assert.Equal(["RUB6704"], determined.Refused("serve", "2026-12-01"));
        Assert.Null(determined.On("2026-12-01").Steps.Single(s => s.Step.Id == "serve").From);
        Assert.Equal(["RUB6710"], Served2023Determined().Refused("tell-agencies", "2023-03-03"));
        Assert.Empty(Served2023Determined().Refused("serve", "2023-03-03"));
    }

    private static Case Served2023Determined() => new Case("us-icts/review")
        .Step("refer", "2023-01-05").Step("accept", "2023-01-12").Step("consult", "2023-02-02").Step("determine-initially", "2023-03-02");

    [Theory]
    [InlineData("2026-04-23", ClockState.Running, 0)]
    [InlineData("2026-04-24", ClockState.Lapsed, -1)]
    public void The_party_has_thirty_days_from_service(string day, ClockState state, int left)
    {
        var clock = Served2026().On(day).FindClock("response")!;
        Assert.Equal((state, left), (clock.State, clock.DaysLeft(Case.Day(day))));
        Assert.False(clock.Version!.Confirmed, "the current text of 791.107 was not read");
        Assert.Equal(ReviewRole.Party, clock.Clock.For);
    }

    [Theory]
    [InlineData("2023-04-02", "RUB6704")]
    [InlineData("2023-04-03", null)]
    public void When_nobody_responds_the_consultation_can_be_left_out(string day, string? code) =>
        Assert.Equal(code is null ? [] : [code], Served2023().Refused("go-without-consultation", day));

    [Fact]
    public void After_a_response_the_consultation_cannot_be_left_out() =>
        Assert.Equal(["RUB6704"], Served2026().Step("respond", "2026-04-01").Refused("go-without-consultation", "2026-06-01"));

    [Fact]
    public void A_late_response_counts_as_late_and_is_still_taken()
    {
        var clock = Served2026().Step("respond", "2026-05-01").On("2026-05-02").FindClock("response")!;
        Assert.Equal((ClockState.MetLate, Case.Day("2026-05-01")), (clock.State, clock.Ended));
    }

    /// <summary>Until 2025-02-03 the 180 days ran from accepting the referral, since then from service of the initial determination.</summary>
    [Theory]
    [InlineData(true, "2026-09-20")]
    [InlineData(false, "2023-07-11")]
    public void The_final_determination_is_due_after_180_days(bool current, string due)
    {
        var clock = (current ? Served2026() : Served2023()).On(current ? "2026-03-24" : "2023-03-03").FindClock("final-determination")!;
        Assert.Equal(Case.Day(due), clock.Due);
        Assert.Equal("15 CFR 791.109(b)", clock.Version!.Citation);
    }

    [Fact]
    public void A_case_that_is_open_when_the_text_changes_is_counted_by_the_new_text()
    {
        var open = new Case("us-icts/review").Step("refer", "2024-09-02").Step("accept", "2024-09-09").Step("consult", "2024-10-01").Step("determine-initially", "2024-11-01").Step("serve", "2024-11-04");
        Assert.Equal(Case.Day("2025-03-08"), open.On("2025-02-03").FindClock("final-determination")!.Due);
        Assert.Equal(Case.Day("2025-05-03"), open.On("2025-02-04").FindClock("final-determination")!.Due);
    }

    [Fact]
    public void Only_the_agency_extends_the_final_determination_in_writing_and_to_a_later_day()
    {
        var extended = Served2026().Extend("final-determination", "2026-09-01", "2026-11-19");
        var clock = extended.On("2026-11-19").FindClock("final-determination")!;
        Assert.Equal((ClockState.Running, Case.Day("2026-11-19")), (clock.State, clock.Due));
        Assert.EndsWith("= 2026-09-20; extended on 2026-09-01 to 2026-11-19", clock.Arithmetic, StringComparison.Ordinal);
        Assert.Equal(["RUB6703"], Served2026().Refused(Case.Extension("final-determination", "2026-09-01", "2026-11-19", "why", ReviewRole.Party)));
        Assert.Equal(["RUB6705"], Served2026().Refused(Case.Extension("final-determination", "2026-09-01", "2026-11-19", " ")));
        Assert.Equal(["RUB6709"], Served2026().Refused(Case.Extension("final-determination", "2026-09-01", "2026-09-20", "why")));
        Assert.Equal(["RUB6708"], Served2026().Refused(Case.Extension("response", "2026-04-01", "2026-05-24", "why")));
        Assert.Equal(["RUB6709"], Served2026().Refused(Case.Extension("concurrence", "2026-04-01", "2026-05-24", "why")));
    }

    [Theory]
    [InlineData("2026-05-18", "RUB6704")]
    [InlineData("2026-05-19", null)]
    public void Silence_for_fourteen_days_is_presumed_to_be_concurrence(string day, string? code)
    {
        var consulted = Served2026().Step("respond", "2026-04-20").Step("consult-again", "2026-05-04");
        Assert.Equal(code is null ? [] : [code], consulted.Refused("presume-concurrence", day));
    }

    [Fact]
    public void After_an_objection_nothing_is_presumed_until_another_consultation()
    {
        var objected = Served2026().Step("respond", "2026-04-20").Step("consult-again", "2026-05-04").Step("object", "2026-05-10");
        Assert.Equal(["RUB6704"], objected.Refused("presume-concurrence", "2026-06-30"));
        Assert.Empty(objected.Step("consult-again", "2026-06-01").Refused("presume-concurrence", "2026-06-16"));
    }

    [Fact]
    public void Without_consensus_the_President_directs_until_2025()
    {
        var directed = Served2023().Step("respond", "2023-03-20").Step("consult-again", "2023-04-04").Step("notify-president", "2023-05-01").Step("record-direction", "2023-06-01").Step("prohibit", "2023-06-05");
        Assert.Equal("prohibited", directed.On("2023-06-05").State!.Id);
        Assert.Equal(["RUB6710"], Served2026().Step("respond", "2026-04-20").Step("consult-again", "2026-05-04").Refused("notify-president", "2026-05-20"));
    }

    [Fact]
    public void Records_are_kept_ten_years_after_the_final_determination_and_the_case_is_not_late()
    {
        var closed = Served2026().Step("respond", "2026-04-20").Step("consult-again", "2026-05-04").Step("record-concurrence", "2026-05-15").Step("prohibit", "2026-06-01");
        var clock = closed.On("2030-01-01").FindClock("records")!;
        Assert.Equal((ClockState.Running, Case.Day("2036-06-01")), (clock.State, clock.Due));
        Assert.Equal(ClockState.Over, closed.On("2036-06-02").FindClock("records")!.State);
    }

    [Fact]
    public void Clocks_of_a_case_that_ended_early_do_not_lapse_later()
    {
        var ended = new Case("us-icts/review").Step("refer", "2023-01-05").Step("accept", "2023-01-12").Step("end-review", "2023-02-01");
        Assert.Equal(ClockState.Over, ended.On("2026-01-01").FindClock("final-determination")!.State);
        Assert.Equal("not-under-review", ended.On("2026-01-01").State!.Id);
    }
}
