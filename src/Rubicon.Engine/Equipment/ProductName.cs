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
        if (registered is not null) registered = Plainer(registered);
        if (registered is null || described is null) return registered ?? described;
        string named = Digits(registered), worded = Digits(described);
        if (worded.Length == 0) return named.Length > 0 ? registered : described;
        if (worded.Contains(named, StringComparison.Ordinal)) return described;
        if (named.EndsWith(worded, StringComparison.Ordinal) && Plain(registered).EndsWith(Plain(described), StringComparison.Ordinal)) return described;
        if (named.Contains(worded, StringComparison.Ordinal)) return registered;
        return worded.Length >= 3 && described.Any(char.IsAsciiLetter) ? described : registered;
    }

    // MIB files put a maker's letters before the name: "ogIM72xx", "hpSwitchJ9979A", and Fortinet shortens its own: "fgt60F".
    private static string Plainer(string name)
    {
        foreach (var (shortened, full) in Shortened)
            if (name.StartsWith(shortened, StringComparison.Ordinal) && name.Length > shortened.Length && (char.IsAsciiDigit(name[shortened.Length]) || name[shortened.Length] == 'V'))
                return full + name[shortened.Length..];
        string plain = name.StartsWith("hpSwitch", StringComparison.Ordinal) ? name["hpSwitch".Length..] : name;
        if (plain.Length > 4 && char.IsAsciiLetterLower(plain[0]) && char.IsAsciiLetterLower(plain[1]) && char.IsAsciiLetterUpper(plain[2])) plain = plain[2..];
        return plain.Length >= 3 && Digits(plain).Length > 0 ? plain : name;
    }

    private static readonly (string Short, string Full)[] Shortened =
        [("fgt", "FortiGate-"), ("fap", "FortiAP-"), ("fsw", "FortiSwitch-"), ("fwf", "FortiWiFi-"), ("faz", "FortiAnalyzer-"), ("fmg", "FortiManager-"), ("fext", "FortiExtender-"), ("fadc", "FortiADC-")];

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static string Plain(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
