using System.Text.RegularExpressions;

namespace Rubicon.Equipment;

/// <summary>
/// The model as the system description itself words it, for devices of makers whose grammars are not known: what stands behind "model:" or in
/// brackets so, else the first words up to the first number of letters and digits. It names a model and nobody's maker, and no decision rests on it.
/// </summary>
public static partial class DescribedModel
{
    /// <summary>Longest description looked at, in UTF-16 units.</summary>
    private const int LongestText = 400;

    /// <summary>Most words before the one with the digit: "Room Alert 12E", "CentreCOM 9924Ts".</summary>
    private const int MostWords = 2;

    // The software of a host, not a model: what follows names the machine's administrator or kernel.
    private static readonly string[] Hosts = ["linux", "freebsd", "netbsd", "openbsd", "sunos", "darwin", "windows", "hardware", "vmware", "aix", "hp-ux", "cisco", "net-snmp", "snmp"];

    /// <summary>The model, or null when the description words none.</summary>
    /// <param name="description">sysDescr as read.</param>
    /// <param name="maker">The maker's name, which may stand before the model; or null.</param>
    public static string? In(string description, string? maker)
    {
        string text = description.Length > LongestText ? description[..LongestText] : description;
        if (Labeled().Match(text) is { Success: true } labeled) return labeled.Groups[1].Value.Trim();
        string first = Ends().Split(text, 2)[0].Trim();
        if (maker is not null && first.StartsWith(maker.Split(' ')[0] + " ", StringComparison.OrdinalIgnoreCase)) first = first[(maker.Split(' ')[0].Length + 1)..];
        string[] words = first.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || Hosts.Contains(words[0], StringComparer.OrdinalIgnoreCase)) return null;
        for (int i = 0; i < words.Length && i <= MostWords; i++)
            if (IsModel(words[i])) return char.IsAsciiDigit(words[i][0]) && i > 0 ? $"{words[i - 1]} {words[i]}" : words[i];
        return null;
    }

    private static bool IsModel(string word) =>
        word.Length >= 3 && word.AsSpan().ContainsAnyInRange('0', '9') && (word.Any(char.IsAsciiLetterUpper) || word.Length >= 4) && !Release().IsMatch(word);

    [GeneratedRegex(@"\b(?:model|product|hardware|type)\s*(?:name|type|no\.?)?\s*[:=]\s*([A-Za-z0-9][\w./+-]{1,40})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Labeled();

    [GeneratedRegex(@"[,;\r\n(]|\s-\s|\s+(?:version|ver|firmware|software|release|running|build|v\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Ends();

    [GeneratedRegex(@"^(?:v?\d+(?:\.\d+)+.*|\d{1,4}[-/]\d{1,2}[-/]\d{1,4}|#?\d+|\d+[.:]\d+.*|(?:10|100|1000|10/100)\S*base\S*|\d+(?:-port|port|ghz|mhz|kva|w|g|gb|u))$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Release();
}
