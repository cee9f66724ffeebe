namespace Rubicon.Diagnostics;

/// <summary>Puts text that came from outside into a message: quoted, on one line, without control characters, cut short.</summary>
public static class Quote
{
    /// <summary>Longest piece of user text shown in a message, in UTF-16 units.</summary>
    public const int Longest = 60;

    /// <summary>
    /// The text in double quotes. Control and bidirectional-override characters are shown as <c>\uXXXX</c>, because a
    /// message is read in a terminal; text beyond <see cref="Longest"/> is replaced by "…" and its length.
    /// </summary>
    public static string Text(string? text)
    {
        if (text is null) return "nothing";
        var shown = text.Length > Longest ? text.AsSpan(0, Longest) : text.AsSpan();
        var builder = new System.Text.StringBuilder(shown.Length + 16).Append('"');
        foreach (char c in shown)
        {
            bool unsafeInTerminal = char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
            if (unsafeInTerminal)
                builder.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
            else
                builder.Append(c);
        }
        if (text.Length > Longest)
            builder.Append(System.Globalization.CultureInfo.InvariantCulture, $"… ({text.Length} characters)");
        return builder.Append('"').ToString();
    }
}
