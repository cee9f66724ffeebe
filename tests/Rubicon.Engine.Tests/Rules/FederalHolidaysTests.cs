using System.Globalization;
using Rubicon.Dates;
using Xunit;

namespace Rubicon.Engine.Tests.Rules;

/// <summary>Against the holidays of the Office of Personnel Management, as observed by a Monday-to-Friday week.</summary>
public sealed class FederalHolidaysTests
{
    [Theory]
    [InlineData(2019, "01-01 01-21 02-18 05-27 07-04 09-02 10-14 11-11 11-28 12-25")]
    [InlineData(2020, "01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25")]
    [InlineData(2021, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    [InlineData(2022, "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26")]
    [InlineData(2023, "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25")]
    [InlineData(2024, "01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25")]
    [InlineData(2025, "01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25")]
    [InlineData(2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25")]
    [InlineData(2027, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    [InlineData(2028, "01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25")]
    public void Weekdays_off_are_those_of_the_personnel_office(int year, string expected)
    {
        var off = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(n => new DateOnly(year, 1, 1).AddDays(n))
            .Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !FederalHolidays.IsBusinessDay(d));
        Assert.Equal(expected, string.Join(' ', off.Select(d => d.ToString("MM-dd", CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Weekends_are_no_business_days() =>
        Assert.False(FederalHolidays.IsBusinessDay(new DateOnly(2026, 11, 21)) || FederalHolidays.IsBusinessDay(new DateOnly(2026, 11, 22)));
}
