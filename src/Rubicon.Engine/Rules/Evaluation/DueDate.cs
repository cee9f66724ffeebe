using System.Globalization;
using Rubicon.Dates;
using Rubicon.Rules.Facts;
using Rubicon.Rules.Law;

namespace Rubicon.Rules.Evaluation;

/// <summary>A due day with the arithmetic that led to it.</summary>
/// <param name="Day">The day, or null when the day it runs from is not known.</param>
/// <param name="Arithmetic">How it was counted, for a person to check.</param>
public sealed record DueDate(DateOnly? Day, string Arithmetic)
{
    /// <summary>Counts a clock for these facts. A day that the rule names stays that day. Yearly clocks give the next such day on or after <paramref name="asOf"/>.</summary>
    public static DueDate Of(Clock clock, FactSet facts, DateOnly asOf)
    {
        if (clock.On is { } named) return new DueDate(named, Inv($"the rule names {named:yyyy-MM-dd}"));
        if (clock.YearlyMonth > 0) return Yearly(clock, asOf);
        if (clock.FromFact == "as-of") return Count(clock, asOf, "the as-of day");
        var fact = facts.Catalog[clock.FromFact!];
        return facts[fact] is DateValue start
            ? Count(clock, start.Value, fact.Name)
            : new DueDate(null, $"{Span(clock)} {(clock.Add < 0 ? "before" : "after")} {fact.Name}, which is not stated");
    }

    /// <summary>Counts from a day: day zero is the day itself, the first unit ends on the next.</summary>
    public static DueDate Count(Clock clock, DateOnly start, string startName)
    {
        // A request may state any day; one near the end of the calendar has no due day.
        long reach = (Math.Abs((long)clock.Add) * LongestUnit(clock.Unit)) + 14;
        if (start.DayNumber + reach > DateOnly.MaxValue.DayNumber || (clock.Add < 0 && start.DayNumber < reach))
            return new DueDate(null, Inv($"{startName} {start:yyyy-MM-dd} + {Span(clock)} lies beyond the calendar"));
        var day = clock.Unit switch
        {
            ClockUnit.CalendarDays => start.AddDays(clock.Add),
            ClockUnit.BusinessDays => AddBusinessDays(start, clock.Add),
            ClockUnit.Months => start.AddMonths(clock.Add),
            ClockUnit.Years => start.AddYears(clock.Add),
            _ => start.AddDays((clock.Add + 23) / 24),
        };
        string rolled = "";
        if (clock.Rolls && !FederalHolidays.IsBusinessDay(day))
        {
            var from = day;
            while (!FederalHolidays.IsBusinessDay(day)) day = day.AddDays(1);
            rolled = Inv($"; {from:yyyy-MM-dd} is no business day, so {day:yyyy-MM-dd}");
        }
        return new DueDate(day, Inv($"{startName} {start:yyyy-MM-dd} {(clock.Add < 0 ? "-" : "+")} {Span(clock)} = {day:yyyy-MM-dd}{rolled}"));
    }

    private static DueDate Yearly(Clock clock, DateOnly asOf)
    {
        var thisYear = new DateOnly(asOf.Year, clock.YearlyMonth, clock.YearlyDay);
        var day = thisYear >= asOf ? thisYear : thisYear.AddYears(1);
        return new DueDate(day, Inv($"every year by {clock.YearlyMonth:00}-{clock.YearlyDay:00}; the next is {day:yyyy-MM-dd}"));
    }

    private static DateOnly AddBusinessDays(DateOnly start, int count)
    {
        var day = start;
        for (int left = count; left > 0;)
        {
            day = day.AddDays(1);
            if (FederalHolidays.IsBusinessDay(day)) left--;
        }
        return day;
    }

    private static int LongestUnit(ClockUnit unit) => unit switch
    {
        ClockUnit.Years => 366,
        ClockUnit.Months => 31,
        // Five days may hold two of a weekend and two holidays.
        ClockUnit.BusinessDays => 4,
        _ => 1,
    };

    private static string Span(Clock clock) => clock.Unit switch
    {
        ClockUnit.CalendarDays => Inv($"{Math.Abs(clock.Add)} calendar days"),
        ClockUnit.BusinessDays => Inv($"{Math.Abs(clock.Add)} business days (no Saturdays, Sundays, federal holidays)"),
        ClockUnit.Months => Inv($"{Math.Abs(clock.Add)} months"),
        ClockUnit.Years => Inv($"{Math.Abs(clock.Add)} years"),
        _ => Inv($"{Math.Abs(clock.Add)} hours"),
    };

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
