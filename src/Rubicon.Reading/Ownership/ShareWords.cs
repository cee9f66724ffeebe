using System.Globalization;
using System.Text;
using Rubicon.Ownership;

namespace Rubicon.Reading.Ownership;

/// <summary>Shares as tables write them: <c>50</c>, <c>50.1 %</c>, <c>25-50</c>, <c>&gt;50</c>, <c>at least 25</c>, <c>unknown</c>.</summary>
internal static class ShareWords
{
    private static readonly string[] Unknown = ["", "unknown", "n/a", "na", "?", "-", "not stated", "undisclosed"];

    /// <summary>The same for bytes; plain figures, of which tables are full, without a detour over text.</summary>
    public static ShareBounds? Read(ReadOnlySpan<byte> text)
    {
        if (text.EndsWith("%"u8)) text = text[..^1].TrimEnd(" "u8);
        if (text.Length is 0 or > 13 || text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is var point && point == 0) return Read(Encoding.UTF8.GetString(text));
        long units = 0;
        foreach (byte digit in point < 0 ? text : text[..point]) units = (units * 10) + (digit - '0');
        if (units > 100) return null;
        units *= ShareBounds.UnitsOfOnePercent;
        if (point < 0) return ShareBounds.Exactly(units);
        var fraction = text[(point + 1)..];
        if (text[point] is not ((byte)'.' or (byte)',') || fraction.Length is 0 or > 9 || fraction.IndexOfAnyExceptInRange((byte)'0', (byte)'9') >= 0) return Read(Encoding.UTF8.GetString(text));
        long unit = ShareBounds.UnitsOfOnePercent;
        foreach (byte digit in fraction) units += (digit - '0') * (unit /= 10);
        return units > ShareBounds.Whole ? null : ShareBounds.Exactly(units);
    }

    /// <summary>The bounds; null when the text is no share between 0 and 100 per cent of at most nine decimals.</summary>
    public static ShareBounds? Read(string text)
    {
        string plain = text.Replace("per cent", "", StringComparison.OrdinalIgnoreCase).Replace("percent", "", StringComparison.OrdinalIgnoreCase).Replace("%", "", StringComparison.Ordinal).Trim();
        if (Unknown.Contains(plain, StringComparer.OrdinalIgnoreCase)) return ShareBounds.Unknown;
        foreach (var (mark, least, inside) in Marks)
            if (plain.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
                return Number(plain[mark.Length..]) is not { } bound ? null
                    : least ? Bounds(bound, 100, inside, true) : Bounds(0, bound, true, inside);
        if (plain.EndsWith('+')) return Number(plain[..^1]) is { } from ? Bounds(from, 100, true, true) : null;
        foreach (string between in (ReadOnlySpan<string>)[" to ", "..", "–", "-"])
        {
            int at = plain.IndexOf(between, 1 <= plain.Length ? 1 : 0, StringComparison.OrdinalIgnoreCase);
            if (at > 0) return Number(plain[..at]) is { } from && Number(plain[(at + between.Length)..]) is { } to ? Bounds(from, to, true, true) : null;
        }
        return Number(plain) is { } exact ? Bounds(exact, exact, true, true) : null;
    }

    private static readonly (string Mark, bool Least, bool Inside)[] Marks =
    [
        (">=", true, true), ("≥", true, true), ("at least", true, true), ("<=", false, true), ("≤", false, true), ("at most", false, true), ("up to", false, true),
        (">", true, false), ("more than", true, false), ("over", true, false), ("<", false, false), ("less than", false, false), ("under", false, false),
    ];

    private static ShareBounds? Bounds(decimal from, decimal to, bool fromInside, bool toInside) =>
        from < 0 || to > 100 || from > to || from == to && !(fromInside && toInside) ? null : new ShareBounds(from, to, fromInside, toInside);

    // A comma is a decimal sign in half of the world, and never a thousands sign in a share.
    private static decimal? Number(string text)
    {
        string plain = text.Trim().Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal value)
            && decimal.Round(value, 9) == value ? value : null;
    }
}
