namespace Rubicon.Matching.Identifiers;

/// <summary>
/// Unique Entity ID of SAM.gov: 12 letters and digits without I and O, the first not 0 (GSA, UEI technical specification).
/// How its check sign is worked out is not published, so only the form is checked.
/// </summary>
public static class Uei
{
    /// <summary>True when the form is right; the value in upper case.</summary>
    public static bool IsValid(string value)
    {
        if (value.Length != 12 || value[0] == '0') return false;
        foreach (char c in value)
        {
            if (!char.IsAsciiDigit(c) && !char.IsAsciiLetterUpper(c) || c is 'I' or 'O') return false;
        }
        return true;
    }
}
