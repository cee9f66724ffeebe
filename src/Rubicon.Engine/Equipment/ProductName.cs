namespace Rubicon.Equipment;

/// <summary>Chooses between the name that a maker registered for a product and the model that a description words.</summary>
internal static class ProductName
{
    /// <summary>
    /// The registered name where its digits say more ("ciscoASR92024SZM" beside "ASR920"); the description's own spelling where they say the same
    /// ("dlink-des3526Prod" beside "DES-3526"); where they say different things, a described model of letters and three digits, else the registered
    /// name; whichever there is when the other is missing.
    /// </summary>
    public static string? Choose(string? registered, string? described)
    {
        if (registered is null || described is null) return registered ?? described;
        string named = Digits(registered), worded = Digits(described);
        if (worded.Length == 0) return named.Length > 0 ? registered : described;
        if (worded.Contains(named, StringComparison.Ordinal)) return described;
        if (named.EndsWith(worded, StringComparison.Ordinal) && Plain(registered).EndsWith(Plain(described), StringComparison.Ordinal)) return described;
        if (named.Contains(worded, StringComparison.Ordinal)) return registered;
        return worded.Length >= 3 && described.Any(char.IsAsciiLetter) ? described : registered;
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string Plain(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
