namespace Rubicon.Matching.Identifiers;

/// <summary>
/// Grantee code, the first part of an FCC ID (47 CFR 2.926): three letters and digits beginning with a letter, or, since
/// 2013, five beginning with a digit. There is no check digit.
/// </summary>
public static class FccGranteeCode
{
    /// <summary>True when the form is right; the value in upper case.</summary>
    public static bool IsValid(string value)
    {
        if (value.Length != 3 && value.Length != 5) return false;
        foreach (char c in value)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c)) return false;
        }
        return value.Length == 3 ? char.IsAsciiLetterUpper(value[0]) : char.IsAsciiDigit(value[0]);
    }
}
