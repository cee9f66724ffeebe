using System.Globalization;

namespace Rubicon.Ownership;

/// <summary>
/// A share in per cent, as far as it is known: between two ends, each inside or outside. Counted in billionths of a per cent, so that sums are exact:
/// a third and two thirds of what is left are compared with half without rounding.
/// </summary>
public readonly record struct ShareBounds
{
    /// <summary>Units of one per cent.</summary>
    public const long UnitsOfOnePercent = 1_000_000_000;

    /// <summary>The whole.</summary>
    public const long Whole = 100 * UnitsOfOnePercent;

    /// <summary>Makes bounds; an end that is not inside is moved by one unit, the least difference that counts.</summary>
    /// <param name="minimum">Least share in per cent, 0 to 100.</param>
    /// <param name="maximum">Largest share in per cent, not below <paramref name="minimum"/>, at most 100.</param>
    /// <param name="minimumInside">False for "more than".</param>
    /// <param name="maximumInside">False for "less than".</param>
    /// <exception cref="ArgumentOutOfRangeException">A share below 0 or above 100, or ends that cross.</exception>
    public ShareBounds(decimal minimum, decimal maximum, bool minimumInside = true, bool maximumInside = true)
    {
        if (minimum is < 0 or > 100 || maximum is < 0 or > 100)
            throw new ArgumentOutOfRangeException(nameof(minimum), $"a share lies between 0 and 100 per cent, not {minimum} to {maximum}");
        Minimum = (long)decimal.Ceiling(minimum * UnitsOfOnePercent) + (minimumInside ? 0 : 1);
        Maximum = (long)decimal.Floor(maximum * UnitsOfOnePercent) - (maximumInside ? 0 : 1);
        if (Minimum > Maximum) throw new ArgumentOutOfRangeException(nameof(maximum), $"the ends {minimum} and {maximum} cross");
    }

    private ShareBounds(long minimum, long maximum) => (Minimum, Maximum) = (minimum, maximum);

    /// <summary>Exactly so many units, 0 to <see cref="Whole"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than nothing or more than the whole.</exception>
    public static ShareBounds Exactly(long units) =>
        units is >= 0 and <= Whole ? new(units, units) : throw new ArgumentOutOfRangeException(nameof(units), units, "a share lies between 0 and 100 per cent");

    internal static ShareBounds OfUnits(long minimum, long maximum) => new(minimum, maximum);

    /// <summary>A share that nothing is known of: more than nothing, up to the whole.</summary>
    public static ShareBounds Unknown { get; } = new(0, 100, minimumInside: false);

    /// <summary>Least share in units.</summary>
    public long Minimum { get; }

    /// <summary>Largest share in units.</summary>
    public long Maximum { get; }

    /// <summary>True when both ends are the same.</summary>
    public bool IsExact => Minimum == Maximum;

    /// <summary>The bounds that hold both: of two sources that disagree neither is dropped.</summary>
    public ShareBounds Or(ShareBounds other) => new(Math.Min(Minimum, other.Minimum), Math.Max(Maximum, other.Maximum));

    /// <summary>What lies in both; the ends must not cross.</summary>
    /// <exception cref="ArgumentException">Nothing lies in both.</exception>
    public ShareBounds And(ShareBounds other)
    {
        var (least, most) = (Math.Max(Minimum, other.Minimum), Math.Min(Maximum, other.Maximum));
        return least <= most ? new(least, most) : throw new ArgumentException($"nothing lies in {this} and {other}", nameof(other));
    }

    /// <summary>The same largest share, and nothing that is sure: whether the share is held at all is not known.</summary>
    public ShareBounds AtMost() => new(0, Maximum);

    /// <summary><c>50 %</c>, <c>25 to 50 %</c>, <c>not stated</c>.</summary>
    public override string ToString() => this == Unknown ? "not stated" : IsExact ? $"{Percent(Minimum)} %" : $"{Percent(Minimum)} to {Percent(Maximum)} %";

    /// <summary>Units as per cent, without rounding.</summary>
    public static string Percent(long units) => (units / (decimal)UnitsOfOnePercent).ToString("0.#########", CultureInfo.InvariantCulture);
}
