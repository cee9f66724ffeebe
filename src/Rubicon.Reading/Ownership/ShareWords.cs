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
        if (plain.StartsWith("between ", StringComparison.OrdinalIgnoreCase)) plain = plain["between ".Length..].Replace(" and ", " to ", StringComparison.OrdinalIgnoreCase);
        return Interval(plain) ?? Ends(plain) ?? (Number(plain) is { } exact ? Bounds(exact, exact, true, true) : null);
    }

    /// <summary>Ends with marks, one or two of them, or two numbers with a word or sign between them.</summary>
    private static ShareBounds? Ends(string plain)
    {
        if (plain.EndsWith('+')) return Number(plain[..^1]) is { } from ? Bounds(from, 100, true, true) : null;
        var (first, rest) = Marked(plain);
        if (first is { } mark)
        {
            if (Number(rest) is { } bound) return mark.IsLeast ? Bounds(bound, 100, mark.Inside, true) : Bounds(0, bound, true, mark.Inside);
            foreach (string between in (ReadOnlySpan<string>)[" and ", ",", ";", " to ", "-", "–", " "])
                if (Parted(rest, between) is { } parts && Number(parts.From) is { } one && SecondEnd(parts.To, mark.IsLeast) is var (other, inside))
                    return mark.IsLeast ? Bounds(one, other, mark.Inside, inside) : Bounds(other, one, inside, mark.Inside);
            return null;
        }
        foreach (string between in (ReadOnlySpan<string>)[" to ", "..", "–", "-", " and "])
            if (Parted(plain, between) is { } parts)
                return Number(parts.From) is { } from && SecondEnd(parts.To, firstIsLeast: true) is var (to, inside) ? Bounds(from, to, true, inside) : null;
        return null;
    }

    // "more than 25 and at most 50": the second end may have a mark of its own, and is inside without one.
    private static (decimal End, bool Inside)? SecondEnd(string text, bool firstIsLeast)
    {
        var (mark, rest) = Marked(text.Trim());
        if (mark is { } m && m.IsLeast == firstIsLeast) return null;
        return Number(rest) is { } end ? (end, mark?.Inside ?? true) : null;
    }

    /// <summary><c>(25,50]</c>, <c>[25;50[</c>: a round bracket, or a square one turned outward, leaves the end out.</summary>
    private static ShareBounds? Interval(string plain)
    {
        if (plain.Length < 5 || plain[0] is not ('[' or '(' or ']') || plain[^1] is not (']' or ')' or '[')) return null;
        string inner = plain[1..^1];
        foreach (string between in (ReadOnlySpan<string>)[";", "..", " to ", ",", "-"])
            if (Parted(inner, between) is { } parts && Number(parts.From) is { } from && Number(parts.To) is { } to) return Bounds(from, to, plain[0] == '[', plain[^1] == ']');
        return null;
    }

    private static (string From, string To)? Parted(string text, string between) =>
        text.IndexOf(between, Math.Min(1, text.Length), StringComparison.OrdinalIgnoreCase) is > 0 and var at ? (text[..at], text[(at + between.Length)..]) : null;

    private static ((bool IsLeast, bool Inside)? Mark, string Text) Marked(string text)
    {
        foreach (var (mark, least, inside) in Marks)
            if (text.StartsWith(mark, StringComparison.OrdinalIgnoreCase)) return ((least, inside), text[mark.Length..].Trim());
        return (null, text);
    }

    private static readonly (string Mark, bool Least, bool Inside)[] Marks =
    [
        (">=", true, true), ("≥", true, true), ("at least", true, true), ("not less than", true, true), ("minimum", true, true), ("min", true, true), ("from", true, true),
        ("<=", false, true), ("≤", false, true), ("at most", false, true), ("not more than", false, true), ("up to", false, true), ("maximum", false, true), ("max", false, true),
        (">", true, false), ("more than", true, false), ("over", true, false), ("above", true, false), ("greater than", true, false),
        ("<", false, false), ("less than", false, false), ("under", false, false), ("below", false, false),
    ];

    /// <summary>Bounds of ends that stand in columns of their own; null when they cross or are no shares.</summary>
    public static ShareBounds? Between(string? least, string? most)
    {
        var (low, high) = (string.IsNullOrEmpty(least) ? ShareBounds.Unknown : End(least, isLeast: true), string.IsNullOrEmpty(most) ? ShareBounds.Unknown : End(most, isLeast: false));
        return low is { } from && high is { } to && from.Minimum <= to.Maximum ? from.And(to) : null;
    }

    // A bare number is the end itself; a marked one (">25") says whether it is inside.
    private static ShareBounds? End(string text, bool isLeast) =>
        Number(text.Replace("%", "", StringComparison.Ordinal)) is { } end ? isLeast ? Bounds(end, 100, true, true) : Bounds(0, end, true, true) : Read(text);

    private static ShareBounds? Bounds(decimal from, decimal to, bool fromInside, bool toInside) =>
        from < 0 || to > 100 || from > to || (from == to && !(fromInside && toInside)) ? null : new ShareBounds(from, to, fromInside, toInside);

    // A comma is a decimal sign in half of the world, and never a thousands sign in a share.
    private static decimal? Number(string text)
    {
        string plain = text.Trim().Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal value)
            && decimal.Round(value, 9) == value ? value : null;
    }
}
