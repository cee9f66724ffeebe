using System.Globalization;
using Rubicon.Rules.Evaluation;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;
using Xunit;

namespace Rubicon.Engine.Tests.Rules;

public sealed class DueDateTests
{
    [Theory]
    [InlineData("2026-11-20", 1, ClockUnit.BusinessDays, false, "2026-11-23")] // a Friday: the weekend does not count
    [InlineData("2026-11-21", 1, ClockUnit.BusinessDays, false, "2026-11-23")] // a Saturday
    [InlineData("2026-11-25", 1, ClockUnit.BusinessDays, false, "2026-11-27")] // the day before Thanksgiving
    [InlineData("2020-07-02", 1, ClockUnit.BusinessDays, false, "2020-07-06")] // 4 July on a Saturday, observed on Friday
    [InlineData("2021-12-30", 1, ClockUnit.BusinessDays, false, "2022-01-03")] // New Year on a Saturday, observed on 31 December
    [InlineData("2026-11-02", 10, ClockUnit.BusinessDays, false, "2026-11-17")] // Veterans Day lies between
    [InlineData("2026-11-20", 3, ClockUnit.CalendarDays, false, "2026-11-23")]
    [InlineData("2026-11-20", 1, ClockUnit.CalendarDays, false, "2026-11-21")]
    [InlineData("2026-11-20", 1, ClockUnit.CalendarDays, true, "2026-11-23")] // a Saturday that the text moves
    [InlineData("2026-11-25", 1, ClockUnit.CalendarDays, true, "2026-11-27")] // a holiday that the text moves
    [InlineData("2026-11-23", 1, ClockUnit.CalendarDays, true, "2026-11-24")] // a business day stays
    [InlineData("2024-01-31", 1, ClockUnit.Months, false, "2024-02-29")]
    [InlineData("2023-01-31", 1, ClockUnit.Months, false, "2023-02-28")]
    [InlineData("2023-12-15", 2, ClockUnit.Months, false, "2024-02-15")]
    [InlineData("2024-02-29", 1, ClockUnit.Years, false, "2025-02-28")]
    [InlineData("2024-02-29", 4, ClockUnit.Years, false, "2028-02-29")]
    [InlineData("2016-04-01", 5, ClockUnit.Years, false, "2021-04-01")]
    [InlineData("2026-11-20", 72, ClockUnit.Hours, false, "2026-11-23")]
    [InlineData("2026-11-20", 24, ClockUnit.Hours, false, "2026-11-21")]
    [InlineData("2026-11-20", 1, ClockUnit.Hours, false, "2026-11-21")] // hours end on the day on which they run out
    [InlineData("2026-11-20", 0, ClockUnit.CalendarDays, false, "2026-11-20")]
    [InlineData("2024-09-30", -30, ClockUnit.CalendarDays, false, "2024-08-31")] // no later than thirty days before
    public void A_clock_counts_from_the_day_after(string start, int add, ClockUnit unit, bool rolls, string due) =>
        Assert.Equal(Day(due), DueDate.Count(new Clock("found-on", add, unit, 0, 0, rolls, "words"), Day(start), "found-on").Day);

    [Theory]
    [InlineData("2026-03-30", "2026-03-31")]
    [InlineData("2026-03-31", "2026-03-31")]
    [InlineData("2026-04-01", "2027-03-31")]
    public void A_yearly_clock_gives_the_next_such_day(string asOf, string due) =>
        Assert.Equal(Day(due), DueDate.Of(new Clock(null, 0, ClockUnit.CalendarDays, 3, 31, false, "words"), Some.Nothing, Day(asOf)).Day);

    [Fact]
    public void A_clock_that_runs_backward_says_so_and_stays_in_the_calendar()
    {
        var clock = new Clock("found-on", -30, ClockUnit.CalendarDays, 0, 0, false, "words");
        Assert.Equal("found-on 2024-09-30 - 30 calendar days = 2024-08-31", DueDate.Count(clock, Day("2024-09-30"), "found-on").Arithmetic);
        Assert.Null(DueDate.Count(clock, DateOnly.MinValue, "found-on").Day);
    }

    [Fact]
    public void The_arithmetic_is_written_out_for_a_person_to_check() =>
        Assert.Equal("found-on 2026-11-20 + 1 calendar days = 2026-11-23; 2026-11-21 is no business day, so 2026-11-23",
            DueDate.Count(new Clock("found-on", 1, ClockUnit.CalendarDays, 0, 0, true, "words"), Day("2026-11-20"), "found-on").Arithmetic);

    [Fact]
    public void Without_the_day_it_runs_from_nothing_is_due_yet()
    {
        var due = DueDate.Of(new Clock("found-on", 1, ClockUnit.BusinessDays, 0, 0, false, "words"), Some.Nothing, Day("2026-11-20"));
        Assert.Null(due.Day);
        Assert.Contains("found-on, which is not stated", due.Arithmetic, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, ClockUnit.Years)]
    [InlineData(5, ClockUnit.Months)]
    [InlineData(1, ClockUnit.BusinessDays)]
    [InlineData(1, ClockUnit.CalendarDays)]
    [InlineData(int.MaxValue, ClockUnit.Hours)]
    public void A_day_at_the_end_of_the_calendar_has_no_due_day(int add, ClockUnit unit) =>
        Assert.Null(DueDate.Count(new Clock("found-on", add, unit, 0, 0, true, "words"), DateOnly.MaxValue, "found-on").Day);

    [Fact]
    public void A_clock_may_run_from_the_as_of_day() =>
        Assert.Equal(Day("2026-12-20"), DueDate.Of(new Clock("as-of", 30, ClockUnit.CalendarDays, 0, 0, false, "words"), Some.Nothing, Day("2026-11-20")).Day);

    [Fact]
    public void A_day_that_the_rule_names_stays_that_day()
    {
        var due = DueDate.Of(new Clock(null, 0, ClockUnit.CalendarDays, 0, 0, false, "words", Day("2027-12-31")), Some.Nothing, Day("2028-06-01"));
        Assert.Equal(Day("2027-12-31"), due.Day);
        Assert.Equal("the rule names 2027-12-31", due.Arithmetic);
    }

    [Fact]
    public void A_stated_day_starts_the_clock()
    {
        var facts = Some.Nothing.With(Some.Catalog["found-on"], new DateValue(Day("2026-11-20")));
        Assert.Equal(Day("2026-11-23"), DueDate.Of(new Clock("found-on", 1, ClockUnit.BusinessDays, 0, 0, false, "words"), facts, Day("2027-01-01")).Day);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
