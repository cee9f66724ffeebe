namespace Rubicon.Dates;

/// <summary>
/// A run of days, both ends inside it. <see cref="To"/> null means no end. A day D is inside when From ≤ D and (To is
/// null or D ≤ To) (design 4.4). The default value holds every day from 0001-01-01.
/// </summary>
public readonly record struct Period
{
    /// <summary>Makes a period.</summary>
    /// <exception cref="ArgumentException">The end lies before the start.</exception>
    public Period(DateOnly from, DateOnly? to = null)
    {
        if (to < from)
            throw new ArgumentException($"a period cannot end ({to:yyyy-MM-dd}) before it starts ({from:yyyy-MM-dd})", nameof(to));
        From = from;
        To = to;
    }

    /// <summary>First day, inside.</summary>
    public DateOnly From { get; }

    /// <summary>Last day, inside; null when there is none.</summary>
    public DateOnly? To { get; }

    /// <summary>True when the day lies inside, ends included.</summary>
    public bool Contains(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>True when the two share at least one day.</summary>
    public bool Overlaps(Period other) =>
        (other.To is null || From <= other.To) && (To is null || other.From <= To);

    /// <summary><c>2019-08-13 to 2020-08-12</c>, or <c>from 2019-08-13</c>.</summary>
    public override string ToString() => To is { } to ? $"{From:yyyy-MM-dd} to {to:yyyy-MM-dd}" : $"from {From:yyyy-MM-dd}";
}
