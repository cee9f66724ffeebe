using System.Globalization;
using Rubicon.Dates;

namespace Rubicon.Reading.Makers;

/// <summary>
/// Dates as sources state them: a day, a month or a year. A month or year is read as its widest days: a statement "until
/// 2022" holds through 2022-12-31. The words stay in a note, so that nobody takes the widest day for a stated one.
/// </summary>
internal static class StatedDays
{
    /// <summary>First day that a stated date can mean, or null when the text is no date.</summary>
    public static DateOnly? First(string text) => Read(text)?.First;

    /// <summary>Last day that a stated date can mean, or null when the text is no date.</summary>
    public static DateOnly? Last(string text) => Read(text)?.Last;

    /// <summary>The widest period of two stated dates; null when neither is stated.</summary>
    public static Period? Widest(DateOnly? first, DateOnly? last) => (first, last) switch
    {
        (null, null) => null,
        (null, { } to) => new Period(DateOnly.MinValue, to),
        ({ } from, _) => new Period(from, last),
    };

    /// <summary>"stated as 2017-05 to 2022" when a date is not stated to the day; otherwise null.</summary>
    public static string? Words(string? from, string? to)
    {
        bool exact = from is null or { Length: 10 } && to is null or { Length: 10 };
        return (exact, from, to) switch
        {
            (true, _, _) => null,
            (_, { }, { }) => $"stated as {from} to {to}",
            (_, { }, null) => $"stated as from {from}",
            _ => $"stated as to {to}",
        };
    }

    private static (DateOnly First, DateOnly Last)? Read(string text)
    {
        if (text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return (day, day);
        if (text.Length == 7 && DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return (month, new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)));
        if (text.Length == 4 && DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year))
            return (year, new DateOnly(year.Year, 12, 31));
        return null;
    }
}
