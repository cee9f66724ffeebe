using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Rubicon.Review;
using Xunit;

namespace Rubicon.Engine.Tests.Review;

public sealed class MitigationDutyTests
{
    private static MitigationDuty Duty(string first, int months, string? until = null) => new("audit", "Report on access", Case.Day(first), months, until is null ? null : Case.Day(until));

    private static string Standing(MitigationDuty duty, string asOf, params (string Due, string Done)[] reports) =>
        string.Join(' ', duty.Standing([.. reports.Select(r => (Case.Day(r.Due), Case.Day(r.Done)))], Case.Day(asOf)).Select(d => $"{d.Due:MM-dd}:{d.State}"));

    [Fact]
    public void A_duty_comes_again_and_the_next_day_ahead_is_shown() =>
        Assert.Equal("01-31:Done 02-28:Overdue 03-31:Ahead", Standing(Duty("2026-01-31", 1), "2026-03-01", ("2026-01-31", "2026-01-30")));

    [Theory]
    [InlineData("2026-01-31", "01-31:Ahead")]
    [InlineData("2026-02-01", "01-31:Overdue")]
    public void A_duty_done_once_is_overdue_on_the_day_after(string asOf, string standing) => Assert.Equal(standing, Standing(Duty("2026-01-31", 0), asOf));

    [Fact]
    public void What_is_done_after_its_day_is_late_and_what_is_reported_later_than_asked_does_not_count_yet()
    {
        Assert.Equal("01-31:DoneLate", Standing(Duty("2026-01-31", 0), "2026-03-01", ("2026-01-31", "2026-02-02")));
        Assert.Equal("01-31:Overdue", Standing(Duty("2026-01-31", 0), "2026-02-01", ("2026-01-31", "2026-02-02")));
    }

    [Fact]
    public void Nothing_falls_due_after_the_last_day() => Assert.Equal("01-31:Overdue 07-31:Overdue", Standing(Duty("2026-01-31", 6, "2026-12-31"), "2028-01-01"));

    [Property]
    public Property Due_days_rise_and_one_at_most_lies_ahead() => Prop.ForAll(
        Gen.Choose(0, 20_000).Two().Zip(Gen.Choose(0, 24)).ToArbitrary(),
        given =>
        {
            var ((start, span), months) = given;
            var first = DateOnly.FromDayNumber(720_000 + start);
            var days = new MitigationDuty("d", "t", first, months, null).DueDays(first.AddDays(span)).ToList();
            return days.Zip(days.Skip(1)).All(p => p.First < p.Second) && days.Count(d => d > first.AddDays(span)) <= 1 && days[0] == first;
        });
}
