using System.Globalization;

namespace Rubicon.Screening;

/// <summary>What a text in a date column is.</summary>
public enum DateReading
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A month or year alone: real, and too coarse to decide with.</summary>
    Coarse,

    /// <summary>No day of the calendar.</summary>
    Bad,
}

/// <summary>
/// Days as records write them. With slashes the American order (month first) is read, as the exports of American systems write
/// it, unless the first number cannot be a month; with dots the day comes first. Two-digit years are refused.
/// </summary>
public static class DateWords
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy/M/d", "yyyy.MM.dd", "yyyyMMdd", "yyyy-M-d",
        "M/d/yyyy", "MM/dd/yyyy", "d.M.yyyy", "dd.MM.yyyy", "d MMM yyyy", "dd MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "dd-MMM-yyyy",
        "MMM d, yyyy", "MMMM d, yyyy", "MMM d yyyy", "MMMM d yyyy",
    ];

    private static readonly string[] DayFirst = ["d/M/yyyy", "dd/MM/yyyy", "d-M-yyyy", "dd-MM-yyyy"];
    private static readonly string[] Months = ["yyyy-MM", "yyyy/MM", "MM/yyyy", "M/yyyy", "MMM yyyy", "MMMM yyyy", "yyyy"];

    /// <summary>Reads a day; <paramref name="day"/> is meaningful only for <see cref="DateReading.Day"/>.</summary>
    public static DateReading Read(string text, out DateOnly day)
    {
        string trimmed = text.Trim();
        // A time of day behind the date says nothing that a rule asks for.
        int time = trimmed.IndexOfAny(['T', ' ']) is int at and 10 && trimmed.Length > 10 && char.IsAsciiDigit(trimmed[11]) ? at : -1;
        if (time == 10) trimmed = trimmed[..10];
        else if (trimmed.IndexOf(' ', StringComparison.Ordinal) is int space and > 0 && trimmed.Contains(':', StringComparison.Ordinal) && trimmed.AsSpan(0, space).IndexOf('/') > 0)
            trimmed = trimmed[..space];
        if (Exact(trimmed, Formats, out day) || Exact(trimmed, DayFirst, out day)) return DateReading.Day;
        return Exact(trimmed, Months, out _) ? DateReading.Coarse : DateReading.Bad;
    }

    private static bool Exact(string text, string[] formats, out DateOnly day) =>
        DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
