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

    // A millionth of a per cent: no source states a share finer.
    private const long Fine = 1_000;

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

    /// <summary>The least share in per cent as a source states it, and false for "more than": an end one unit above a figure of at most six decimals.</summary>
    public (decimal Percent, bool Inside) Least => !IsExact && Minimum % Fine == 1 ? (InPercent(Minimum - 1), false) : (InPercent(Minimum), true);

    /// <summary>The largest share in per cent as a source states it, and false for "less than".</summary>
    public (decimal Percent, bool Inside) Most => !IsExact && Maximum % Fine == Fine - 1 ? (InPercent(Maximum + 1), false) : (InPercent(Maximum), true);

    /// <summary><c>50 %</c>, <c>25 to 50 %</c>, <c>more than 25, at most 50 %</c>, <c>less than 10 %</c>, <c>not stated</c>.</summary>
    public override string ToString()
    {
        if (this == Unknown) return "not stated";
        if (IsExact) return $"{Percent(Minimum)} %";
        var ((least, leastInside), (most, mostInside)) = (Least, Most);
        if (leastInside && mostInside) return $"{Text(least)} to {Text(most)} %";
        if (leastInside && least == 0) return $"less than {Text(most)} %";
        string from = leastInside ? $"at least {Text(least)}" : $"more than {Text(least)}";
        return most == 100 && mostInside ? $"{from} %" : $"{from}, {(mostInside ? "at most" : "less than")} {Text(most)} %";
    }

    /// <summary>Units as per cent, without rounding.</summary>
    public static string Percent(long units) => Text(InPercent(units));

    private static decimal InPercent(long units) => units / (decimal)UnitsOfOnePercent;

    private static string Text(decimal percent) => percent.ToString("0.#########", CultureInfo.InvariantCulture);
}
