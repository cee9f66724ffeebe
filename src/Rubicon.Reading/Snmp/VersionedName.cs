using System.Text.RegularExpressions;

namespace Rubicon.Reading.Snmp;

/// <summary>A text of a private object that says product and version ("Sonoma_D12 GPS 6010-0065-000 v 3.04 - Sep 24"): the product is in front.</summary>
internal static partial class VersionedName
{
    /// <summary>The product, or null.</summary>
    public static string? In(string text)
    {
        if (text.Length is < 6 or > 120 || !char.IsAsciiLetterUpper(text[0]) || !text.AsSpan().ContainsAnyInRange('0', '9')) return null;
        if (Form().Match(text) is not { Success: true } match) return null;
        string name = match.Groups[1].Value.Trim();
        return name.Any(char.IsAsciiDigit) ? name : null;
    }

    [GeneratedRegex(@"^([A-Z][\w.+/-]*(?: [\w.+/()-]+){0,4}?)(?:,? v(?:er(?:sion)?)?\.? ?\d+\.\d|-v\d+\.\d| \d+\.\d+,build)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
