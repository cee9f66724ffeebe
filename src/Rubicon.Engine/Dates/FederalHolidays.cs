namespace Rubicon.Dates;

/// <summary>
/// Legal public holidays of the United States (5 U.S.C. 6103(a)), with the observed day when one falls on a Saturday or
/// Sunday (6103(b); Executive Order 11582). Juneteenth counts from 2021, the year of Pub. L. 117-17. Days off
/// that a president grants once are not in it.
/// </summary>
public static class FederalHolidays
{
    /// <summary>True when federal offices are closed for a holiday on that day.</summary>
    public static bool IsHoliday(DateOnly day) =>
        IsHolidayIn(day, day.Year) || (day is { Month: 12, Day: 31 } && day.DayOfWeek == DayOfWeek.Friday);

    /// <summary>True on a weekday that is no holiday.</summary>
    public static bool IsBusinessDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    private static bool IsHolidayIn(DateOnly day, int year) =>
        Observed(year, 1, 1) == day
        || Nth(year, 1, DayOfWeek.Monday, 3) == day
        || Nth(year, 2, DayOfWeek.Monday, 3) == day
        || LastMonday(year, 5) == day
        || (year >= 2021 && Observed(year, 6, 19) == day)
        || Observed(year, 7, 4) == day
        || Nth(year, 9, DayOfWeek.Monday, 1) == day
        || Nth(year, 10, DayOfWeek.Monday, 2) == day
        || Observed(year, 11, 11) == day
        || Nth(year, 11, DayOfWeek.Thursday, 4) == day
        || Observed(year, 12, 25) == day;

    private static DateOnly Observed(int year, int month, int dayOfMonth)
    {
        var day = new DateOnly(year, month, dayOfMonth);
        return day.DayOfWeek switch
        {
            // 1 January on a Saturday is observed on 31 December of the year before; IsHoliday asks for that day itself.
            DayOfWeek.Saturday when day.DayOfYear > 1 => day.AddDays(-1),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };
    }

    private static DateOnly Nth(int year, int month, DayOfWeek weekday, int nth)
    {
        var first = new DateOnly(year, month, 1);
        int ahead = ((int)weekday - (int)first.DayOfWeek + 7) % 7;
        return first.AddDays(ahead + (7 * (nth - 1)));
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)DayOfWeek.Monday + 7) % 7));
    }
}
